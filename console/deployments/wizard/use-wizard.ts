import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { createClient, ProblemError } from '../../../contract/client.ts';
import { type DeploymentReply, deploymentEndpoints } from '../../../contract/deployments.ts';
import type { ProblemItem } from '../../../contract/problem.ts';
import { watchedFetch } from '../../api/connection.ts';
import { messageOf } from '../../api/problem-message.ts';
import { notifyDone } from '../../ui/notify.ts';
import { deploymentsQuery } from '../deployment-queries.ts';
import { isWithin } from '../settings/setting-problems.ts';
import { problemAt, type SettingsDraft } from '../settings/use-settings-form.ts';
import {
  createBody,
  type DeploymentSubject,
  draftProblems,
  forgetDraft,
  idempotencyKey,
  newDraft,
  stepOf,
  storeDraft,
  storedDraft,
  type WizardDraft,
  type WizardStep,
  wizardSteps,
} from './wizard-draft.ts';

const route = getRouteApi('/shell/deployments/new');

export interface Wizard extends SettingsDraft {
  readonly draft: WizardDraft;
  readonly step: WizardStep;
  readonly isBusy: boolean;
  readonly failure: string | undefined;
  /** Whether everything before a step is as it should be. */
  isReachable(step: WizardStep): boolean;
  changeDraft(part: Partial<WizardDraft>): void;
  goTo(step: WizardStep): void;
  /** To the next step, if this one is complete. */
  next(): void;
  back(): void;
  create(): void;
  startOver(): void;
}

/** A deployment in the making: kept by this tab until it is made, step by step in the address. */
export function useWizard(onCreated: (deployment: DeploymentReply) => void): Wizard {
  const search = route.useSearch();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => {
    const stored = storedDraft(sessionStorage);
    const wanted = subjectIn(search);
    return stored && (!wanted || stored.subject.id === wanted.id) ? stored : newDraft(wanted);
  });
  const [triedSteps, setTriedSteps] = useState<ReadonlySet<string>>(new Set());
  const [refusals, setRefusals] = useState<readonly ProblemItem[]>([]);
  const [failure, setFailure] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const all = draftProblems(draft);
  const firstOpen = Math.min(...all.map(({ field }) => wizardSteps.indexOf(stepOf(field))), wizardSteps.length);
  const isReachable = (step: WizardStep) => wizardSteps.indexOf(step) <= firstOpen;
  const wanted = wizardSteps.find(({ id }) => id === search.step) ?? wizardSteps[0];
  const step = isReachable(wanted) ? wanted : (wizardSteps[firstOpen] ?? wizardSteps[0]);
  const shown = [...all.filter(({ field }) => triedSteps.has(stepOf(field).id)), ...refusals];

  useEffect(() => storeDraft(sessionStorage, draft), [draft]);

  function change(next: WizardDraft, changed: readonly string[]) {
    setDraft(next);
    setRefusals((current) => current.filter(({ field }) => !changed.some((name) => isWithin(field, name))));
    setFailure(undefined);
  }

  const goTo = (to: WizardStep) => void navigate({ to: '/deployments/new', search: { step: to.id } });

  async function create() {
    setBusy(true);
    setFailure(undefined);
    try {
      const body = createBody(draft);
      const created = await send(body, idempotencyKey(sessionStorage, body));
      forgetDraft(sessionStorage);
      void queries.invalidateQueries({ queryKey: deploymentsQuery.queryKey });
      onCreated(created);
    } catch (error) {
      const items = (error instanceof ProblemError && error.problem.problems) || [];
      setRefusals(items);
      const [first] = items;
      if (first) goTo(stepOf(first.field));
      else setFailure(messageOf(error));
    } finally {
      setBusy(false);
    }
  }

  return {
    draft,
    settings: draft.settings,
    step,
    isBusy,
    failure,
    isReachable,
    goTo,
    change: (part) => change({ ...draft, settings: { ...draft.settings, ...part } }, Object.keys(part)),
    changeDraft: (part) =>
      change({ ...draft, ...part }, ['subject', 'platform', 'versionPolicy', ...Object.keys(part)]),
    problemAt: (field) => problemAt(shown, field),
    next() {
      setTriedSteps(new Set([...triedSteps, step.id]));
      const following = wizardSteps[wizardSteps.indexOf(step) + 1];
      if (following && isReachable(following)) goTo(following);
    },
    back() {
      const previous = wizardSteps[wizardSteps.indexOf(step) - 1];
      if (previous) goTo(previous);
    },
    create: () => void create(),
    startOver() {
      setDraft(newDraft());
      notifyDone('Started over', { undo: () => setDraft(draft) });
      setTriedSteps(new Set());
      setRefusals([]);
      goTo(wizardSteps[0]);
    },
  };
}

function subjectIn({ flow, twin }: { flow?: string; twin?: string }): DeploymentSubject | undefined {
  if (twin) return { kind: 'twin', id: twin };
  return flow ? { kind: 'flow', id: flow } : undefined;
}

function send(body: ReturnType<typeof createBody>, key: string): Promise<DeploymentReply> {
  const client = createClient({
    fetch: (url, init) => watchedFetch(url, { ...init, headers: { ...init.headers, 'idempotency-key': key } }),
  });
  return client.call(deploymentEndpoints.createDeployment, { body });
}
