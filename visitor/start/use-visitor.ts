import { useEffect, useState } from 'preact/hooks';
import type { HostPage } from '../host-page.ts';
import type { Memory } from '../storage.ts';
import type { Visitor } from './open-visit.ts';
import { unitKeyOf } from './unit-key.ts';

/** Who visits: as the host introduced them, and as it identifies them later; or this browser on its own. */
export function useVisitor(memory: Memory, host: HostPage | null): Visitor {
  const [visitor, setVisitor] = useState<Visitor>(() => host?.init ?? ownVisitor(memory));
  useEffect(
    () =>
      host?.hear((message) => {
        if (message.type === 'identify') setVisitor((before) => ({ ...before, identityToken: message.identityToken }));
      }),
    [host],
  );
  return visitor;
}

function ownVisitor(memory: Memory): Visitor {
  const page = { url: location.href, title: '', referrer: document.referrer };
  return { unitKey: unitKeyOf(memory, () => crypto.randomUUID()), identityToken: null, page };
}
