import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withAttributeTables } from '../../scripts/guides/attribute-tables.ts';

it('the targeting guide lists the attributes of the catalogue; `npx tsx scripts/write-guides.ts` brings it up to date', async () => {
  const guide = await readFile(join(import.meta.dirname, '../../docs/guides/targeting.md'), 'utf8');
  expect(guide).toBe(withAttributeTables(guide));
});
