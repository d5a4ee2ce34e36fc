import type { SettingChange } from './setting-changes.ts';
import { settingInWords, settingLabel } from './setting-words.ts';

/** What changed: each setting with its value before and after. */
export function ChangeList({ changes }: { changes: readonly SettingChange[] }) {
  return (
    <dl className="grid gap-3">
      {changes.map(({ field, before, after }) => (
        <div key={field} className="grid gap-1">
          <dt className="font-medium text-[0.8125rem]">{settingLabel(field)}</dt>
          <dd className="grid gap-0.5 text-[0.8125rem]">
            <span className="break-words text-soft line-through decoration-line-control">
              <span className="sr-only">before: </span>
              {settingInWords(field, before)}
            </span>
            <span className="break-words">
              <span className="sr-only">after: </span>
              {settingInWords(field, after)}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
