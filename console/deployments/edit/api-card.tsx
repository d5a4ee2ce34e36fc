import { addressOf } from '../../../contract/client.ts';
import { type DeploymentReply, deploymentEndpoints } from '../../../contract/deployments.ts';
import { Card } from '../../ui/card.tsx';
import { Copyable } from './copyable.tsx';

const body = '{"unitKey": "customer-17", "mode": "chat", "contact": {"plan": "pro"}}';

/** How an app of one's own starts sessions. */
export function ApiCard({ deployment: { id } }: { deployment: DeploymentReply }) {
  const address = location.origin + addressOf(deploymentEndpoints.startTrustedSession, { id });
  return (
    <Card
      title="Sessions by the API"
      description="With an API key that may write sessions. What it says of a visitor is believed."
    >
      <Copyable
        label="Start a session"
        text={`curl ${address} -H 'Authorization: Bearer …' -H 'Content-Type: application/json' -d '${body}'`}
      />
    </Card>
  );
}
