import {
  Brain,
  LayoutDashboard,
  Library,
  type LucideIcon,
  MessagesSquare,
  Rocket,
  Settings,
  UsersRound,
  Workflow,
} from 'lucide-react';

export interface Place {
  readonly to: '/flows' | '/twins' | '/sources' | '/deployments' | '/dashboard' | '/sessions' | '/people' | '/settings';
  readonly label: string;
  readonly icon: LucideIcon;
  /** After `g`, goes there. */
  readonly key: string;
}

/** Where one can be, as the sidebar groups it. Only what is built. */
export const places: readonly { readonly group: string; readonly places: readonly Place[] }[] = [
  { group: 'Build', places: [{ to: '/flows', label: 'Flows', icon: Workflow, key: 'f' }] },
  {
    group: 'Train',
    places: [
      { to: '/twins', label: 'Twins', icon: Brain, key: 't' },
      { to: '/sources', label: 'Sources', icon: Library, key: 'o' },
    ],
  },
  { group: 'Deploy', places: [{ to: '/deployments', label: 'Deployments', icon: Rocket, key: 'd' }] },
  {
    group: 'Monitor',
    places: [
      { to: '/dashboard', label: 'Dashboard', icon: LayoutDashboard, key: 'm' },
      { to: '/sessions', label: 'Sessions', icon: MessagesSquare, key: 's' },
      { to: '/people', label: 'People', icon: UsersRound, key: 'p' },
    ],
  },
  { group: 'Workspace', places: [{ to: '/settings', label: 'Settings', icon: Settings, key: ',' }] },
];
