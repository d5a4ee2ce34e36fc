import { Copy, FlaskConical, Trash2 } from 'lucide-react';
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import type { DraftNode } from '../../../../core/flow/graph.ts';
import type { FlowProblem } from '../../../../core/flow/validate-flow.ts';
import { checkNodeData } from '../../../../core/flow/validation/node-data-problems.ts';
import { Button } from '../../../ui/button.tsx';
import { classes } from '../../../ui/classes.ts';
import { FieldError } from '../../../ui/field.tsx';
import { groupColours, nodeIcons } from '../canvas/node-icons.ts';
import { duplicateSelected, removeSelected } from '../editor-actions.ts';
import { useEditorContext, useEditorState } from '../editor-context.ts';
import { nodeCatalogue } from '../graph/node-catalogue.ts';
import { ExitsSection } from './exits-section.tsx';
import { FieldControl } from './field-control.tsx';
import { nodeFields } from './node-fields.ts';
import { type NodeForm, NodeFormContext } from './node-form-context.ts';

/** The form of the selected node. */
export function NodeInspector() {
  const selected = useEditorState((state) => state.selection.nodes);
  const [nodeId, ...others] = selected;
  const node = useEditorState(({ graph }) => graph.nodes.find(({ id }) => id === nodeId));
  if (others.length > 0) return <SeveralNodes count={selected.size} />;
  if (!node) return <p className="text-soft">Select a node to see and change what it does.</p>;
  return <NodeFormPanel key={node.id} node={node} />;
}

function NodeFormPanel({ node }: { node: DraftNode }) {
  const { editor, canEdit, showPanel, bench, check } = useEditorContext();
  const problems = useNodeProblems(node);
  const form = useMemo((): NodeForm => ({ node, problems }), [node, problems]);
  const panel = useRef<HTMLDivElement>(null);
  useFieldFocus(panel, node.id);
  const fields = nodeFields(node);
  const { title, description, group } = nodeCatalogue[node.type];
  const Icon = nodeIcons[node.type];
  const elsewhere = problems.filter(
    ({ field }) =>
      !hasPlace(
        field,
        fields.map(({ path }) => path),
      ),
  );
  const testHere = () => {
    if (!check.world) return;
    const language = editor.graph().language ?? 'en';
    bench.start(editor.graph(), check.world, { nodeId: node.id, language, attributes: {}, variables: {} });
    showPanel('test');
  };
  return (
    <NodeFormContext value={form}>
      <div ref={panel} className="grid gap-4">
        <header className="flex items-center gap-2.5">
          <span
            aria-hidden
            className={classes('grid size-8 shrink-0 place-items-center rounded-lg', groupColours[group])}
          >
            <Icon className="size-4" />
          </span>
          <div className="min-w-0 flex-1">
            <h2 className="font-semibold leading-tight">{title}</h2>
            <p className="truncate text-soft text-xs">{description}</p>
          </div>
        </header>
        {fields.map((field) => (
          <FieldControl key={field.path} field={field} />
        ))}
        {elsewhere.map(({ field, message }) => (
          <FieldError key={`${field} ${message}`}>{message}</FieldError>
        ))}
        <ExitsSection />
        <footer className="flex flex-wrap items-center gap-1.5 border-line border-t pt-3">
          {node.type !== 'start' && (
            <Button size="small" look="quiet" onClick={testHere}>
              <FlaskConical aria-hidden />
              Test from here
            </Button>
          )}
          {canEdit && node.type !== 'start' && (
            <>
              <Button size="small" look="quiet" onClick={() => duplicateSelected(editor)}>
                <Copy aria-hidden />
                Duplicate
              </Button>
              <Button size="small" look="quiet" className="text-bad" onClick={() => removeSelected(editor)}>
                <Trash2 aria-hidden />
                Delete
              </Button>
            </>
          )}
          <code className="ml-auto truncate font-mono text-2xs text-faint">{node.id}</code>
        </footer>
      </div>
    </NodeFormContext>
  );
}

/** What is wrong with the node's data at once, as it is typed; what needs the whole flow when the draft was checked. */
function useNodeProblems(node: DraftNode): readonly FlowProblem[] {
  const { problems } = useEditorContext().check;
  return useMemo(() => {
    const known = (problems ?? []).filter(({ nodeId }) => nodeId === node.id);
    const checked = checkNodeData(node);
    if (!('problems' in checked)) return known;
    return [...checked.problems, ...known.filter(({ field }) => field.startsWith('edges'))];
  }, [node, problems]);
}

/** Leads the focus to the field that somebody asks for: a problem, or the first field of a node just added. */
function useFieldFocus(panel: RefObject<HTMLDivElement | null>, nodeId: string) {
  const focus = useEditorState((state) => state.focus);
  const { editor } = useEditorContext();
  useEffect(() => {
    if (!focus || focus.nodeId !== nodeId || focus.field === null || !panel.current) return;
    const places = [...panel.current.querySelectorAll<HTMLElement>('[data-field]')];
    const place = closest(places, focus.field) ?? places[0] ?? panel.current;
    const control = place.matches(controls) ? place : place.querySelector<HTMLElement>(controls);
    control?.focus({ preventScroll: true });
    place.scrollIntoView({ block: 'nearest' });
    editor.focused();
  }, [focus, nodeId, editor, panel]);
}

const controls = 'input, textarea, select, button:not([tabindex="-1"])';

/** The innermost place that the field is, or lies in. */
function closest(places: readonly HTMLElement[], field: string): HTMLElement | undefined {
  const fits = places.filter(({ dataset }) => field !== '' && isWithin(field, dataset.field ?? ''));
  return fits.sort((one, other) => (other.dataset.field ?? '').length - (one.dataset.field ?? '').length)[0];
}

function hasPlace(field: string, paths: readonly string[]): boolean {
  return field === 'edges' || field.startsWith('edges.') || paths.some((path) => isWithin(field, path));
}

function isWithin(field: string, path: string): boolean {
  return field === path || field.startsWith(`${path}.`);
}

function SeveralNodes({ count }: { count: number }) {
  const { editor, canEdit } = useEditorContext();
  return (
    <div className="grid gap-3">
      <p>{count} nodes are selected.</p>
      {canEdit && (
        <div className="flex gap-2">
          <Button size="small" onClick={() => duplicateSelected(editor)}>
            <Copy aria-hidden />
            Duplicate
          </Button>
          <Button size="small" look="dangerQuiet" onClick={() => removeSelected(editor)}>
            <Trash2 aria-hidden />
            Delete
          </Button>
        </div>
      )}
    </div>
  );
}
