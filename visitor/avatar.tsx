import { useState } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { safeMediaAddress } from './markdown/safe-link.ts';
import { sparkOutline } from './outlines.ts';

/** A deployment's picture, or a spark where it has none or it does not load. Decorative: the name stands beside it. */
export function Avatar({ url, size = 'small' }: { url: string | null; size?: 'small' | 'medium' | 'large' }) {
  const [isBroken, setBroken] = useState(false);
  const source = url && !isBroken ? safeMediaAddress(url) : null;
  return (
    <span class={`avatar avatar-${size}`} aria-hidden="true">
      {source ? <img src={source} alt="" onError={() => setBroken(true)} /> : <Icon outline={sparkOutline} />}
    </span>
  );
}
