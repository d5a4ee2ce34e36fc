import { Save } from 'lucide-react';
import { problemSentence } from '../../api/problem-message.ts';
import { useCommands } from '../../shell/commands.ts';
import { Button } from '../../ui/button.tsx';
import { FieldError } from '../../ui/field.tsx';
import { isWithin } from './setting-problems.ts';
import { settingLabel } from './setting-words.ts';
import type { SettingsForm } from './use-settings-form.ts';

/** Says that something is not saved yet, and saves or drops it. Stays at the lower edge of the window. */
export function SaveBar({ form, fields }: { form: SettingsForm; fields: readonly string[] }) {
  useCommands([
    {
      id: 'save',
      label: 'Save',
      group: 'This deployment',
      icon: Save,
      keys: 'mod+s',
      run: () => form.isDirty && form.save(),
    },
  ]);
  if (!form.isDirty) return null;
  const elsewhere = form.problems.filter(({ field }) => !fields.some((own) => isWithin(field, own)));
  return (
    <section
      aria-label="Unsaved changes"
      className="sticky bottom-3 z-10 grid gap-2 rounded-xl bg-raised px-4 py-3 shadow-float"
    >
      {form.failure && <FieldError>{form.failure}</FieldError>}
      {elsewhere.map(({ field, message }) => (
        <FieldError key={`${field} ${message}`}>{`${settingLabel(field)}: ${problemSentence(message)}`}</FieldError>
      ))}
      <div className="flex flex-wrap items-center justify-end gap-2">
        <p className="min-w-32 flex-1 text-soft">
          {form.problems.length > 0 ? 'Something has to be mended first' : 'Not saved yet'}
        </p>
        <Button onClick={form.discard}>Discard</Button>
        <Button look="main" type="submit" isBusy={form.isBusy}>
          Save
        </Button>
      </div>
    </section>
  );
}
