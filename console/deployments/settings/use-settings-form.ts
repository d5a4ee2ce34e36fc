import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DeploymentSettings } from '../../../contract/deployment-settings.ts';
import { type DeploymentReply, deploymentEndpoints } from '../../../contract/deployments.ts';
import type { ProblemItem } from '../../../contract/problem.ts';
import { api } from '../../api/api.ts';
import { problemSentence } from '../../api/problem-message.ts';
import { useRevisedEdit } from '../../api/use-revised-edit.ts';
import { notifyDone } from '../../ui/notify.ts';
import { deploymentQuery, deploymentsQuery } from '../deployment-queries.ts';
import { mergeSettings } from './merge-settings.ts';
import { patchBetween, withChanges } from './setting-changes.ts';
import { isWithin, settingProblems } from './setting-problems.ts';
import { settingsOf } from './settings-of.ts';

/** Settings being edited, whoever keeps them afterwards. */
export interface SettingsDraft {
  readonly settings: DeploymentSettings;
  /** Replaces some settings; those not named stay. */
  change(part: Partial<DeploymentSettings>): void;
  /** What is wrong with a field, or with something within it, as a sentence. */
  problemAt(field: string): string | undefined;
}

/** The settings were changed by somebody else since they were read. */
export interface StaleSettings {
  readonly base: DeploymentSettings;
  readonly latest: DeploymentReply;
}

export interface SettingsForm extends SettingsDraft {
  readonly isDirty: boolean;
  readonly isBusy: boolean;
  readonly problems: readonly ProblemItem[];
  /** Why saving failed, where no field is to blame. */
  readonly failure: string | undefined;
  readonly stale: StaleSettings | undefined;
  save(): void;
  discard(): void;
  /** Saves these settings on top of what somebody else saved. */
  saveOver(settings: DeploymentSettings, latest: DeploymentReply): void;
  /** Takes what somebody else saved, and drops one's own changes. */
  takeLatest(latest: DeploymentReply): void;
  /** Goes on editing; the next save meets the same question. */
  leaveStale(): void;
}

/**
 * Edits a deployment's settings against the revision they were read at. Changes of others that touch nothing edited
 * here are taken in silently; the server refuses to save over any that do.
 */
export function useSettingsForm(deployment: DeploymentReply): SettingsForm {
  const queries = useQueryClient();
  const [hasTried, setTried] = useState(false);
  const edit = useRevisedEdit<DeploymentReply, DeploymentSettings>({
    current: deployment,
    editedOf: settingsOf,
    rebase: upon,
    maySend: (settings) => settingProblems(settings).length === 0,
    save: (settings, on) =>
      api.call(deploymentEndpoints.changeDeployment, {
        params: { id: on.id },
        body: { ...patchBetween(settingsOf(on), settings), revision: on.revision },
      }),
    staleCode: 'revision_changed',
    readAgain: ({ id }) => api.call(deploymentEndpoints.getDeployment, { params: { id } }),
    keep: (reply) => queries.setQueryData(deploymentQuery(reply.id).queryKey, reply),
    onSaved({ id }) {
      setTried(false);
      notifyDone('Saved');
      void queries.invalidateQueries({ queryKey: deploymentsQuery.queryKey });
      void queries.invalidateQueries({ queryKey: ['deployment', id, 'revisions'] });
    },
  });
  const { base, edited: settings, stale } = edit;
  const problems = hasTried ? [...settingProblems(settings), ...edit.problems] : edit.problems;
  return {
    ...edit,
    settings,
    problems,
    isDirty: Object.keys(patchBetween(settingsOf(base), settings)).length > 0,
    stale: stale && { base: settingsOf(stale.base), latest: stale.latest },
    change: (part) =>
      edit.change(
        (current) => ({ ...current, ...part }),
        ({ field }) => Object.keys(part).some((name) => isWithin(field, name)),
      ),
    problemAt: (field) => problemAt(problems, field),
    save() {
      setTried(true);
      edit.save();
    },
    saveOver(edited, latest) {
      setTried(true);
      edit.saveOver(edited, latest);
    },
  };
}

/** The first problem of a field or of something within it. */
export function problemAt(problems: readonly ProblemItem[], field: string): string | undefined {
  const problem = problems.find((each) => isWithin(each.field, field));
  return problem && problemSentence(problem.message);
}

function upon(base: DeploymentReply, settings: DeploymentSettings, current: DeploymentReply) {
  if (current.revision <= base.revision) return undefined;
  const { mine, conflicts } = mergeSettings(settingsOf(base), settings, settingsOf(current));
  return conflicts.length === 0 ? withChanges(settingsOf(current), mine) : undefined;
}
