import { lazyRouteComponent } from '@tanstack/react-router';
import { loadPatiently } from '../api/load-patiently.ts';

/** A route's component that is loaded when first needed: `lazyPage(() => import('./flows-page.tsx'), 'FlowsPage')`. */
export const lazyPage: typeof lazyRouteComponent = (load, name) => lazyRouteComponent(() => loadPatiently(load), name);
