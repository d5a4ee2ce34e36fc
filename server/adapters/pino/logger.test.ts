import { expect, test } from 'vitest';
import { UpstreamError } from '../../errors.ts';
import { pinoLog } from './logger.ts';

function recorded(level = 'info') {
  const lines: string[] = [];
  const log = pinoLog({ level, nodeId: 'node-1', destination: { write: (line) => lines.push(line) } });
  return { log, lines, records: () => lines.map((line) => JSON.parse(line)) };
}

test('a line is JSON with its level, time, node, fields and those of its log', () => {
  const { log, records } = recorded();
  log.with({ requestId: 'req-1' }).with({ sessionId: 'ses_1' }).info('session started', { mode: 'chat' });
  expect(records()).toEqual([
    {
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      nodeId: 'node-1',
      requestId: 'req-1',
      sessionId: 'ses_1',
      mode: 'chat',
      message: 'session started',
    },
  ]);
});

test('a cause is told by kind, code and place, not by the words of the database', () => {
  const { log, lines, records } = recorded();
  const cause = Object.assign(new Error('duplicate key (email)=(ada@example.com)\n at night'), { code: '23505' });
  log.error('the turn was not stored', { sessionId: 'ses_1' }, cause);
  expect(records()[0]).toMatchObject({
    level: 'error',
    error: 'Error',
    errorCode: '23505',
    stack: expect.stringContaining('at '),
  });
  expect(lines.join()).not.toContain('ada@example.com');
  expect(lines.join()).not.toContain('at night');
});

test('a parser is not quoted either', () => {
  const { log, lines } = recorded();
  log.error('unreadable', {}, new SyntaxError('Unexpected token: my diagnosis'));
  expect(lines.join()).not.toContain('diagnosis');
});

test('words of the program itself are kept', () => {
  const { log, records } = recorded();
  log.warn('effect failed', {}, new UpstreamError('http', 'crm.test refused the connection.', true));
  log.error('broken', {}, new TypeError('state is undefined'));
  expect(records()).toMatchObject([
    { provider: 'http', errorMessage: 'crm.test refused the connection.' },
    { error: 'TypeError', errorMessage: 'state is undefined' },
  ]);
});

test('something thrown that is no error is told by its type', () => {
  const { log, records } = recorded();
  log.error('odd', {}, 'secret words');
  expect(records()[0]).toMatchObject({ error: 'string' });
});

test.each(['email', 'text', 'password', 'token', 'authorization', 'url', 'name'])(
  'a field called %s is blanked',
  (field) => {
    const { log, lines } = recorded();
    log.info('careless', { [field]: 'personal' });
    log.with({ [field]: 'personal' }).info('careless');
    expect(lines.join()).not.toContain('personal');
  },
);

test('lines below the level are not written', () => {
  const { log, lines } = recorded('warn');
  log.info('started');
  expect(lines).toEqual([]);
});
