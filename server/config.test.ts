import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

const secretKey = 'k'.repeat(32);

test('nothing set is a working configuration', () => {
  expect(readConfig({ PATH: '/bin', HOME: '/root', PORT: '' })).toEqual({
    ok: true,
    config: {
      host: '127.0.0.1',
      port: 3000,
      dataDir: './data',
      databaseUrl: null,
      publicUrl: null,
      apiKey: null,
      owner: null,
      demo: null,
      model: null,
      rateLimits: true,
      secretKey: null,
      mail: null,
      trustProxy: false,
      httpAllow: [],
      sourceLimits: {
        fileMb: 50,
        uploadMinutes: 15,
        sources: 1000,
        characters: 4_000_000,
        pages: 2000,
        linkedPages: 5,
      },
      logLevel: 'info',
    },
  });
});

test('everything set is read', () => {
  const result = readConfig({
    HOST: '127.0.0.2',
    PORT: '8080',
    DATABASE_URL: 'postgres://parley:pw@db:5432/parley',
    PARLEY_DATA_DIR: '/srv/parley',
    PARLEY_PUBLIC_URL: 'https://parley.example.com/',
    PARLEY_API_KEY: 'pk_0123456789abcdef',
    PARLEY_OWNER_EMAIL: 'owner@example.com',
    PARLEY_OWNER_PASSWORD: 'long enough',
    PARLEY_DEMO: '0',
    PARLEY_MODEL: 'openai-compatible:qwen3:8b',
    PARLEY_MODEL_BASE_URL: 'http://localhost:11434/v1',
    PARLEY_RATE_LIMITS: 'off',
    PARLEY_SECRET_KEY: secretKey,
    PARLEY_SMTP_URL: 'smtp://localhost:2525',
    PARLEY_MAIL_FROM: 'Parley <parley@example.com>',
    PARLEY_TRUST_PROXY: '10.0.0.0/8, ::1',
    PARLEY_HTTP_ALLOW: 'crm.internal, 10.0.0.5:8080,[::1]:81',
    PARLEY_SOURCE_MAX_MB: '200',
    PARLEY_UPLOAD_MAX_MINUTES: '60',
    PARLEY_SOURCES_MAX: '50',
    PARLEY_SOURCE_MAX_CHARACTERS: '1000000',
    PARLEY_SOURCE_MAX_PAGES: '300',
    PARLEY_SOURCE_LINKED_PAGES: '0',
    PARLEY_LOG_LEVEL: 'debug',
    PARLEY_TEST_ANYTHING: 'of the scripts',
  });
  expect(result).toEqual({
    ok: true,
    config: {
      host: '127.0.0.2',
      port: 8080,
      dataDir: '/srv/parley',
      databaseUrl: 'postgres://parley:pw@db:5432/parley',
      publicUrl: 'https://parley.example.com',
      apiKey: 'pk_0123456789abcdef',
      owner: { email: 'owner@example.com', password: 'long enough' },
      demo: false,
      model: { provider: 'openai-compatible', model: 'qwen3:8b', baseUrl: 'http://localhost:11434/v1', apiKey: null },
      rateLimits: false,
      secretKey,
      mail: { url: 'smtp://localhost:2525', from: 'Parley <parley@example.com>' },
      trustProxy: ['10.0.0.0/8', '::1'],
      httpAllow: ['crm.internal', '10.0.0.5:8080', '[::1]:81'],
      sourceLimits: { fileMb: 200, uploadMinutes: 60, sources: 50, characters: 1_000_000, pages: 300, linkedPages: 0 },
      logLevel: 'debug',
    },
  });
});

test.each([
  ['on', true],
  ['true', true],
  ['off', false],
  ['2', 2],
  ['10.0.0.1', ['10.0.0.1']],
])('PARLEY_TRUST_PROXY %s', (value, trustProxy) => {
  expect(readConfig({ PARLEY_TRUST_PROXY: value })).toMatchObject({ ok: true, config: { trustProxy } });
});

