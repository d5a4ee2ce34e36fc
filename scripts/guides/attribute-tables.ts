import { attributeCatalogue } from '../../core/rollout/attribute-catalogue.ts';

const platformTitles = { web: 'Web', api: 'API', intercom: 'Intercom' } as const;
const begin = '<!-- attributes: begin (npx tsx scripts/write-guides.ts) -->';
const end = '<!-- attributes: end -->';

/** The guide with the tables of the attribute catalogue as they are now. */
export function withAttributeTables(guide: string): string {
  const [before, rest] = guide.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error('The guide has no place for the attribute tables.');
  return `${before}${begin}\n\n${attributeTables()}\n\n${end}${after}`;
}

/** One table for all platforms that know the same, so that nothing is said twice. */
function attributeTables(): string {
  const platforms = Object.keys(platformTitles) as (keyof typeof platformTitles)[];
  const tables = [...new Set(platforms.map(tableOf))];
  const titlesOf = (table: string) =>
    platforms.filter((platform) => tableOf(platform) === table).map((platform) => platformTitles[platform]);
  return tables.map((table) => `### ${titlesOf(table).join(' and ')}\n\n${table}`).join('\n\n');
}

function tableOf(platform: keyof typeof platformTitles): string {
  const rows = attributeCatalogue[platform].map(({ attribute, type, example, description, trusted }) =>
    row([`\`${attribute}\``, type, `\`${example}\``, description, trusted ? 'vouched for' : 'claimed by the browser']),
  );
  return [
    row(['Attribute', 'Type', 'Example', 'Meaning', 'Origin']),
    row(['---', '---', '---', '---', '---']),
    ...rows,
  ].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
