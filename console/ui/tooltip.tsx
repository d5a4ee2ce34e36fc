import { Tooltip as Primitive } from 'radix-ui';
import { type ReactElement, type ReactNode, useRef, useState } from 'react';
import { portalHomeOf } from './portal-home.ts';

/** Words beside a control that has only a sign. The control still needs an `aria-label`. */
export function Tooltip({ content, children }: { content: ReactNode; children: ReactElement }) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [home, setHome] = useState<HTMLElement | null>(null);
  return (
    <Primitive.Provider delayDuration={300}>
      <Primitive.Root onOpenChange={(open) => open && setHome(portalHomeOf(trigger.current))}>
        <Primitive.Trigger ref={trigger} asChild>
          {children}
        </Primitive.Trigger>
        <Primitive.Portal container={home}>
          <Primitive.Content
            sideOffset={6}
            collisionPadding={8}
            className="z-50 max-w-72 animate-fade rounded-lg bg-ink px-2.5 py-1.5 text-canvas text-xs shadow-float"
          >
            {content}
          </Primitive.Content>
        </Primitive.Portal>
      </Primitive.Root>
    </Primitive.Provider>
  );
}
