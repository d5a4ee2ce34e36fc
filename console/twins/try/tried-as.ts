import type { DeploymentSettings } from '../../../contract/deployment-settings.ts';
import type { BodyOf } from '../../../contract/endpoint.ts';
import type { TriedReply, twinEndpoints } from '../../../contract/twins.ts';

/** What a try may set otherwise than the deployment it is made as. */
export interface TriedSettings {
  readonly goal: string;
  readonly instructions: string;
  readonly languages: string[];
  /** Every source may be mentioned where it says nothing. */
  readonly sources?: DeploymentSettings['sources'];
}

export type SentQuestion = BodyOf<typeof twinEndpoints.tryTwin>;
/** Under what a question is asked: the deployment, if any, and what is set otherwise. */
export type TriedAs = Pick<SentQuestion, 'deploymentId' | keyof TriedSettings>;

/** A question of the talk, as what it was asked, and its answer. */
export interface Turn {
  readonly question: string;
  readonly reply: TriedReply;
  readonly as: TriedAs;
  /** In words. */
  readonly label: string;
}

/** What of the settings differs from those of the deployment. */
export function changesFrom(base: TriedSettings, settings: TriedSettings): Partial<TriedSettings> {
  const names = ['goal', 'instructions', 'languages', 'sources'] as const;
  return Object.fromEntries(
    names.filter((name) => !isSame(base[name], settings[name])).map((name) => [name, settings[name]]),
  );
}

/** Whether a turn begins a talk: a session keeps what it began under, so an answer knows only of those under the same. */
export function beginsTalk(turns: readonly Turn[], index: number): boolean {
  return index === 0 || !isSame(turns[index - 1]?.as, turns[index]?.as);
}

/** What an answer under `as` knows of what was said before, oldest first. */
export function transcriptUnder(turns: readonly Turn[], as: TriedAs): NonNullable<SentQuestion['transcript']> {
  const other = turns.findLastIndex((turn) => !isSame(turn.as, as));
  return turns
    .slice(other + 1)
    .slice(-mostTurns)
    .flatMap(({ question, reply }) => [
      { from: 'visitor' as const, text: question },
      { from: 'twin' as const, text: reply.text.slice(0, 16_000) },
    ]);
}

const mostTurns = 50;

/** Documents of JSON; the order of fields does not matter. */
function isSame(one: unknown, other: unknown): boolean {
  return inOrder(one) === inOrder(other);
}

function inOrder(document: unknown): string {
  return JSON.stringify(document, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
