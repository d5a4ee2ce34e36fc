import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { type TwinRule, twinLimits } from '../../../core/twin/twin.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import type { TwinDraft } from '../draft/use-twin-draft.ts';
import { withMovedRule, withNewRule } from './rule-edits.ts';

export interface RuleListProps {
  title: string;
  description: string;
  /** One of them, in words. */
  noun: string;
  placeholder: string;
  /** Where they stand in the draft. */
  at: 'knowledgeRules' | 'styleRules';
  rules: readonly TwinRule[];
  draft: TwinDraft;
  canChange: boolean;
  onChange: (rules: TwinRule[]) => void;
}

/** Rules in their order, to be written, moved and removed. */
export function RuleList(props: RuleListProps) {
  const { title, description, noun, rules, canChange, onChange } = props;
  const list = useRef<HTMLOListElement>(null);
  const [added, setAdded] = useState(0);
  useEffect(() => {
    if (added > 0) list.current?.querySelector<HTMLElement>('li:last-child textarea')?.focus();
  }, [added]);
  return (
    <Card title={title} description={description}>
      {rules.length === 0 && <p className="mb-3 text-soft">None yet.</p>}
      <ol ref={list} className="grid gap-3">
        {rules.map((rule, index) => (
          <RuleRow key={rule.id} {...props} rule={rule} index={index} />
        ))}
      </ol>
      {canChange && (
        <Button
          size="small"
          className="mt-3"
          disabled={rules.length >= twinLimits.rules}
          onClick={() => {
            onChange(withNewRule(rules));
            setAdded(added + 1);
          }}
        >
          <Plus aria-hidden />
          Add a {noun}
        </Button>
      )}
    </Card>
  );
}

function RuleRow(props: RuleListProps & { rule: TwinRule; index: number }) {
  const { noun, placeholder, at, rules, draft, canChange, onChange, rule, index } = props;
  const name = `${noun} ${index + 1}`;
  return (
    <li className="flex items-start gap-1">
      <div className="min-w-0 flex-1">
        <Field
          label={`${name.charAt(0).toUpperCase()}${name.slice(1)}`}
          isLabelHidden
          hint={rule.origin && 'Distilled from a source.'}
          error={draft.problemAt(`${at}.${index}`)}
        >
          <Textarea
            rows={1}
            maxLength={twinLimits.ruleCharacters}
            placeholder={placeholder}
            value={rule.text}
            onChange={(event) => onChange(rules.with(index, { ...rule, text: event.target.value }))}
          />
        </Field>
      </div>
      {canChange && (
        <div className="flex">
          {moves.map(({ by, word, Icon }) => (
            <Button
              key={word}
              look="quiet"
              size="icon"
              aria-label={`Move ${name} ${word}`}
              aria-disabled={!rules[index + by]}
              className="aria-disabled:opacity-40"
              onClick={() => onChange(withMovedRule(rules, index, by))}
            >
              <Icon aria-hidden />
            </Button>
          ))}
          <Button
            look="quiet"
            size="icon"
            aria-label={`Remove ${name}`}
            onClick={() => onChange(rules.toSpliced(index, 1))}
          >
            <Trash2 aria-hidden />
          </Button>
        </div>
      )}
    </li>
  );
}

const moves = [
  { by: -1, word: 'up', Icon: ArrowUp },
  { by: 1, word: 'down', Icon: ArrowDown },
] as const;
