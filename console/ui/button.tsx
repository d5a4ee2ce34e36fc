import { LoaderCircle } from 'lucide-react';
import { Slot } from 'radix-ui';
import type { ComponentProps } from 'react';
import { classes } from './classes.ts';

export interface ButtonProps extends ComponentProps<'button'> {
  look?: keyof typeof looks;
  size?: keyof typeof sizes;
  /** Its child is the element, which takes the look: `<Button asChild><Link …/></Button>`. */
  asChild?: boolean;
  /** Work is under way: says so and takes no further click. */
  isBusy?: boolean;
}

export function Button({
  look = 'plain',
  size = 'normal',
  asChild = false,
  isBusy = false,
  className,
  children,
  ...rest
}: ButtonProps) {
  const style = classes(base, looks[look], sizes[size], className);
  if (asChild) {
    return (
      <Slot.Root className={style} {...rest}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      type="button"
      {...rest}
      className={style}
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || rest['aria-disabled']}
      onClick={isBusy ? (event) => event.preventDefault() : rest.onClick}
    >
      {isBusy && <LoaderCircle aria-hidden className="size-3.5 animate-spin" />}
      {children}
    </button>
  );
}

const base =
  'inline-flex select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-lg font-medium transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-55 aria-busy:opacity-70 [&_svg]:size-4 [&_svg]:shrink-0';

const looks = {
  plain: 'border border-line-strong bg-surface text-ink shadow-card hover:bg-hover',
  main: 'border border-transparent bg-accent text-on-accent shadow-card hover:bg-accent-hover',
  quiet: 'border border-transparent text-soft hover:bg-hover hover:text-ink',
  danger: 'border border-transparent bg-bad-solid text-on-bad shadow-card hover:opacity-90',
  dangerQuiet: 'border border-line-strong bg-surface text-bad shadow-card hover:bg-bad-soft',
} as const;

const sizes = {
  small: 'h-7 px-2.5 text-[0.8125rem]',
  normal: 'h-8.5 px-3.5 text-sm',
  large: 'h-10 px-4 text-sm',
  icon: 'size-8.5 shrink-0',
} as const;
