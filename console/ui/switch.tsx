import { Switch as Primitive } from 'radix-ui';
import type { ComponentProps } from 'react';

/** On or off, at once. Give it a label by `aria-label` or a `Field`. */
export function Switch(props: ComponentProps<typeof Primitive.Root>) {
  return (
    <Primitive.Root
      {...props}
      className="relative h-5.5 w-9.5 shrink-0 rounded-full bg-line-control transition-colors data-[state=checked]:bg-accent disabled:opacity-55"
    >
      <Primitive.Thumb className="block size-4.5 translate-x-0.5 rounded-full bg-white shadow-card transition-transform data-[state=checked]:translate-x-4.5" />
    </Primitive.Root>
  );
}
