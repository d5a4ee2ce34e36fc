import { QrCode } from 'lucide-react';
import { type ReactNode, Suspense, useState } from 'react';
import type { DeploymentReply } from '../../../contract/deployments.ts';
import { lazyPart } from '../../shell/lazy-part.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Copyable } from './copyable.tsx';

const QrDialog = lazyPart(() => import('./qr-dialog.tsx'), 'QrDialog');

/** Where visitors find a deployment on the web. */
export function LinksCard({ deployment, children }: { deployment: DeploymentReply; children: ReactNode }) {
  const { links, status, name } = deployment;
  const [isShowingQr, setShowingQr] = useState(false);
  return (
    <Card
      title="Links"
      description={
        status === 'active'
          ? 'Whoever opens one meets the conversation, if audience and rollout admit them.'
          : 'The deployment is inactive: whoever opens a link is told that there is nothing now.'
      }
    >
      <div className="grid gap-4">
        <Copyable label="Page" text={links.page}>
          <Button size="small" aria-label="QR code of the page" onClick={() => setShowingQr(true)}>
            <QrCode aria-hidden />
          </Button>
        </Copyable>
        <Copyable label="Straight to the chat" text={links.chat} />
        <Copyable label="Snippet for a website, once on each page" text={links.embed} />
        {children}
      </div>
      <Suspense>
        {isShowingQr && <QrDialog name={name} url={links.page} onClose={() => setShowingQr(false)} />}
      </Suspense>
    </Card>
  );
}
