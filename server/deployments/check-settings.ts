import { type DeploymentSettings, deploymentSettingsSchema } from '../../contract/deployment-settings.ts';
import type { ProblemItem } from '../../contract/problem.ts';
import { AppError } from '../errors.ts';
import type { DeploymentRecord } from '../ports/store/deployment-store.ts';
import type { Reader } from '../ports/store/store.ts';

type Fixed = Pick<DeploymentRecord, 'subject' | 'platform'>;

/** Refuses settings that contradict themselves or name what is not there, listing every problem with its field. */
export async function checkSettings(
  reader: Pick<Reader, 'flows' | 'twins'>,
  fixed: Fixed,
  settings: DeploymentSettings,
): Promise<void> {
  const shape = deploymentSettingsSchema.safeParse(settings);
  const problems: ProblemItem[] = [
    ...(shape.error?.issues ?? []).map((issue) => ({ field: issue.path.join('.'), message: issue.message })),
    ...audienceProblems(settings),
    ...criteriaProblems(settings),
    ...(await versionProblems(reader, fixed, settings)),
  ];
  if (fixed.platform.kind === 'intercom' && settings.status === 'active') {
    problems.push({ field: 'status', message: 'Intercom cannot be connected yet; keep this deployment inactive' });
  }
  if (problems.length > 0) {
    const named = problems.map((problem) => `${problem.field}: ${problem.message}`).join('; ');
    throw new AppError('invalid_request', `The settings cannot be used: ${named}.`, { problems });
  }
}

/** The subject must exist, so that a deployment always has something to run. */
export async function checkSubject(reader: Pick<Reader, 'flows' | 'twins'>, subject: Fixed['subject']): Promise<void> {
  const { kind, id } = subject;
  const found = kind === 'flow' ? await reader.flows.find(id) : await reader.twins.find(id);
  if (!found) {
    throw new AppError('invalid_request', `subject.id names no ${kind} of this workspace.`, {
      problems: [{ field: 'subject.id', message: `must be the id of a ${kind}` }],
    });
  }
}

/** Sources that are newly named must exist. One that was deleted since may stay named: nothing uses it. */
export async function checkNewSources(
  reader: Pick<Reader, 'sources'>,
  { sources: before }: Pick<DeploymentSettings, 'sources'>,
  { sources }: Pick<DeploymentSettings, 'sources'>,
): Promise<void> {
  const problems: ProblemItem[] = [];
  for (const id of Object.keys(sources).filter((named) => !Object.hasOwn(before, named))) {
    if (!(await reader.sources.find(id)))
      problems.push({ field: `sources.${id}`, message: 'must be the id of a source' });
  }
  if (problems.length === 0) return;
  const named = problems.map(({ field }) => field).join(', ');
  throw new AppError('invalid_request', `There is no such source in this workspace: ${named}.`, { problems });
}

function audienceProblems(settings: DeploymentSettings): ProblemItem[] {
  return settings.audience.groups.flatMap((group, groupIndex) =>
    group.filters.flatMap((filter, filterIndex) =>
      filter.attribute.startsWith('var.')
        ? [
            {
              field: `audience.groups.${groupIndex}.filters.${filterIndex}.attribute`,
              message: 'variables exist only inside a conversation; use contact, company, page, device or visitor',
            },
          ]
        : [],
    ),
  );
}

function criteriaProblems(settings: DeploymentSettings): ProblemItem[] {
  return settings.behavior.criteria.flatMap((criterion, index) =>
    criterion.kind === 'variable' && !criterion.filter.attribute.startsWith('var.')
      ? [{ field: `behavior.criteria.${index}.filter.attribute`, message: 'must be a variable, such as var.budget' }]
      : [],
  );
}

async function versionProblems(
  reader: Pick<Reader, 'flows' | 'twins'>,
  { subject }: Fixed,
  { versionPolicy }: DeploymentSettings,
): Promise<ProblemItem[]> {
  if (versionPolicy.kind === 'latest') return [];
  const versions = subject.kind === 'flow' ? reader.flows : reader.twins;
  if (await versions.findVersion(subject.id, versionPolicy.number)) return [];
  return [{ field: 'versionPolicy.number', message: `version ${versionPolicy.number} has not been published` }];
}
