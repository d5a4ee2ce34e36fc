import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withAttributeTables } from './guides/attribute-tables.ts';

/** Brings the tables of the guides up to date with the code they are about. */
const path = join(import.meta.dirname, '../docs/guides/targeting.md');
await writeFile(path, withAttributeTables(await readFile(path, 'utf8')));
