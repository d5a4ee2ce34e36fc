import type { TwinDiffReply } from '../../../contract/twins.ts';
import type { FieldChange } from '../../../core/diff-fields.ts';
import type { ChangeLine } from '../../versions/change-list.tsx';
import { countedParts, detailOf } from '../../versions/change-words.ts';
import { twinFields } from '../draft/merge-twins.ts';
import { twinFieldWords } from '../draft/twin-field-words.ts';

/** A diff of a twin in words: the persona first, then rules, their order, and sources. */
export function describeTwinDiff({ persona, rules, order, sources }: TwinDiffReply): ChangeLine[] {
  return [
    ...(persona.length > 0 ? [changed('persona', 'Persona', persona.map(personaDetail))] : []),
    ...rules.map(({ ruleId, kind, change, fields }) => ({
      key: `${kind} ${ruleId}`,
      change,
      title: kind === 'knowledge' ? 'Knowledge rule' : 'Style rule',
      details: ruleDetails(fields),
    })),
    ...order.map(({ field }) =>
      changed(field, `Order of the ${field.startsWith('style') ? 'style' : 'knowledge'} rules`, []),
    ),
    ...sources.map(({ sourceId, name, change, before, after }) => ({
      key: `source ${sourceId}`,
      change,
      title: `Source · ${name ?? 'deleted since'}`,
      details: change === 'changed' ? [{ label: 'Revision', before: String(before), after: String(after) }] : [],
    })),
  ];
}

/** How much changed, in one sentence. */
export function countTwinDiff({ persona, rules, order, sources }: TwinDiffReply): string {
  const rulesThat = (wanted: ChangeLine['change']) => rules.filter(({ change }) => change === wanted).length;
  return countedParts([
    [persona.length, 'part of the persona changed', 'parts of the persona changed'],
    [rulesThat('added'), 'rule added', 'rules added'],
    [rulesThat('changed'), 'rule changed', 'rules changed'],
    [rulesThat('removed'), 'rule removed', 'rules removed'],
    [order.length, 'order changed', 'orders changed'],
    [sources.length, 'source changed', 'sources changed'],
  ]);
}

type Details = ChangeLine['details'];

function changed(key: string, title: string, details: Details): ChangeLine {
  return { key, change: 'changed', title, details };
}

function personaDetail(change: FieldChange) {
  const field = twinFields.find((known) => known === change.field);
  return { ...detailOf(change), label: field ? twinFieldWords[field] : change.field };
}

/** Where a rule was distilled from is told only where nothing else of it changed: its ids say nothing to people. */
function ruleDetails(fields: readonly FieldChange[]): Details {
  const texts = fields
    .filter(({ field }) => field === 'text')
    .map((change) => ({ ...detailOf(change), label: 'Text' }));
  return texts.length > 0 ? texts : [{ label: 'Passage it was distilled from', before: null, after: null }];
}
