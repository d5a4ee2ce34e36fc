import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { Skeleton } from './skeleton.tsx';
import { Ago } from './time.tsx';

export interface Column<Item> {
  readonly id: string;
  /** The column's head. Hidden from sight, not from screen readers, when `isHeadHidden`. */
  readonly head: string;
  readonly cell: (item: Item) => ReactNode;
  readonly isHeadHidden?: boolean;
  readonly align?: 'start' | 'end';
  /** Left out on narrow screens, from this width down. */
  readonly hiddenBelow?: 'sm' | 'md' | 'lg' | 'xl';
  readonly className?: string;
}

export interface TableProps<Item> {
  /** What the table shows, for screen readers. */
  label: string;
  columns: readonly Column<Item>[];
  /** Undefined while the first page loads. */
  items: readonly Item[] | undefined;
  rowKey: (item: Item) => string;
  /** Shown instead of rows when there are none. */
  empty?: ReactNode;
}

/** Rows of a list. The first column should hold the row's link. */
export function Table<Item>({ label, columns, items, rowKey, empty }: TableProps<Item>) {
  if (items?.length === 0) return <>{empty}</>;
  return (
    <div className="overflow-x-auto rounded-xl border border-line bg-surface shadow-card">
      <table aria-label={label} aria-busy={items === undefined} className="w-full border-collapse text-left">
        <thead>
          <tr className="border-line border-b">
            {columns.map((column) => (
              <th key={column.id} scope="col" className={cellClasses(column, 'h-9 font-medium text-faint text-xs')}>
                <span className={column.isHeadHidden ? 'sr-only' : ''}>{column.head}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {items === undefined
            ? skeletonRows.map((row) => <SkeletonRow key={row} columns={columns} />)
            : items.map((item) => (
                <tr key={rowKey(item)} className="relative transition-colors hover:bg-hover/60">
                  {columns.map((column) => (
                    <td key={column.id} className={cellClasses(column, 'py-2.5')}>
                      {column.cell(item)}
                    </td>
                  ))}
                </tr>
              ))}
        </tbody>
      </table>
    </div>
  );
}

const skeletonRows = [1, 2, 3, 4, 5];

function SkeletonRow<Item>({ columns }: { columns: readonly Column<Item>[] }) {
  return (
    <tr>
      {columns.map((column, index) => (
        <td key={column.id} className={cellClasses(column, 'py-3.5')}>
          <Skeleton className={classes('h-4', index === 0 ? 'w-40' : 'w-16')} />
        </td>
      ))}
    </tr>
  );
}

function cellClasses<Item>({ align, hiddenBelow, className }: Column<Item>, own: string): string {
  return classes(
    'px-3 align-middle first:pl-4 last:pr-4',
    align === 'end' && 'text-right',
    hiddenBelow && hidden[hiddenBelow],
    own,
    className,
  );
}

const hidden = {
  sm: 'max-sm:hidden',
  md: 'max-md:hidden',
  lg: 'max-lg:hidden',
  xl: 'max-xl:hidden',
} as const;

/** For the link of a row's first cell: the whole row can then be clicked. Other controls of the row stand above it with `relative`. */
export const rowLinkClasses = 'font-medium text-ink after:absolute after:inset-0 hover:text-accent-text';

/** When each row was last changed. */
export const changedColumn: Column<{ readonly updatedAt: string }> = {
  id: 'updated',
  head: 'Changed',
  hiddenBelow: 'sm',
  className: 'text-soft',
  cell: ({ updatedAt }) => <Ago at={updatedAt} />,
};

/** What can be done with each row, at its end, and no wider than that. */
export function actionsColumn<Item>(cell: (item: Item) => ReactNode): Column<Item> {
  return { id: 'actions', head: 'Actions', isHeadHidden: true, align: 'end', className: 'w-14', cell };
}
