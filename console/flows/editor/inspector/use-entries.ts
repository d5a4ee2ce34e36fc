import type { JsonValue } from '../../../../core/json.ts';
import { useEditorContext } from '../editor-context.ts';
import { valueAt, withValueAt } from '../graph/change-path.ts';
import { listIn, objectIn, textIn } from '../graph/read-data.ts';
import { useChangeData, useNodeForm } from './node-form-context.ts';

export interface Entries {
  readonly entries: readonly JsonValue[];
  readonly ids: ReadonlySet<string>;
  /** What is wrong with the list as a whole, or with something in it that has no control of its own. */
  readonly problem: string | undefined;
  readonly problemAt: (field: string) => string | undefined;
  /** Undefined where nothing may be changed. */
  readonly add: ((entry: JsonValue) => void) | undefined;
  readonly remove: ((index: number) => void) | undefined;
  readonly move: ((index: number, to: number) => void) | undefined;
}

/** A list in the node's data, by its path. */
export function useEntries(path: string): Entries {
  const { node, problems } = useNodeForm();
  const { canEdit } = useEditorContext();
  const changeData = useChangeData();
  const entries = listIn(valueAt(node.data, path));
  const change = (make: (list: JsonValue[]) => JsonValue[]) =>
    changeData((data) => withValueAt(data, path, make([...listIn(valueAt(data, path))])));
  const problemAt = (field: string) => problems.find((problem) => problem.field === field)?.message;
  return {
    entries,
    ids: new Set(entries.map((entry) => textIn(objectIn(entry).id))),
    problem: problemAt(path),
    problemAt,
    add: canEdit ? (entry) => change((list) => [...list, entry]) : undefined,
    remove: canEdit ? (index) => change((list) => list.filter((_, each) => each !== index)) : undefined,
    move: canEdit
      ? (index, to) =>
          change((list) => {
            const [entry] = list.splice(index, 1);
            if (entry !== undefined) list.splice(to, 0, entry);
            return list;
          })
      : undefined,
  };
}
