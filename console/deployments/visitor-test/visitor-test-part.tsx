import { Plus, Shuffle, X } from 'lucide-react';
import { useState } from 'react';
import type { DeploymentReply } from '../../../contract/deployments.ts';
import { decisionEndpoints } from '../../../contract/rollout-decisions.ts';
import { api } from '../../api/api.ts';
import { useAction } from '../../api/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { AttributeSelect } from '../audience/attribute-select.tsx';
import { cataloguedAttribute } from '../audience/attribute-words.ts';
import { ValueInput } from '../audience/value-input.tsx';
import { Explanation } from './explanation.tsx';
import { RecordedDecisions } from './recorded-decisions.tsx';
import { askedAttributes, type GivenAttribute, visitorOf } from './visitor-attributes.ts';

/** What a visitor would meet now, and why. Nothing is stored. */
export function VisitorTestPart({ deployment }: { deployment: DeploymentReply }) {
  const { id, platform, audience } = deployment;
  const [unitKey, setUnitKey] = useState('');
  const [given, setGiven] = useState(() => askedAttributes(audience));
  const [asked, setAsked] = useState<string>();
  const explain = useAction({
    run: () =>
      api.call(decisionEndpoints.explainDecision, {
        params: { id },
        body: visitorOf(unitKey, given, platform.kind),
      }),
    onDone: () => setAsked(unitKey),
  });
  return (
    <div className="grid gap-5">
      <Card
        title="Test a visitor"
        description="What a new conversation of this visitor would get by the settings that are saved. Nothing is stored."
      >
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            if (unitKey.trim() !== '') explain.mutate();
          }}
        >
          <div className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-2">
            <Field label="Key of the visitor">
              <Input
                required
                maxLength={200}
                autoComplete="off"
                spellCheck={false}
                placeholder="visitor-1"
                value={unitKey}
                onChange={(event) => setUnitKey(event.target.value)}
              />
            </Field>
            <Button className="h-9" onClick={() => setUnitKey(randomKey())}>
              <Shuffle aria-hidden />
              Anyone
            </Button>
          </div>
          <p className="-mt-2 text-[0.8125rem] text-faint">
            The key alone decides the bucket. Browsers keep a random one; for signed-in people it is the first key they
            came under. It is shown with each session.
          </p>
          <AttributeRows platform={platform.kind} given={given} onChange={setGiven} />
          <div className="flex flex-wrap items-center gap-2">
            <Button size="small" onClick={() => setGiven([...given, { attribute: 'contact.plan', value: '' }])}>
              <Plus aria-hidden />
              Add an attribute
            </Button>
            <Button type="submit" look="main" className="ml-auto" isBusy={explain.isPending}>
              Explain
            </Button>
          </div>
        </form>
      </Card>
      {explain.isError && <ProblemNote error={explain.error} />}
      {explain.data && <Explanation explained={explain.data} />}
      {asked !== undefined && <RecordedDecisions deploymentId={id} unitKey={asked} />}
    </div>
  );
}

function AttributeRows(props: {
  platform: DeploymentReply['platform']['kind'];
  given: readonly GivenAttribute[];
  onChange: (given: GivenAttribute[]) => void;
}) {
  const { platform, given, onChange } = props;
  if (given.length === 0) return null;
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="mb-2 font-medium text-[0.8125rem]">What is known of them</legend>
      {given.map((each, index) => {
        const entry = cataloguedAttribute(platform, each.attribute);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: attributes have no identity but their place, and keep no state
          <div key={index} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-start gap-2">
            <AttributeSelect
              platform={platform}
              value={each.attribute}
              label={`attribute ${index + 1}`}
              onChange={(attribute) => onChange(given.with(index, { ...each, attribute }))}
            />
            <ValueInput
              type={entry?.type === 'list' ? 'text' : entry?.type}
              value={each.value}
              label={`attribute ${index + 1}: value`}
              example={entry?.type === 'list' ? `${entry.example}, beta` : entry?.example}
              onChange={(value) => onChange(given.with(index, { ...each, value }))}
            />
            <Button
              look="quiet"
              size="icon"
              aria-label={`Remove attribute ${index + 1}`}
              onClick={() => onChange(given.toSpliced(index, 1))}
            >
              <X aria-hidden />
            </Button>
          </div>
        );
      })}
      <p className="text-faint text-xs">What is left empty counts as missing. Lists are written with commas.</p>
    </fieldset>
  );
}

function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  return `test-${btoa(String.fromCharCode(...bytes)).replace(/[+/]/g, 'x')}`;
}
