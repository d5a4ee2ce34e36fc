import { queryOptions } from '@tanstack/react-query';
import { dashboardEndpoints } from '../../contract/dashboard.ts';
import { sessionEndpoints } from '../../contract/sessions.ts';
import { api } from '../api/api.ts';
import { queryOf, type SessionFilter } from '../sessions/session-filter.ts';
import type { DashboardFilter } from './dashboard-filter.ts';

const dayMs = 24 * 60 * 60 * 1000;
const usualDays = 30;
const sampleSize = 5;

export const dashboardQuery = ({ deployment, days = usualDays }: DashboardFilter) =>
  queryOptions({
    queryKey: ['dashboard', deployment, days],
    queryFn: ({ signal }) => {
      const from = new Date(Date.now() - (days - 1) * dayMs).toISOString().slice(0, 10);
      return api.call(dashboardEndpoints.getDashboard, { query: { deployment, from }, signal });
    },
  });

/** The newest few sessions of a filter. */
export const samplesQuery = (filter: SessionFilter) =>
  queryOptions({
    queryKey: ['sessions', 'samples', filter],
    queryFn: ({ signal }) =>
      api.call(sessionEndpoints.listSessions, { query: { ...queryOf(filter), limit: sampleSize }, signal }),
  });

/** How far the sessions of a version came. */
export const funnelQuery = (flowId: string, number: number) =>
  queryOptions({
    queryKey: ['dashboard', 'funnel', flowId, number],
    queryFn: ({ signal }) => api.call(dashboardEndpoints.getFunnel, { params: { id: flowId, number }, signal }),
  });
