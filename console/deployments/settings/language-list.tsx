import { ChipList, type ChipListProps } from './chip-list.tsx';

/** Languages that answers may be in, the first one where none fits the visitor. */
export function LanguageList(props: Pick<ChipListProps, 'hint' | 'items' | 'problem' | 'onChange'>) {
  return (
    <ChipList
      {...props}
      label="Allowed languages"
      say={languageName}
      suggestions={usualLanguages}
      input={{ placeholder: 'de', maxLength: 40 }}
    />
  );
}

const usualLanguages = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'nl',
  'pl',
  'pt',
  'pt-BR',
  'sv',
  'tr',
  'uk',
  'ar',
  'he',
  'ja',
  'zh',
];

function languageName(tag: string): string {
  try {
    return `${new Intl.DisplayNames('en', { type: 'language' }).of(tag)} (${tag})`;
  } catch {
    return tag;
  }
}
