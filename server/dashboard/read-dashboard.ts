import type { Dashboard } from '../../contract/dashboard.ts';
import { notFound } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import type { Context } from '../ports/context.ts';
import type { SessionRollup } from '../ports/store/rollup-store.ts';
import { dashboardSpan, type Span } from './dashboard-span.ts';
import { type Calendar, calendarOf, daysFrom } from './local-days.ts';
import { noSessions, sessionCounts } from './session-counts.ts';

/** How live sessions went, of one deployment or of all. */
export function readDashboard(
  ctx: Pick<Context, 'store' | 'clock'>,
  actor: Actor,
  asked: { deployment?: string; from?: string; to?: string },
): Promise<Dashboard> {
  const { deployment } = asked;
  return ctx.store.read(actor.workspaceId, async (reader) => {
    if (deployment !== undefined && !(await reader.deployments.find(deployment))) throw notFound('deployment');
    const { timeZone } = await reader.workspace.get();
    const calendar = calendarOf(timeZone);
    const span = dashboardSpan(asked, calendar, ctx.clock.now());
    const rollup = await reader.rollups.sessions({ ...span, deployment, timeZone });
    return {
      from: span.from.toISOString(),
      to: span.to.toISOString(),
      timeZone,
      total: sessionCounts(rollup.total),
      endReasons: rollup.total.endReasons,
      days: everyDay(rollup, span, calendar),
      versions: rollup.versions.map(({ subject, number, ...tally }) => ({ subject, number, ...sessionCounts(tally) })),
      modes: rollup.modes.map(({ mode, ...tally }) => ({ mode, ...sessionCounts(tally) })),
    };
  });
}

/** Days without a session are there too, so that a trend has no gaps. */
function everyDay({ days }: SessionRollup, { from, to }: Span, calendar: Calendar): Dashboard['days'] {
  const known = new Map(days.map(({ day, ...tally }) => [day, tally]));
  const last = calendar.dayOf(new Date(to.getTime() - 1));
  return daysFrom(calendar.dayOf(from), last).map((day) => ({ day, ...sessionCounts(known.get(day) ?? noSessions) }));
}
