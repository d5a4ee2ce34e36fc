import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { SourceReply } from '../../contract/sources.ts';
import { useCan } from '../access/workspace-queries.ts';
import { PersonLink } from '../people/person-link.tsx';
import { Page } from '../shell/page.tsx';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { FieldError } from '../ui/field.tsx';
import { Moment } from '../ui/moment.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { Ago } from '../ui/time.tsx';
import { OwnAccessSelect } from './own-access-select.tsx';
import { PassageList } from './passage-list.tsx';
import { SourceMenu } from './source-menu.tsx';
import { sourceQuery } from './source-queries.ts';
import { SourceStatusBadge } from './source-status.tsx';
import { kindWords, sizeInWords } from './source-words.ts';
import { SourceText } from './text/source-text.tsx';

const route = getRouteApi('/shell/sources/$sourceId');

/** A source: its text, to be mended, and the passages that answers can quote. */
export function SourcePage() {
  const { sourceId } = route.useParams();
  const { tab = 'text' } = route.useSearch();
  const navigate = route.useNavigate();
  const canChange = useCan('twins:write');
  const { data: source } = useSuspenseQuery(sourceQuery(sourceId));
  const show = (id: string) =>
    void navigate({ search: { tab: id === 'passages' ? id : undefined }, replace: true, resetScroll: false });
  return (
    <Page
      title={source.name}
      back={{ label: 'Sources', link: { to: '/sources' } }}
      badge={<SourceStatusBadge source={source} />}
      actions={
        canChange && <SourceMenu source={source} onDeleted={() => void navigate({ to: '/sources', search: {} })} />
      }
    >
      {source.error !== null && (
        <div className="mb-4">
          <FieldError>
            {source.error}
            {source.retry && (
              <>
                {` Try ${source.retry.attempt} of ${source.retry.of} follows at `}
                <Moment at={source.retry.at} pattern="HH:mm:ss" />.
              </>
            )}
          </FieldError>
        </div>
      )}
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <Tabs
          label="Parts of the source"
          value={tab}
          onChange={show}
          tabs={[
            {
              id: 'text',
              label: 'Text',
              content: <SourceText key={source.id} source={source} canChange={canChange} />,
            },
            {
              id: 'passages',
              label: `Passages (${source.passages.toLocaleString()})`,
              content: <PassageList source={source} />,
            },
          ]}
        />
        <Card title="Facts">
          <Facts facts={factsOf(source, canChange)} />
        </Card>
      </div>
    </Page>
  );
}

function factsOf(source: SourceReply, canChange: boolean): [string, ReactNode][] {
  const { kind, url, hint, sizeBytes, mediaType, characters, revision, updatedAt } = source;
  return [
    ['Kind', kindWords[kind]],
    ...(url === null ? [] : [['Address', <PageLink key="url" url={url} />] satisfies [string, ReactNode]]),
    ...(hint ? [['Hint', hint] satisfies [string, ReactNode]] : []),
    ...(sizeBytes === null ? [] : [['Size', sizeInWords(sizeBytes)] satisfies [string, ReactNode]]),
    ...(mediaType === null ? [] : [['Type', mediaType] satisfies [string, ReactNode]]),
    ['Characters', characters.toLocaleString()],
    ['Revision', revision ?? 'Not read yet'],
    ...usesOf(source, canChange),
    ['Changed', <Ago key="changed" at={updatedAt} />],
  ];
}

/** By whom it is used, and how. */
function usesOf(source: SourceReply, canChange: boolean): [string, ReactNode][] {
  const { personId } = source;
  if (personId === null) return [['Used', 'As each deployment says']];
  return [
    [
      'Belongs to',
      <span key="person">
        <PersonLink personId={personId} />, and serves talks with nobody else
      </span>,
    ],
    ['In these talks', <OwnAccessSelect key="access" source={source} isDisabled={!canChange} />],
  ];
}

function PageLink({ url }: { url: string }) {
  return (
    <a href={url} target="_blank" rel="noreferrer" className="wrap-anywhere text-accent-text hover:underline">
      {url}
    </a>
  );
}
