import { Play, RotateCcw, Square } from 'lucide-react';
import { useId, useState } from 'react';
import type { FlowGraph } from '../../../../core/flow/graph.ts';
import { Button } from '../../../ui/button.tsx';
import { Field, FieldError } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { useEditorContext, useEditorState } from '../editor-context.ts';
import { nodeOptions } from '../inspector/node-options.ts';
import { readTestValues, type TestValues } from './test-values.ts';
import { Transcript } from './transcript.tsx';
import { unfinishedStop } from './use-test-bench.ts';

const everything = 'contact.name = Ada Lovelace\ncontact.language = en';

/** Tries the draft beside the canvas. */
export function TestPanel() {
  const { bench, check, editor, showPanel } = useEditorContext();
  const graph = useEditorState((state) => state.graph);
  const [nodeId, setNodeId] = useState('');
  const [language, setLanguage] = useState(graph.language ?? 'en');
  const [text, setText] = useState(everything);
  const values = readTestValues(text);
  const { state } = bench;
  const { world } = check;
  const begin = (from: string) => {
    if (!world || 'problem' in values) return;
    const knows = graph.nodes.some(({ id }) => id === from);
    bench.start(editor.graph(), world, { nodeId: knows ? from : null, language, ...values });
  };
  const setUp = <SetUp {...{ graph, nodeId, setNodeId, language, setLanguage, text, setText, values }} />;
  if (state.kind !== 'running') {
    return (
      <div className="grid gap-4">
        <p className="text-soft">
          Talk to the draft as a visitor would. It runs here, in your browser; requests to other systems are really
          sent.
        </p>
        {setUp}
        {state.kind === 'failed' && <FieldError>{`The draft could not be run: ${state.detail}`}</FieldError>}
        <Button look="main" disabled={!world || 'problem' in values} onClick={() => begin(nodeId)}>
          <Play aria-hidden />
          Start the test
        </Button>
      </div>
    );
  }
  const stop = unfinishedStop(state);
  const goTo = (id: string) => {
    editor.focusOn(id, '');
    showPanel('node');
  };
  return (
    <div className="flex min-h-full flex-col gap-3">
      <div className="flex gap-1.5">
        <Button size="small" onClick={() => begin(nodeId)}>
          <RotateCcw aria-hidden />
          Restart
        </Button>
        <Button size="small" look="quiet" onClick={bench.stop}>
          <Square aria-hidden />
          Stop
        </Button>
      </div>
      {state.draft !== graph && (
        <p className="text-warn text-xs">The draft has changed since. Restart to try it as it is now.</p>
      )}
      <Transcript
        run={state.run}
        onReply={(reply) => bench.take({ type: 'message', from: 'visitor', ...reply })}
        onAction={(actionId) => bench.take({ type: 'actionTaken', actionId })}
      />
      {stop && (
        <div className="grid gap-2 rounded-lg bg-warn-soft px-3 py-2">
          <p>The test stopped at a node that is not finished: {stop.reason}</p>
          <Button size="small" className="justify-self-start" onClick={() => goTo(stop.nodeId)}>
            Go to the node
          </Button>
        </div>
      )}
      <Variables values={state.run.session.state.position?.variables ?? {}} />
      <details className="border-line border-t pt-2">
        <summary className="py-1 font-medium text-[0.8125rem]">Where the test begins</summary>
        <div className="grid gap-3 pt-2">{setUp}</div>
      </details>
    </div>
  );
}

interface SetUpProps {
  graph: FlowGraph;
  nodeId: string;
  setNodeId: (id: string) => void;
  language: string;
  setLanguage: (language: string) => void;
  text: string;
  setText: (text: string) => void;
  values: TestValues;
}

function SetUp({ graph, nodeId, setNodeId, language, setLanguage, text, setText, values }: SetUpProps) {
  const languages = [graph.language ?? 'en', ...Object.keys(graph.translations ?? {})];
  return (
    <>
      <Field label="Begin at">
        <Select
          value={nodeId}
          onChange={(event) => setNodeId(event.target.value)}
          options={[{ value: '', label: 'The start' }, ...nodeOptions(graph).filter(({ type }) => type !== 'start')]}
        />
      </Field>
      {languages.length > 1 && (
        <Field label="Language of the visitor">
          <Select
            value={language}
            onChange={(event) => setLanguage(event.target.value)}
            options={languages.map((value) => ({ value, label: value }))}
          />
        </Field>
      )}
      <Field
        label="What is known"
        hint="One a line, such as contact.plan = pro or var.name = Ada."
        error={'problem' in values ? values.problem : undefined}
      >
        <Textarea className="font-mono text-xs" value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
    </>
  );
}

function Variables({ values }: { values: Readonly<Record<string, unknown>> }) {
  const id = useId();
  const entries = Object.entries(values);
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby={id} className="border-line border-t pt-2">
      <h2 id={id} className="pb-1 font-medium text-[0.8125rem]">
        Variables
      </h2>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-xs">
        {entries.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="font-mono text-soft">{name}</dt>
            <dd className="max-h-24 overflow-y-auto font-mono [overflow-wrap:anywhere]">
              {typeof value === 'string' ? value : JSON.stringify(value)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
