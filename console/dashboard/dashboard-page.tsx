import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { deploymentsQuery } from '../deployments/deployment-queries.ts';
import { Page } from '../shell/page.tsx';
import { Card } from '../ui/card.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Select } from '../ui/select.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { type DashboardFilter, spans } from './dashboard-filter.ts';
import { dashboardQuery } from './dashboard-queries.ts';
import { Figures } from './figures.tsx';
import { SessionSamples } from './session-samples.tsx';
import { TrendChart } from './trend-chart.tsx';
import { VersionTable } from './version-table.tsx';

const route = getRouteApi('/shell/dashboard');

/** How the conversations go: figures, trend, what worked beside what did not. */
export function DashboardPage() {
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error } = useQuery(dashboardQuery(filter));
  const { deployment } = filter;
  return (
    <Page title="Dashboard" description="How your conversations go, against the goal of their deployment.">
      <DashboardFilters
        filter={filter}
        onChange={(change) => void navigate({ search: { ...filter, ...change }, replace: true })}
      />
      {error && <ProblemNote error={error} />}
      {!data && !error && <Skeleton className="h-64" />}
      {data && (
        <div className="grid gap-4">
          <Figures counts={data.total} />
          <Card title="Sessions a day" description={`Days of ${data.timeZone}`}>
            <TrendChart days={data.days} />
          </Card>
          <div className="grid gap-4 md:grid-cols-2">
            <SessionSamples title="Achieved" deployment={deployment} outcome="achieved" none="None yet." />
            <SessionSamples title="Not achieved" deployment={deployment} outcome="notAchieved" none="None yet." />
            <SessionSamples title="Recent sessions" deployment={deployment} none="Nobody has talked yet." />
            <Card title="By version">
              <VersionTable versions={data.versions} />
            </Card>
          </div>
        </div>
      )}
    </Page>
  );
}

function DashboardFilters(props: { filter: DashboardFilter; onChange: (change: DashboardFilter) => void }) {
  const { data: deployments = [] } = useInfiniteQuery(deploymentsQuery);
  const { filter, onChange } = props;
  return (
    <search className="mb-4 flex flex-wrap items-center gap-2">
      <Select
        aria-label="Deployment"
        className="w-52 max-sm:w-full"
        value={filter.deployment ?? ''}
        options={[
          { value: '', label: 'All deployments' },
          ...deployments.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => onChange({ deployment: event.target.value || undefined })}
      />
      <Select
        aria-label="Span"
        className="w-40 max-sm:flex-1"
        value={String(filter.days ?? 30)}
        options={spans.map((days) => ({ value: String(days), label: `Last ${days} days` }))}
        onChange={(event) => onChange({ days: spans.find((days) => days === Number(event.target.value)) })}
      />
    </search>
  );
}
