import { queryOptions } from '@tanstack/react-query';
import type { SessionSummary } from '../../../contract/sessions.ts';
import { versionQuery } from '../../flows/versions/version-query.ts';

/** The version of a flow that a session runs; not asked for where it runs a twin. */
export const versionOfSessionQuery = ({ subject, version }: Pick<SessionSummary, 'subject' | 'version'>) =>
  queryOptions({ ...versionQuery(subject.id, version.number), enabled: subject.kind === 'flow' });
