import type { ComponentProps } from 'react';
import { classes } from './classes.ts';
import { controlClasses } from './control-classes.ts';

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input {...rest} className={classes(controlClasses, 'h-9', className)} />;
}