test.each<[Record<string, string>, RegExp]>([
  [{ PORT: 'http' }, /^PORT must be a port from 1 to 65535, such as 3000$/],
  [{ PORT: '65536' }, /^PORT must be a port/],
  [{ PORT: '-1' }, /^PORT must be a port/],
  [{ HOST: 'a b' }, /^HOST must be a host name/],
  [{ DATABASE_URL: 'mysql://db', PARLEY_SECRET_KEY: secretKey }, /^DATABASE_URL must be a URL such as postgres:/],
  [{ DATABASE_URL: 'postgres://db/parley' }, /^PARLEY_SECRET_KEY is missing/],
  [{ PARLEY_SECRET_KEY: 'short' }, /^PARLEY_SECRET_KEY must have at least 32/],
  [{ PARLEY_PUBLIC_URL: 'parley.example.com' }, /^PARLEY_PUBLIC_URL must be a URL such as/],
  [{ PARLEY_PUBLIC_URL: 'https://example.com/parley' }, /^PARLEY_PUBLIC_URL must be without path/],
  [{ PARLEY_PUBLIC_URL: 'https://a:b@example.com' }, /^PARLEY_PUBLIC_URL must be without path/],
  [{ PARLEY_API_KEY: 'short' }, /^PARLEY_API_KEY must be 16 to 200/],
  [{ PARLEY_OWNER_EMAIL: 'owner@example.com' }, /^PARLEY_OWNER_EMAIL and PARLEY_OWNER_PASSWORD go together/],
  [{ PARLEY_OWNER_EMAIL: 'owner', PARLEY_OWNER_PASSWORD: 'long enough' }, /^PARLEY_OWNER_EMAIL must be an email/],
  [{ PARLEY_OWNER_EMAIL: 'o@e.com', PARLEY_OWNER_PASSWORD: 'short' }, /^PARLEY_OWNER_PASSWORD must have at least 10/],
  [{ PARLEY_DEMO: 'yes' }, /^PARLEY_DEMO must be one of 0, 1$/],
  [{ PARLEY_MODEL: 'gpt-5' }, /^PARLEY_MODEL must be a provider and a model, such as openai:gpt-5/],
  [{ PARLEY_MODEL: 'openai:gpt-5' }, /^PARLEY_MODEL_API_KEY is missing/],
  [{ PARLEY_MODEL: 'openai-compatible:x' }, /^PARLEY_MODEL_BASE_URL is missing/],
  [{ PARLEY_MODEL_API_KEY: 'k' }, /^PARLEY_MODEL is missing/],
  [{ PARLEY_RATE_LIMITS: 'no' }, /^PARLEY_RATE_LIMITS must be one of on, off$/],
  [{ PARLEY_RATE_LIMITS: 'off', HOST: '0.0.0.0' }, /^PARLEY_RATE_LIMITS may be off only/],
  [{ PARLEY_SMTP_URL: 'mail.example.com', PARLEY_MAIL_FROM: 'a@b' }, /^PARLEY_SMTP_URL must be a URL such as smtps:/],
  [{ PARLEY_SMTP_URL: 'smtp://localhost' }, /^PARLEY_MAIL_FROM is missing/],
  [{ PARLEY_MAIL_FROM: 'a@example.com' }, /^PARLEY_SMTP_URL is missing/],
  [{ PARLEY_SMTP_URL: 'smtp://localhost', PARLEY_MAIL_FROM: 'nobody' }, /^PARLEY_MAIL_FROM must be an address/],
  [{ PARLEY_TRUST_PROXY: 'maybe' }, /^PARLEY_TRUST_PROXY must be on, off, a number/],
  [{ PARLEY_HTTP_ALLOW: 'http://crm' }, /^PARLEY_HTTP_ALLOW must be a list of hosts/],
  [{ PARLEY_SOURCE_MAX_MB: '1001' }, /^PARLEY_SOURCE_MAX_MB must be a whole number from 1 to 1000$/],
  [{ PARLEY_SOURCES_MAX: 'many' }, /^PARLEY_SOURCES_MAX must be a whole number from 1 to 1000000$/],
  [{ PARLEY_SOURCE_MAX_CHARACTERS: '4000001' }, /^PARLEY_SOURCE_MAX_CHARACTERS must be .* to 4000000$/],
  [{ PARLEY_LOG_LEVEL: 'loud' }, /^PARLEY_LOG_LEVEL must be one of trace, debug/],
  [{ PARLEY_DATADIR: '/srv' }, /^PARLEY_DATADIR is not a setting; settings are HOST, PORT/],
])('%o is one mistake, told once', (env, problem) => {
  expect(readConfig(env)).toEqual({ ok: false, problems: [expect.stringMatching(problem)] });
});

test('all mistakes are told at once, and no secret with them', () => {
  const result = readConfig({
    PORT: 'x',
    PARLEY_API_KEY: 'hush',
    PARLEY_OWNER_PASSWORD: 'hush',
    PARLEY_LOGLEVEL: 'info',
  });
  const problems = result.ok ? [] : result.problems;
  expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
    'PARLEY_LOGLEVEL',
    'PORT',
    'PARLEY_API_KEY',
    'PARLEY_OWNER_PASSWORD',
    'PARLEY_OWNER_EMAIL',
  ]);
  expect(problems.join()).not.toContain('hush');
});

test.each(['127.0.0.1', '::1', 'localhost'])('limits may be off on %s', (host) => {
  expect(readConfig({ HOST: host, PARLEY_RATE_LIMITS: 'off' })).toMatchObject({ ok: true });
});
