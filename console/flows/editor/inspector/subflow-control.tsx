import { useQuery } from '@tanstack/react-query';
import { useEditorContext } from '../editor-context.ts';
import { flowNamesQuery } from '../problems/flow-world.ts';
import type { NodeField } from './node-fields.ts';
import { SubjectControl } from './subject-control.tsx';

/** The flow that a subflow node runs. */
export function SubflowControl({ field }: { field: NodeField }) {
  const { flow } = useEditorContext();
  const { data: names } = useQuery(flowNamesQuery);
  const others = [...(names ?? [])].flatMap(([id, known]) => (id === flow.id ? [] : [{ id, ...known }]));
  return <SubjectControl field={field} kind="flow" subjects={others} />;
}
