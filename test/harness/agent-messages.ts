import type { Json } from './http-client.ts';
import type { VisitorSession } from './parley-client.ts';
import { until } from './until.ts';

/** The agent's messages, once there are so many. */
export async function agentMessages(session: VisitorSession, count: number): Promise<Json[]> {
  const read = async () => {
    const { events } = await session.read();
    return events.filter((event: Json) => event.type === 'message' && event.from === 'agent');
  };
  return until(read, (found) => found.length >= count);
}
