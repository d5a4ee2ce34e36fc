import { readFileSync } from 'node:fs';
import { parseSync, Visitor } from 'oxc-parser';

/** One import of a file: what is written between the quotes, or null where it is computed; and the line it stands on. */
export interface Import {
  readonly specifier: string | null;
  readonly line: number;
}

interface SourceNode {
  readonly type: string;
  readonly start: number;
}

/** Every import of a TypeScript or JavaScript file: static, re-exporting, dynamic and `import('…').Type`. */
export function readImports(path: string): readonly Import[] {
  const text = readFileSync(path, 'utf8');
  const { program, errors } = parseSync(path, text);
  const [error] = errors;
  if (error) throw new Error(`${path} cannot be parsed: ${error.message}`);
  const found: Import[] = [];
  const add = (source: SourceNode | null) => {
    if (source) found.push({ specifier: literal(source), line: text.slice(0, source.start).split('\n').length });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source),
    ExportNamedDeclaration: (node) => add(node.source),
    ExportAllDeclaration: (node) => add(node.source),
    ImportExpression: (node) => add(node.source),
    TSImportType: (node) => add(node.source),
    TSExternalModuleReference: (node) => add(node.expression),
  }).visit(program);
  return found;
}

function literal(node: SourceNode): string | null {
  if ('value' in node && typeof node.value === 'string') return node.value;
  return null;
}
