import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { flowQuery } from '../flow-queries.ts';
import { FlowEditor } from './flow-editor.tsx';

const route = getRouteApi('/shell/flows/$flowId');

/** The page of a flow: its editor. */
export function FlowEditorPage() {
  const { flowId } = route.useParams();
  const { data: flow } = useSuspenseQuery(flowQuery(flowId));
  return <FlowEditor key={flowId} flow={flow} />;
}
