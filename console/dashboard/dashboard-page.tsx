import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Dashboard } from '../../contract/dashboard.ts';
import { DeploymentFilterSelect } from '../deployments/deployment-filter-select.tsx';
import type { SessionFilter } from '../sessions/session-filter.ts';
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
  return (
    <Page title="Dashboard" description="How your conversations go, against the goal of their deployment.">
      <DashboardFilters
        filter={filter}
        onChange={(change) => void navigate({ search: { ...filter, ...change }, replace: true })}
      />
      {error && <ProblemNote error={error} />}
      {!data && !error && <Skeleton className="h-64" />}
      {data && <Overview dashboard={data} counted={{ kind: 'live', from: data.from, deployment: filter.deployment }} />}
    </Page>
  );
}

/** The figures of a span, with samples of what worked beside what did not and what waits for a judge. */
function Overview({ dashboard, counted }: { dashboard: Dashboard; counted: SessionFilter }) {
  const { total, days, timeZone, versions } = dashboard;
  return (
    <div className="grid grid-cols-1 gap-4">
      <Figures counts={total} counted={counted} />
      <Card title="Sessions a day" description={`Days of ${timeZone}`}>
        <TrendChart days={days} />
      </Card>
      <div className="grid grid-cols-1 items-start gap-4 md:grid-cols-2">
        <SessionSamples
          title="Achieved"
          filter={{ ...counted, outcome: 'achieved' }}
          count={total.achieved}
          none="None yet."
        />
        <SessionSamples
          title="Not achieved"
          filter={{ ...counted, outcome: 'notAchieved' }}
          count={total.notAchieved}
          none="None yet."
        />
        <SessionSamples
          title="Waiting to be judged"
          filter={{ ...counted, outcome: 'unjudged' }}
          count={total.unjudged}
          none="Every session that ended is judged."
        />
        <SessionSamples title="Recent sessions" filter={counted} none="Nobody has talked yet." />
      </div>
      <Card title="By version">
        <VersionTable versions={versions} />
      </Card>
    </div>
  );
}

function DashboardFilters(props: { filter: DashboardFilter; onChange: (change: DashboardFilter) => void }) {
  const { filter, onChange } = props;
  return (
    <search className="mb-4 flex flex-wrap items-center gap-2">
      <DeploymentFilterSelect
        className="w-52 max-sm:w-full"
        value={filter.deployment}
        onChange={(deployment) => onChange({ deployment })}
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
