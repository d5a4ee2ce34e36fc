import { ownName } from '../words/choose-language.ts';
import { useSay } from '../words/words.ts';

export interface LanguagePickerProps {
  readonly offered: readonly string[];
  readonly spoken: string;
  readonly onPick: (language: string) => void;
}

/** Lets the visitor pick one of several languages. */
export function LanguagePicker({ offered, spoken, onPick }: LanguagePickerProps) {
  const say = useSay();
  if (offered.length < 2) return null;
  return (
    <label class="language">
      <span>{say('language')}</span>
      <select value={spoken} onChange={(event) => onPick(event.currentTarget.value)}>
        {offered.map((language) => (
          <option key={language} value={language} lang={language}>
            {ownName(language)}
          </option>
        ))}
      </select>
    </label>
  );
}
