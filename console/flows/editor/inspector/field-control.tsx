import type { JsonValue } from '../../../../core/json.ts';
import { Field } from '../../../ui/field.tsx';
import { Input } from '../../../ui/input.tsx';
import { Select } from '../../../ui/select.tsx';
import { useEditorContext, useEditorState } from '../editor-context.ts';
import { numberIn, textIn } from '../graph/read-data.ts';
import { BranchesControl } from './branches-control.tsx';
import { HeadersControl } from './headers-control.tsx';
import { IntentsControl } from './intents-control.tsx';
import { MediaControl } from './media-control.tsx';
import type { NodeField } from './node-fields.ts';
import { useNodeField } from './node-form-context.ts';
import { nodeOptions } from './node-options.ts';
import { OptionsControl } from './options-control.tsx';
import { SubflowControl } from './subflow-control.tsx';
import { TemplateInput } from './template-input.tsx';
import { TwinControl } from './twin-control.tsx';
import { TwinConditionsControl, TwinVariablesControl } from './twin-exit-controls.tsx';
import { ValueControl } from './value-control.tsx';
import { WeightsControl } from './weights-control.tsx';

/** The control of one field of a node's form. */
export function FieldControl({ field }: { field: NodeField }) {
  switch (field.control) {
    case 'text':
      return <TextControl field={field} />;
    case 'variable':
      return <VariableControl field={field} />;
    case 'number':
      return <NumberControl field={field} />;
    case 'bound':
      return field.as === 'date' ? <DateControl field={field} /> : <NumberControl field={field} />;
    case 'choice':
      return <ChoiceControl field={field} />;
    case 'value':
      return <ValueControl field={field} />;
    case 'options':
      return <OptionsControl path={field.path} label={field.label} />;
    case 'branches':
      return <BranchesControl path={field.path} />;
    case 'weights':
      return <WeightsControl path={field.path} />;
    case 'intents':
      return <IntentsControl path={field.path} />;
    case 'headers':
      return <HeadersControl path={field.path} label={field.label} />;
    case 'media':
      return <MediaControl path={field.path} label={field.label} />;
    case 'node':
      return <NodeControl field={field} />;
    case 'flow':
      return <SubflowControl field={field} />;
    case 'twin':
      return <TwinControl field={field} />;
    case 'twinConditions':
      return <TwinConditionsControl path={field.path} />;
    case 'twinVariables':
      return <TwinVariablesControl path={field.path} />;
    default:
      return field satisfies never;
  }
}

type Of<Control extends NodeField['control']> = { field: Extract<NodeField, { control: Control }> };

function TextControl({ field }: Of<'text'>) {
  const { value, change, problem, mark, isReadOnly } = useNodeField(field.path);
  const text = textIn(value);
  const onValue = (next: string) => change(next === '' && field.isOptional ? undefined : next);
  return (
    <Field label={field.label} hint={field.hint} error={problem} isOptional={field.isOptional}>
      {field.hasTemplates ? (
        <TemplateInput
          {...mark}
          value={text}
          onValue={onValue}
          isLong={field.isLong}
          allowsSecrets={field.allowsSecrets}
          isReadOnly={isReadOnly}
        />
      ) : (
        <Input {...mark} value={text} readOnly={isReadOnly} onChange={(event) => onValue(event.target.value)} />
      )}
    </Field>
  );
}

function VariableControl({ field }: Of<'variable'>) {
  const { value, change, problem, mark, isReadOnly } = useNodeField(field.path);
  return (
    <Field label={field.label} hint={field.hint} error={problem}>
      <Input
        {...mark}
        className="font-mono"
        autoComplete="off"
        spellCheck={false}
        value={textIn(value)}
        readOnly={isReadOnly}
        onChange={(event) => change(event.target.value)}
      />
    </Field>
  );
}

function NumberControl({ field }: Of<'number' | 'bound'>) {
  const { value, change, problem, mark, isReadOnly } = useNodeField(field.path);
  const limits = field.control === 'number' ? field : undefined;
  const hint = limits?.unit ? [limits.unit, field.hint].filter(Boolean).join('. ') : field.hint;
  return (
    <Field label={field.label} hint={hint} error={problem} isOptional={field.isOptional}>
      <Input
        {...mark}
        type="number"
        min={limits?.min}
        max={limits?.max}
        value={numberIn(value) ?? ''}
        readOnly={isReadOnly}
        onChange={(event) => change(Number.isNaN(event.target.valueAsNumber) ? undefined : event.target.valueAsNumber)}
      />
    </Field>
  );
}

function DateControl({ field }: Of<'bound'>) {
  const { value, change, problem, mark, isReadOnly } = useNodeField(field.path);
  return (
    <Field label={field.label} hint={field.hint} error={problem} isOptional={field.isOptional}>
      <Input
        {...mark}
        type="date"
        value={textIn(value)}
        readOnly={isReadOnly}
        onChange={(event) => change(event.target.value || undefined)}
      />
    </Field>
  );
}

function ChoiceControl({ field }: Of<'choice'>) {
  const { value, change, problem, mark, isReadOnly } = useNodeField(field.path);
  const text = textIn(value);
  const isKnown = field.choices.some((choice) => choice.value === text);
  const options = isKnown ? field.choices : [{ value: text, label: text || 'Choose…' }, ...field.choices];
  const onChoose = (next: string): JsonValue | undefined => (next === '' ? undefined : next);
  return (
    <Field label={field.label} hint={field.hint} error={problem}>
      <Select
        {...mark}
        options={options}
        value={text}
        disabled={isReadOnly}
        onChange={(event) => change(onChoose(event.target.value))}
      />
    </Field>
  );
}

/** The node a jump goes to. */
function NodeControl({ field }: Of<'node'>) {
  const { value, change, problem, mark, isReadOnly } = useNodeField(field.path);
  const { editor } = useEditorContext();
  const options = useEditorState(({ graph }) => graph.nodes) && nodeOptions(editor.graph());
  const targets = options.filter(({ type }) => type !== 'start' && type !== 'jump');
  return (
    <Field label={field.label} hint={field.hint} error={problem}>
      <Select
        {...mark}
        options={[{ value: '', label: 'Choose a node…' }, ...targets]}
        value={textIn(value)}
        disabled={isReadOnly}
        onChange={(event) => change(event.target.value)}
      />
    </Field>
  );
}
