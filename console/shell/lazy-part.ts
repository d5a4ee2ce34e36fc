import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { loadPatiently } from '../api/load-patiently.ts';

/** A dialog or another part of a page that is loaded when first shown, inside a `Suspense`. */
export function lazyPart<Name extends string, Props>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: (await loadPatiently(load))[name] }));
}
