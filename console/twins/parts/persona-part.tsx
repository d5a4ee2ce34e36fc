import type { ReactElement } from 'react';
import { type Persona, personaLimits } from '../../../core/twin/twin.ts';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import type { TwinDraft } from '../draft/use-twin-draft.ts';

/** Who the twin speaks for, how, and how it begins. */
export function PersonaPart({ draft }: { draft: TwinDraft }) {
  const { persona } = draft.content;
  const bind = (field: keyof Persona) => ({
    value: persona[field],
    maxLength: personaLimits[field],
    onChange: ({ target }: { target: { value: string } }) =>
      draft.change({ persona: { ...persona, [field]: target.value } }),
  });
  const row = (field: keyof Persona, label: string, hint: string, control: ReactElement<object>) => (
    <Field label={label} isOptional={field !== 'name'} hint={hint} error={draft.problemAt(`persona.${field}`)}>
      {control}
    </Field>
  );
  return (
    <Card title="Persona" description="Whom visitors meet. A model writes in this person’s voice.">
      <div className="grid gap-4">
        {row('name', 'Name', 'The person it speaks for.', <Input autoComplete="off" {...bind('name')} />)}
        {row(
          'role',
          'Role',
          'What the person does, in a line.',
          <Input autoComplete="off" placeholder="Head of customer care" {...bind('role')} />,
        )}
        {row(
          'bio',
          'Biography',
          'What the person has done and knows.',
          <Textarea className="min-h-24!" {...bind('bio')} />,
        )}
        {row(
          'tone',
          'Tone',
          'How the person talks. The built-in brain quotes, so the tone is for a model.',
          <Textarea className="min-h-14!" placeholder="Warm, brief, never salesy" {...bind('tone')} />,
        )}
        {row(
          'greeting',
          'Greeting',
          'Said first, word for word. Without one, a plain greeting in the visitor’s language.',
          <Textarea
            className="min-h-14!"
            placeholder="Hello, I am Ada. Ask me about our tickets."
            {...bind('greeting')}
          />,
        )}
      </div>
    </Card>
  );
}
