import { Link, Outlet } from '@tanstack/react-router';
import { Page } from '../shell/page.tsx';

const parts = [
  { to: '/settings', label: 'Workspace' },
  { to: '/settings/members', label: 'Members' },
  { to: '/settings/models', label: 'Models' },
  { to: '/settings/api-keys', label: 'API keys' },
  { to: '/settings/secrets', label: 'Secrets' },
  { to: '/settings/audit', label: 'Audit log' },
] as const;

/** The workspace's own affairs, one part a page. */
export function SettingsPage() {
  return (
    <Page title="Settings">
      <nav aria-label="Settings" className="mb-6 border-line border-b">
        <ul className="flex gap-1 overflow-x-auto">
          {parts.map(({ to, label }) => (
            <li key={to}>
              <Link
                to={to}
                activeOptions={{ exact: true }}
                className="-mb-px block whitespace-nowrap border-transparent border-b-2 px-3 py-2 font-medium text-soft hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink"
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Outlet />
    </Page>
  );
}
