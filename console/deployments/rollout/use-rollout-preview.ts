import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { decisionEndpoints } from '../../../contract/rollout-decisions.ts';
import { api } from '../../api/api.ts';
import { settingProblems } from '../settings/setting-problems.ts';
import type { SettingsDraft } from '../settings/use-settings-form.ts';

const waitMs = 400;

/** What share of recent visitors these settings would admit; asked once typing pauses, and only about complete rules. */
export function useRolloutPreview(deploymentId: string, settings: SettingsDraft['settings']) {
  const { audience, rollout } = settings;
  const text = JSON.stringify({ audience, percentage: rollout.percentage });
  const settled = useSettled(text, waitMs);
  const isComplete = settingProblems(settings).every(
    ({ field }) => !field.startsWith('audience') && field !== 'rollout.percentage',
  );
  const preview = useQuery({
    queryKey: ['deployment', deploymentId, 'preview', settled],
    queryFn: ({ signal }) =>
      api.call(decisionEndpoints.previewRollout, {
        params: { id: deploymentId },
        body: { audience, rollout: { percentage: rollout.percentage } },
        signal,
      }),
    placeholderData: keepPreviousData,
    enabled: isComplete && settled === text,
  });
  return { preview, isComplete, isOld: settled !== text || preview.isPlaceholderData };
}

/** The value once it has not changed for a while. */
function useSettled<Value>(value: Value, forMs: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), forMs);
    return () => clearTimeout(timer);
  }, [value, forMs]);
  return settled;
}
