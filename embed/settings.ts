/** How and where a conversation is put into a customer's page. */
export interface EmbedSettings {
  readonly deployment: string;
  /** `bubble`: a launcher in a corner; `inline`: inside the element `target`; `page`: over the whole page. */
  readonly mode: EmbedMode;
  /** A selector; for `inline` only. */
  readonly target: string | null;
  /** A JWT signed with the workspace's identity secret. */
  readonly identityToken: string | null;
  /** Where our server is. */
  readonly origin: string;
}
const embedModes = ['bubble', 'inline', 'page'] as const;
export type EmbedMode = (typeof embedModes)[number];

/** Reads settings as the script element's `data-` attributes or the `boot` command give them; null without a deployment. */
export function readSettings(given: Readonly<Record<string, unknown>>, origin: string): EmbedSettings | null {
  const deployment = textOf(given.deployment);
  if (!deployment) return null;
  const target = textOf(given.target);
  const mode = embedModes.find((known) => known === given.mode) ?? (target ? 'inline' : 'bubble');
  return { deployment, mode, target, identityToken: textOf(given.identityToken), origin };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
