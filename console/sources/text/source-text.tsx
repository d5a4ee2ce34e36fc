import type { SourceReply } from '../../../contract/sources.ts';
import { LeaveGuard } from '../../shell/leave-guard.tsx';
import { Button } from '../../ui/button.tsx';
import { controlClasses } from '../../ui/control-classes.ts';
import { Field, FieldError } from '../../ui/field.tsx';
import { isBeingRead } from '../source-queries.ts';
import { StaleTextDialog } from './stale-text-dialog.tsx';
import { useTextForm } from './use-text-form.ts';

/** The text of a source as Markdown. What is mended here is found at once. */
export function SourceText({ source, canChange }: { source: SourceReply; canChange: boolean }) {
  const form = useTextForm(source);
  const isReading = isBeingRead(source);
  if (source.text === null && source.kind !== 'note') {
    return (
      <p className="text-soft">
        {isReading ? 'The text appears here once it is read.' : 'It could not be read, so there is no text.'}
      </p>
    );
  }
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (event.target === event.currentTarget) form.save();
      }}
    >
      <Field
        label="Text"
        hint={
          isReading
            ? 'It is being read again, which replaces this text.'
            : 'Markdown. Headings become places of passages.'
        }
        error={form.problem}
      >
        <textarea
          className={`${controlClasses} h-[60vh] min-h-60 py-2 font-mono text-[0.8125rem]`}
          value={form.text}
          readOnly={!canChange || isReading}
          spellCheck
          onChange={(event) => form.change(event.target.value)}
        />
      </Field>
      {form.failure && <FieldError>{form.failure}</FieldError>}
      {canChange && (
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="main" disabled={!form.isDirty || isReading} isBusy={form.isBusy}>
            Save text
          </Button>
          {form.isDirty && <Button onClick={form.discard}>Discard</Button>}
        </div>
      )}
      {form.stale && <StaleTextDialog form={form} latest={form.stale} />}
      <LeaveGuard form={form}>What you changed in the text is not saved.</LeaveGuard>
    </form>
  );
}
