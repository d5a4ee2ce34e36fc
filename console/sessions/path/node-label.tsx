import type { NodeName } from './node-names.ts';

/** What a node is, and what it says; its id where the version cannot be read any more. */
export function NodeLabel(props: { name: NodeName | undefined; nodeType?: string; nodeId: string }) {
  const { name, nodeType, nodeId } = props;
  return (
    <>
      <span className="block font-medium text-[0.8125rem]">
        {name?.type ?? nodeType ?? 'Node'}
        {name?.subflow && <span className="font-normal text-faint"> in {name.subflow}</span>}
      </span>
      <span className="line-clamp-2 text-soft [overflow-wrap:anywhere]">{name ? name.summary : nodeId}</span>
    </>
  );
}
