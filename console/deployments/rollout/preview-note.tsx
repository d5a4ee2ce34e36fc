import type { Audience } from '../../../core/rollout/audience.ts';
import { messageOf } from '../../api/problem-message.ts';
import { classes } from '../../ui/classes.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { SettingsDraft } from '../settings/use-settings-form.ts';
import { type Preview, previewInWords } from './preview-in-words.ts';
import { useRolloutPreview } from './use-rollout-preview.ts';

/** What share of recent visitors the settings on the page would admit, while they are being changed. */
export function PreviewNote({ deploymentId, draft }: { deploymentId: string; draft: SettingsDraft }) {
  const { preview, isComplete, isOld } = useRolloutPreview(deploymentId, draft.settings);
  const { data } = preview;
  return (
    <section
      aria-label="Preview"
      className="grid gap-2.5 rounded-xl border border-line bg-surface px-4 py-3.5 shadow-card"
    >
      {data && data.visitors > 0 && isComplete && <ShareBar preview={data} />}
      <p role="status" className={classes('transition-opacity', isOld && isComplete && 'opacity-60')}>
        {!isComplete && 'Complete the rules to see how many recent visitors match.'}
        {isComplete && data && previewInWords(data)}
        {isComplete && !data && preview.isError && messageOf(preview.error)}
      </p>
      {isComplete && preview.isPending && <Skeleton className="h-4 w-3/4" />}
      <p className="text-faint text-xs empty:hidden">
        {draft.settings.status === 'inactive' && 'As if the deployment were active. '}
        {asksForPage(draft.settings.audience) &&
          'Of a page only its UTM fields are remembered, so rules on anything else of it cannot be tried here.'}
      </p>
    </section>
  );
}

function asksForPage({ groups }: Audience): boolean {
  return groups.some(({ filters }) => filters.some(({ attribute }) => /^page\.(?!utm_)/.test(attribute)));
}

function ShareBar({ preview: { visitors, matching, served } }: { preview: Preview }) {
  return (
    <div aria-hidden className="relative h-2 overflow-hidden rounded-full bg-sunken">
      <span
        className="absolute inset-y-0 left-0 rounded-full bg-accent/30"
        style={{ width: `${(matching / visitors) * 100}%` }}
      />
      <span
        className="absolute inset-y-0 left-0 rounded-full bg-accent"
        style={{ width: `${(served / visitors) * 100}%` }}
      />
    </div>
  );
}
