import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { SourceSummary } from '../../contract/sources.ts';
import { rowLinkClasses } from '../ui/table.tsx';
import { kindWords } from './source-words.ts';

/** A source as the first cell of a row: what it is called, of what kind, and why it could not be read. */
export function SourceName(props: { source: SourceSummary; children?: ReactNode }) {
  const { id, name, kind, error } = props.source;
  return (
    <span className="block min-w-26">
      <Link to="/sources/$sourceId" params={{ sourceId: id }} className={`${rowLinkClasses} wrap-anywhere`}>
        {name}
      </Link>
      <span className="block text-[0.8125rem] text-soft">
        {kindWords[kind]}
        {props.children}
      </span>
      {error !== null && <span className="wrap-anywhere block text-[0.8125rem] text-bad">{error}</span>}
    </span>
  );
}
