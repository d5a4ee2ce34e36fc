import type { ComponentProps } from 'react';
import { classes } from './classes.ts';
import { controlClasses } from './control-classes.ts';

/** Grows with what is typed, up to a third of the screen. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      {...rest}
      rows={rows}
      className={classes(controlClasses, 'field-sizing-content max-h-[33vh] min-h-9 py-2', className)}
    />
  );
}
