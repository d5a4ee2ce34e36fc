import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemError } from '../../../contract/client.ts';
import type { DeploymentSettings } from '../../../contract/deployment-settings.ts';
import { type DeploymentReply, deploymentEndpoints } from '../../../contract/deployments.ts';
import type { ProblemItem } from '../../../contract/problem.ts';
import { api } from '../../api/api.ts';
import { isProblem, messageOf, problemSentence } from '../../api/problem-message.ts';
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
  const [base, setBase] = useState(deployment);
  const [settings, setSettings] = useState(() => settingsOf(deployment));
  const [isBusy, setBusy] = useState(false);
  const [hasTried, setTried] = useState(false);
  const [refusals, setRefusals] = useState<readonly ProblemItem[]>([]);
  const [failure, setFailure] = useState<string>();
  const [stale, setStale] = useState<StaleSettings>();
  const isDirty = Object.keys(patchBetween(settingsOf(base), settings)).length > 0;
  const problems = hasTried ? [...settingProblems(settings), ...refusals] : refusals;

  function start(from: DeploymentReply, edited: DeploymentSettings) {
    setBase(from);
    setSettings(edited);
    setRefusals([]);
    setFailure(undefined);
    setStale(undefined);
  }

  // Set while rendering, so that no older settings are ever shown beside newer ones.
  if (deployment.revision > base.revision && !isBusy && !stale) {
    const merge = mergeSettings(settingsOf(base), settings, settingsOf(deployment));
    if (merge.conflicts.length === 0) start(deployment, withChanges(settingsOf(deployment), merge.mine));
  }

  async function send(edited: DeploymentSettings, on: DeploymentReply) {
    setTried(true);
    if (settingProblems(edited).length > 0) return;
    setBusy(true);
    setFailure(undefined);
    try {
      const body = { ...patchBetween(settingsOf(on), edited), revision: on.revision };
      const saved = await api.call(deploymentEndpoints.changeDeployment, { params: { id: on.id }, body });
      queries.setQueryData(deploymentQuery(on.id).queryKey, saved);
      start(saved, settingsOf(saved));
      setTried(false);
      notifyDone('Saved');
      void queries.invalidateQueries({ queryKey: deploymentsQuery.queryKey });
      void queries.invalidateQueries({ queryKey: ['deployment', on.id, 'revisions'] });
    } catch (error) {
      await refuse(error, on);
    } finally {
      setBusy(false);
    }
  }

  async function refuse(error: unknown, on: DeploymentReply) {
    if (isProblem(error, 'revision_changed')) {
      const latest = await api.call(deploymentEndpoints.getDeployment, { params: { id: on.id } }).catch(() => null);
      if (latest) return setStale({ base: settingsOf(on), latest });
    }
    const items = (error instanceof ProblemError && error.problem.problems) || [];
    setRefusals(items);
    if (items.length === 0) setFailure(messageOf(error));
  }

  return {
    settings,
    isDirty,
    isBusy,
    problems,
    failure,
    stale,
    change(part) {
      setSettings((current) => ({ ...current, ...part }));
      setRefusals((current) => current.filter(({ field }) => !Object.keys(part).some((name) => isWithin(field, name))));
      setFailure(undefined);
    },
    problemAt: (field) => problemAt(problems, field),
    save: () => void send(settings, base),
    discard: () => start(deployment, settingsOf(deployment)),
    saveOver(edited, latest) {
      start(latest, edited);
      void send(edited, latest);
    },
    takeLatest(latest) {
      queries.setQueryData(deploymentQuery(latest.id).queryKey, latest);
      start(latest, settingsOf(latest));
    },
    leaveStale: () => setStale(undefined),
  };
}

/** The first problem of a field or of something within it. */
export function problemAt(problems: readonly ProblemItem[], field: string): string | undefined {
  const problem = problems.find((each) => isWithin(each.field, field));
  return problem && problemSentence(problem.message);
}
