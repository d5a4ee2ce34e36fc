import type { SessionReply } from '../../contract/sessions.ts';
import { Facts } from '../ui/facts.tsx';

/** What the flow knows now. */
export function VariableList({ variables }: { variables: SessionReply['variables'] }) {
  const facts = Object.entries(variables).map(
    ([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)] as const,
  );
  if (facts.length === 0) return <p className="text-soft">No variable was set.</p>;
  return <Facts facts={facts} />;
}
