import { Check } from 'lucide-react';
import { DropdownMenu as Primitive } from 'radix-ui';
import { type ComponentProps, type ReactElement, type ReactNode, useRef, useState } from 'react';
import { classes } from './classes.ts';
import { portalHomeOf } from './portal-home.ts';

/** A menu behind a button. */
export function DropdownMenu(props: { button: ReactElement; align?: 'start' | 'end'; children: ReactNode }) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [home, setHome] = useState<HTMLElement | null>(null);
  return (
    <Primitive.Root modal={false} onOpenChange={(open) => open && setHome(portalHomeOf(trigger.current))}>
      <Primitive.Trigger ref={trigger} asChild>
        {props.button}
      </Primitive.Trigger>
      <Primitive.Portal container={home}>
        <Primitive.Content align={props.align ?? 'end'} sideOffset={6} collisionPadding={8} className={menuClasses}>
          {props.children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

export function MenuItem({
  isDanger = false,
  ...rest
}: ComponentProps<typeof Primitive.Item> & { isDanger?: boolean }) {
  return (
    <Primitive.Item {...rest} className={classes(itemClasses, isDanger && 'text-bad data-highlighted:bg-bad-soft')} />
  );
}

/** One of several, of which one is chosen. */
export function MenuChoices(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  choices: readonly { value: string; label: string; icon?: ReactNode }[];
}) {
  return (
    <Primitive.RadioGroup value={props.value} onValueChange={props.onChange}>
      <Primitive.Label className="px-2.5 pt-1.5 pb-1 text-faint text-xs">{props.label}</Primitive.Label>
      {props.choices.map(({ value, label, icon }) => (
        <Primitive.RadioItem key={value} value={value} className={itemClasses}>
          {icon}
          <span className="flex-1">{label}</span>
          <Primitive.ItemIndicator>
            <Check aria-hidden />
          </Primitive.ItemIndicator>
        </Primitive.RadioItem>
      ))}
    </Primitive.RadioGroup>
  );
}

export function MenuSeparator() {
  return <Primitive.Separator className="my-1 h-px bg-line" />;
}

export const menuClasses = 'z-50 min-w-48 max-w-80 animate-fade rounded-xl bg-raised p-1 shadow-float';
const itemClasses =
  'flex cursor-default select-none items-center gap-2.5 rounded-lg px-2.5 py-1.5 text-sm outline-none data-disabled:opacity-50 data-highlighted:bg-hover [&_svg]:size-4 [&_svg]:shrink-0';
