import {
  applySettings,
  type DeploymentSettings,
  defaultSettings,
  storedSettings,
} from '../../contract/deployment-settings.ts';
import type { BodyOf } from '../../contract/endpoint.ts';
import type { TriedReply, twinEndpoints } from '../../contract/twins.ts';
import { chosenLanguage } from '../../core/session/chosen-language.ts';
import type { AccessBySource } from '../../core/twin/source-access.ts';
import { invalidField } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import type { UsableSource } from '../ports/store/source-store.ts';
import type { Reader } from '../ports/store/store.ts';
import { existingTwin } from './read-twins.ts';
import { shownActions, type TwinTalk, talkUnder } from './twin-talk.ts';
import { type Answering, writeAnswer } from './write-answer.ts';

type TriedQuestion = BodyOf<typeof twinEndpoints.tryTwin>;

const answerMs = 120_000;

/** Asks the twin's draft a question as its author, under the settings of a deployment or of the try; nothing is stored. */
export async function tryTwin(ctx: Answering, actor: Actor, twinId: string, tried: TriedQuestion): Promise<TriedReply> {
  const { workspaceId } = actor;
  const [talk, models] = await Promise.all([
    ctx.store.read(workspaceId, (reader) => triedTalk(reader, actor, twinId, tried)),
    ctx.brains.of(workspaceId),
  ]);
  const unheard = { piece: () => {}, restart: () => {} };
  const answer = await writeAnswer(ctx, models, talk, tried.question, unheard, AbortSignal.timeout(answerMs));
  return {
    by: answer.by,
    text: answer.text,
    citations: [...answer.citations],
    suggestions: [...answer.suggestions],
    actions: shownActions(talk, answer.actionIds),
    asksEmail: answer.asksEmail,
    offersEnd: answer.offersEnd,
    handsOff: answer.handoff !== undefined,
    ...(answer.notice !== undefined && { notice: answer.notice }),
    passages: answer.found.map((passage) => ({ ...passage, headings: [...passage.headings] })),
  };
}

async function triedTalk(
  reader: Reader,
  { workspaceId }: Actor,
  twinId: string,
  tried: TriedQuestion,
): Promise<TwinTalk> {
  const twin = await existingTwin(reader.twins, twinId);
  const sources = await reader.sources.usable(null);
  const settings = triedSettings(await startingSettings(reader, sources, tried), tried);
  const { persona, knowledgeRules, styleRules } = twin.draft;
  return {
    ...talkUnder(settings, settings, sources),
    workspaceId,
    twin: { name: twin.name, number: 0, persona, knowledgeRules, styleRules },
    language: chosenLanguage(settings.behavior.languages, tried.language),
    transcript: tried.transcript ?? [],
    // The draft, once published, records the sources as they are now.
    recorded: null,
    personId: null,
    facts: [],
    sources,
    mayAskEmail: settings.capabilities.collectEmail,
    exits: [],
    variables: [],
  };
}

/** Those of the deployment; without one nothing but that every source may be mentioned. */
async function startingSettings(
  { deployments }: Reader,
  sources: readonly UsableSource[],
  { deploymentId, language }: TriedQuestion,
): Promise<DeploymentSettings> {
  if (deploymentId === undefined) {
    return applySettings(defaultSettings(''), {
      sources: everySource(sources),
      behavior: { languages: language === undefined ? undefined : [language] },
    });
  }
  const deployment = await deployments.find(deploymentId);
  if (deployment) return storedSettings(deployment.settings);
  throw invalidField('deploymentId', 'must be the id of a deployment');
}

function triedSettings(
  settings: DeploymentSettings,
  { sources, goal, instructions, languages }: TriedQuestion,
): DeploymentSettings {
  return applySettings(settings, { sources, behavior: { goal, instructions, languages } });
}

function everySource(sources: readonly UsableSource[]): AccessBySource {
  return Object.fromEntries(sources.map(({ sourceId }) => [sourceId, 'mentioned' as const]));
}
