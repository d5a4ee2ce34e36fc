import { Tabs as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';

export interface Tab {
  readonly id: string;
  readonly label: string;
  readonly content: ReactNode;
}

/** Parts of one page, one shown at a time. Keep `value` in the URL where it should survive a reload. */
export function Tabs(props: { label: string; tabs: readonly Tab[]; value: string; onChange: (id: string) => void }) {
  return (
    <Primitive.Root value={props.value} onValueChange={props.onChange}>
      <Primitive.List aria-label={props.label} className="flex gap-1 overflow-x-auto border-line border-b">
        {props.tabs.map(({ id, label }) => (
          <Primitive.Trigger
            key={id}
            value={id}
            className="-mb-px whitespace-nowrap border-transparent border-b-2 px-3 py-2 font-medium text-soft hover:text-ink data-[state=active]:border-accent data-[state=active]:text-ink"
          >
            {label}
          </Primitive.Trigger>
        ))}
      </Primitive.List>
      {props.tabs.map(({ id, content }) => (
        <Primitive.Content key={id} value={id} className="pt-5">
          {content}
        </Primitive.Content>
      ))}
    </Primitive.Root>
  );
}
