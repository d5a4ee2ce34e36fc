import {
  Bell,
  ChartLine,
  FlaskConical,
  GitCommitHorizontal,
  History,
  Languages,
  Library,
  type LucideIcon,
  MessagesSquare,
  MousePointerClick,
  Palette,
  SlidersHorizontal,
  Timer,
  TriangleAlert,
  UsersRound,
} from 'lucide-react';
import { type ComponentType, lazy } from 'react';
import type { DeploymentReply } from '../../../contract/deployments.ts';
import { loadPatiently } from '../../api/load-patiently.ts';

type Part = ComponentType<{ deployment: DeploymentReply }>;

export interface PartEntry {
  readonly id: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly Part: Part;
}

/** A part of a deployment's page, loaded when it is opened. */
function part(id: string, label: string, icon: LucideIcon, load: () => Promise<Part>): PartEntry {
  return { id, label, icon, Part: lazy(async () => ({ default: await loadPatiently(load) })) };
}

/** Everything about a deployment, as its page groups it. */
export const partGroups: readonly { readonly group: string; readonly parts: readonly PartEntry[] }[] = [
  {
    group: 'Who meets it',
    parts: [
      part('general', 'General', SlidersHorizontal, async () => (await import('./general-part.tsx')).GeneralPart),
      part('version', 'Version', GitCommitHorizontal, async () => (await import('./version-part.tsx')).VersionPart),
      part('audience', 'Audience', UsersRound, async () => (await import('./audience-part.tsx')).AudiencePart),
      part('rollout', 'Rollout', ChartLine, async () => (await import('./rollout-part.tsx')).RolloutPart),
      part(
        'test',
        'Test a visitor',
        FlaskConical,
        async () => (await import('../visitor-test/visitor-test-part.tsx')).VisitorTestPart,
      ),
    ],
  },
  {
    group: 'What they meet',
    parts: [
      part('behavior', 'Behavior', Languages, async () => (await import('./behavior-part.tsx')).BehaviorPart),
      part('sources', 'Sources', Library, async () => (await import('./sources-part.tsx')).SourcesPart),
      part('modes', 'Modes', MessagesSquare, async () => (await import('./modes-part.tsx')).ModesPart),
      part('appearance', 'Appearance', Palette, async () => (await import('./appearance-part.tsx')).AppearancePart),
      part(
        'capabilities',
        'Capabilities',
        MousePointerClick,
        async () => (await import('./capabilities-part.tsx')).CapabilitiesPart,
      ),
      part('sessions', 'Sessions', Timer, async () => (await import('./timeouts-part.tsx')).TimeoutsPart),
    ],
  },
  {
    group: 'Afterwards',
    parts: [
      part(
        'notifications',
        'Notifications',
        Bell,
        async () => (await import('./notifications-part.tsx')).NotificationsPart,
      ),
      part('history', 'History', History, async () => (await import('../history/history-part.tsx')).HistoryPart),
      part('danger', 'Danger zone', TriangleAlert, async () => (await import('./danger-part.tsx')).DangerPart),
    ],
  },
];

export const parts: readonly PartEntry[] = partGroups.flatMap((group) => group.parts);
