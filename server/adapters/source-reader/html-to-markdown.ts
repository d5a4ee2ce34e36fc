import TurndownService from 'turndown';

/** HTML as Markdown without pictures, scripts and forms. Tables of data stay tables; tables that lay a page out become its text. */
export function htmlToMarkdown(html: string): string {
  const service = new TurndownService({
    headingStyle: 'atx',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
    hr: '---',
  });
  service.remove([
    'script',
    'style',
    'noscript',
    'template',
    'iframe',
    'button',
    'form',
    'select',
    'textarea',
    'title',
    'head',
  ]);
  service.addRule('pictures', {
    filter: ['img', 'svg', 'picture', 'video', 'audio', 'canvas'] as 'img'[],
    replacement: () => '',
  });
  service.addRule('links', {
    filter: 'a',
    replacement: (content, node) => link(content, elementOf(node).getAttribute('href') ?? ''),
  });
  addTables(service);
  return html.trim() === '' ? '' : service.turndown(html).replace(/\u00a0/g, ' ');
}

/** The little that is asked of an HTML element. */
interface HtmlElement {
  getAttribute(name: string): string | null;
  closest(selector: string): HtmlElement | null;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): ArrayLike<HtmlElement>;
}

/** The library names the browser's types, which the server does not have. */
function elementOf(node: unknown): HtmlElement {
  return node as HtmlElement;
}

function link(content: string, target: string): string {
  const text = content.replace(/\s+/g, ' ').trim();
  const isWorthKeeping = /^(?:https?:\/\/|mailto:|tel:)[^\s()<>]{1,300}$/i.test(target);
  return text !== '' && isWorthKeeping ? `[${text}](${target})` : text;
}

function addTables(service: TurndownService): void {
  const headers = new WeakMap<object, HtmlElement | null>();
  // Asked of every cell, and answered once for a table: to find its rows anew each time takes minutes for a long one.
  const headerOf = (node: HtmlElement): HtmlElement | null => {
    const table = node.closest('table');
    if (table === null) return null;
    const found = headers.get(table);
    const header = found === undefined ? headerRow(table) : found;
    headers.set(table, header);
    return header;
  };
  const isData = (node: HtmlElement) => headerOf(node) !== null;
  service.addRule('cells', {
    filter: (node) => /^T[HD]$/.test(node.nodeName) && isData(elementOf(node)),
    replacement: (content) => ` ${content.replace(/\s+/g, ' ').trim().replaceAll('|', '\\|')} |`,
  });
  service.addRule('rows', {
    filter: (node) => node.nodeName === 'TR' && isData(elementOf(node)),
    replacement: (content, node) =>
      `\n|${content}${headerOf(elementOf(node)) === elementOf(node) ? `\n|${' --- |'.repeat(cellsOf(elementOf(node)))}` : ''}`,
  });
  service.addRule('row groups', {
    filter: (node) => /^T(?:HEAD|BODY|FOOT)$/.test(node.nodeName) && isData(elementOf(node)),
    replacement: (content) => content,
  });
  service.addRule('tables', {
    filter: (node) => node.nodeName === 'TABLE' && isData(elementOf(node)),
    replacement: (content) => `\n\n${content.trim()}\n\n`,
  });
}

/** The first row of a table of data; null for one that lays a page out. */
function headerRow(table: HtmlElement): HtmlElement | null {
  const rows = Array.from(table.querySelectorAll('tr'));
  const holdsData =
    table.querySelectorAll('table').length === 0 && rows.length > 1 && rows.some((row) => cellsOf(row) > 1);
  return holdsData ? (rows[0] ?? null) : null;
}

function cellsOf(row: HtmlElement): number {
  return row.querySelectorAll('th, td').length;
}
