import { useState } from 'react';
import { FieldError } from '../../../ui/field.tsx';
import { Input } from '../../../ui/input.tsx';
import { objectIn, textIn } from '../graph/read-data.ts';
import { EntryRows } from './entry-rows.tsx';
import { useNodeField, useNodeForm } from './node-form-context.ts';
import { TemplateInput } from './template-input.tsx';

type Header = readonly [name: string, value: string];

/** Headers of a request. Rows are kept here while a name is empty or written twice, which a group of fields cannot hold. */
export function HeadersControl({ path, label }: { path: string; label: string }) {
  const { node, problems } = useNodeForm();
  const { value, change, isReadOnly, problem } = useNodeField(path);
  const stored = Object.entries(objectIn(value)).map(([name, text]): Header => [name, textIn(text)]);
  const [rows, setRows] = useState<{ of: string; rows: readonly Header[] }>({ of: node.id, rows: stored });
  const shown = rows.of === node.id && isSame(named(rows.rows), named(stored)) ? rows.rows : stored;
  const update = (next: readonly Header[]) => {
    setRows({ of: node.id, rows: next });
    const headers = Object.fromEntries(named(next));
    change(Object.keys(headers).length > 0 ? headers : undefined);
  };
  const replace = (index: number, header: Header) => update(shown.map((each, at) => (at === index ? header : each)));
  const problemOf = (name: string) => problems.find(({ field }) => field === `${path}.${name}`)?.message;
  return (
    <EntryRows
      label={label}
      entries={shown}
      keyOf={(_, index) => String(index)}
      nameOf={([name]) => `header ${name}`}
      addLabel="Add a header"
      onAdd={isReadOnly ? undefined : () => setRows({ of: node.id, rows: [...shown, ['', '']] })}
      onRemove={isReadOnly ? undefined : (index) => update(shown.filter((_, at) => at !== index))}
      problem={problem}
      field={path}
    >
      {([name, text], index) => (
        <div className="grid gap-1">
          <Input
            aria-label="Header name"
            data-field={`${path}.${name}`}
            className="font-mono text-xs"
            placeholder="Authorization"
            autoComplete="off"
            value={name}
            readOnly={isReadOnly}
            onChange={(event) => replace(index, [event.target.value, text])}
          />
          <TemplateInput
            aria-label={`Value of ${name || 'the header'}`}
            className="font-mono text-xs"
            placeholder="Bearer {{secret.TOKEN}}"
            allowsSecrets
            isReadOnly={isReadOnly}
            value={text}
            onValue={(next) => replace(index, [name, next])}
          />
          {problemOf(name) && <FieldError>{problemOf(name)}</FieldError>}
        </div>
      )}
    </EntryRows>
  );
}

function named(headers: readonly Header[]): readonly Header[] {
  return [...new Map(headers.filter(([name]) => name !== ''))];
}

function isSame(one: readonly Header[], other: readonly Header[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
