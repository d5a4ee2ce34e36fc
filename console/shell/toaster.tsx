import { Suspense, useEffect, useState } from 'react';
import { whenFirstToast } from '../ui/notify.ts';
import { lazyPart } from './lazy-part.ts';

const Toasts = lazyPart(() => import('./toasts.tsx'), 'Toasts');

/** Where toasts appear: once around the app, loaded with the first of them. */
export function Toaster() {
  const [isNeeded, setNeeded] = useState(false);
  useEffect(() => whenFirstToast(() => setNeeded(true)), []);
  return <Suspense>{isNeeded && <Toasts />}</Suspense>;
}
