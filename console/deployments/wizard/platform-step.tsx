import { ChoiceCards } from '../../ui/choice-cards.tsx';
import { platformWords } from '../platform-words.ts';
import type { Wizard } from './use-wizard.ts';

/** Where sessions take place. */
export function PlatformStep({ wizard }: { wizard: Wizard }) {
  return (
    <ChoiceCards
      label="Where will visitors meet it?"
      value={wizard.draft.platform}
      problem={wizard.problemAt('platform')}
      onChange={(platform) => wizard.changeDraft({ platform })}
      choices={[
        { value: 'web', ...platformWords.web },
        { value: 'api', ...platformWords.api },
        { value: 'intercom', ...platformWords.intercom, notBecause: 'Intercom cannot be connected yet.' },
      ]}
    />
  );
}
