import { expect, it } from 'vitest';
import { type UploadChange, type UploadingFile, uploadsAfter } from './uploads-after.ts';

const added: UploadChange[] = [
  { type: 'added', key: 1, name: 'a.pdf' },
  { type: 'added', key: 2, name: 'b.pdf' },
];
const a = { key: 1, name: 'a.pdf', state: 'waiting', sent: 0 } as const;
const b = { key: 2, name: 'b.pdf', state: 'waiting', sent: 0 } as const;

it.each<[string, UploadChange[], UploadingFile[]]>([
  ['wait in line', [], [a, b]],
  ['are sent bit by bit', [{ type: 'sent', key: 1, share: 0.4 }], [{ ...a, state: 'sending', sent: 0.4 }, b]],
  [
    'say why they were refused',
    [{ type: 'failed', key: 2, problem: 'Too large.' }],
    [a, { ...b, state: 'failed', problem: 'Too large.' }],
  ],
  ['leave once they have arrived or are cancelled', [{ type: 'gone', key: 1 }], [b]],
  [
    'stay away once cancelled',
    [
      { type: 'gone', key: 1 },
      { type: 'sent', key: 1, share: 1 },
    ],
    [b],
  ],
])('files %s', (_what, changes, files) => {
  expect([...added, ...changes].reduce(uploadsAfter, [] as readonly UploadingFile[])).toEqual(files);
});
