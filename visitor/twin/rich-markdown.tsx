import { useMemo } from 'preact/hooks';
import { Markdown, type ShowWords } from '../markdown/markdown.tsx';
import { splitTables, type Table } from './split-tables.ts';

/** Markdown with its tables. Nobody but a twin writes tables, so the open chat does without the script for them. */
export function RichMarkdown({ text, showWords }: { text: string; showWords?: ShowWords }) {
  const stretches = useMemo(() => splitTables(text), [text]);
  return (
    <div class="rich">
      {stretches.map((stretch) => {
        if (stretch.kind === 'text') return <Markdown key={stretch.at} text={stretch.text} showWords={showWords} />;
        const table = <TableView key={stretch.at} table={stretch} showWords={showWords} />;
        return stretch.isQuoted ? <blockquote key={stretch.at}>{table}</blockquote> : table;
      })}
    </div>
  );
}

function TableView({ table: { header, rows }, showWords }: { table: Table; showWords: ShowWords | undefined }) {
  const written = (text: string) => <Markdown text={text} showWords={showWords} />;
  const headCell = (text: string) => <th scope="col">{written(text)}</th>;
  const cell = (text: string) => <td>{written(text)}</td>;
  const row = (cells: readonly string[]) => <tr>{cells.map(cell)}</tr>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll it
    <div class="table" dir="auto" tabIndex={0}>
      <table>
        <thead>
          <tr>{header.map(headCell)}</tr>
        </thead>
        <tbody>{rows.map(row)}</tbody>
      </table>
    </div>
  );
}
