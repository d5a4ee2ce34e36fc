import { useInfiniteQuery } from '@tanstack/react-query';
import { LanguageList } from '../../deployments/settings/language-list.tsx';
import { SourceAccessInput } from '../../deployments/sources/source-access-input.tsx';
import { sourcesQuery } from '../../sources/source-queries.ts';
import { Field } from '../../ui/field.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import type { TryingProps } from './use-tried-as.ts';

/** The settings that shape an answer; what is changed here holds for the try alone. */
export function TrySettings({ trying: { settings, change }, problemAt }: TryingProps) {
  const everySource = useInfiniteQuery(sourcesQuery({ of: 'everyone' })).data ?? [];
  const sources = settings.sources ?? Object.fromEntries(everySource.map(({ id }) => [id, 'mentioned' as const]));
  return (
    <>
      <Field label="Goal" isOptional error={problemAt('goal')}>
        <Textarea
          rows={2}
          className="min-h-14!"
          placeholder="The visitor has booked an appointment."
          value={settings.goal}
          onChange={({ target }) => change({ goal: target.value })}
        />
      </Field>
      <Field label="Instructions" isOptional error={problemAt('instructions')}>
        <Textarea
          rows={2}
          className="min-h-14!"
          value={settings.instructions}
          onChange={({ target }) => change({ instructions: target.value })}
        />
      </Field>
      <LanguageList
        hint="Answers come in the one that fits the question, else in the first."
        items={settings.languages}
        problem={problemAt('languages')}
        onChange={(languages) => change({ languages })}
      />
      <section className="grid gap-2">
        <h3 className="font-medium text-[0.8125rem]">Sources</h3>
        <SourceAccessInput isCompact draft={{ settings: { sources }, change, problemAt }} />
      </section>
    </>
  );
}
