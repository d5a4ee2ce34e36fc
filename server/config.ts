import ipaddr from 'ipaddr.js';
import * as z from 'zod';
import { sourceTextLimit } from '../contract/sources.ts';
import { modelProviders } from '../core/twin/model-provider.ts';
import type { ModelAccess } from './ports/models.ts';
import type { SourceLimits } from './ports/source-limits.ts';

/** Everything the environment decides, typed and checked. Absent settings are null where absence means something. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** An external PostgreSQL; null for the embedded one in `dataDir`. */
  readonly databaseUrl: string | null;
  /** Without a slash at the end; null for the address the server listens on. */
  readonly publicUrl: string | null;
  /** Made at first start, with all scopes. */
  readonly apiKey: string | null;
  /** Made at first start. */
  readonly owner: { readonly email: string; readonly password: string } | null;
  /** Whether the demo is seeded; null seeds it on an empty database only. */
  readonly demo: boolean | null;
  /** Null for the built-in brain. */
  readonly model: ModelAccess | null;
  readonly rateLimits: boolean;
  /** Null: one is kept in `dataDir`. */
  readonly secretKey: string | null;
  /** The mail server and the sender; null sends no mail. */
  readonly mail: { readonly url: string; readonly from: string } | null;
  /** Whose `X-Forwarded-For` is believed: nobody's, everybody's, that of so many proxies, or of these addresses. */
  readonly trustProxy: boolean | number | string[];
  /** Hosts that HTTP nodes may call although they are private: `host` or `host:port`. */
  readonly httpAllow: string[];
  readonly logLevel: LogLevel;
  readonly sourceLimits: SourceLimits;
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Reads the configuration, or tells every mistake at once: the variable, what is wrong and what would be right. Values are never repeated: some are secrets. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
): { ok: true; config: Config } | { ok: false; problems: string[] } {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = variables.safeParse(given);
  const problems = [
    ...unknownVariables(given),
    ...(parsed.error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`),
    ...disagreements(given),
  ];
  if (!parsed.success || problems.length > 0) return { ok: false, problems };
  return { ok: true, config: configOf(parsed.data) };
}

/** Where people reach this server, without a slash at the end. */
export function publicUrlOf({ publicUrl, host, port }: Config): string {
  return publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

const oneOf = <const Word extends string>(words: readonly Word[]) =>
  z.enum(words, { error: `must be one of ${words.join(', ')}` });
const text = (pattern: RegExp, rule: string) => z.string().regex(pattern, `must be ${rule}`);
const atLeast = (length: number) => z.string().min(length, `must have at least ${length} characters`);
const url = (protocols: readonly string[], example: string) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `must be a URL such as ${example}`,
  });
const listed = (value: string) => value.split(/[\s,]+/).filter((item) => item !== '');

const port = text(/^\d{1,5}$/, 'a port from 1 to 65535, such as 3000')
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65_535, {
    error: 'must be a port from 1 to 65535, such as 3000',
    abort: true,
  });

const publicUrl = url(['http:', 'https:'], 'https://parley.example.com')
  .refine((value) => !URL.canParse(value) || /^https?:\/\/[^/?#@]+\/?$/i.test(value), {
    error: 'must be without path, query and user name, such as https://parley.example.com',
  })
  .transform((value) => value.replace(/\/$/, ''));

const model = text(
  /^(openai|anthropic|google|openai-compatible):\S+$/,
  'a provider and a model, such as openai:gpt-5; providers are openai, anthropic, google and openai-compatible',
);

const trustProxy = z.string().transform((value, context): boolean | number | string[] => {
  if (['on', 'true'].includes(value)) return true;
  if (['off', 'false'].includes(value)) return false;
  if (/^[1-9]\d?$/.test(value)) return Number(value);
  const addresses = listed(value);
  if (!addresses.every((item) => ipaddr.isValid(item) || ipaddr.isValidCIDR(item))) {
    context.addIssue('must be on, off, a number of proxies such as 1, or addresses such as 10.0.0.0/8,192.168.1.7');
  }
  return addresses;
});

const httpAllow = z
  .string()
  .transform(listed)
  .refine((hosts) => hosts.every((host) => /^([\w.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$|^[0-9a-f:.]+$/i.test(host)), {
    error: 'must be a list of hosts, each with or without a port, such as crm.internal,10.0.0.5:8080',
  });

const wholeNumber = (least: number, most: number) => {
  const rule = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, rule)
    .transform(Number)
    .refine((value) => value >= least && value <= most, { error: rule });
};

/** Every variable that is read, and its shape. */
const variables = z.object({
  HOST: text(/^[\w.:-]+$/, 'a host name or address, such as 127.0.0.1 or 0.0.0.0').default('127.0.0.1'),
  PORT: port.default(3000),
  DATABASE_URL: url(['postgres:', 'postgresql:'], 'postgres://user:password@localhost:5432/parley').optional(),
  PARLEY_DATA_DIR: z.string().default('./data'),
  PARLEY_PUBLIC_URL: publicUrl.optional(),
  PARLEY_API_KEY: text(/^[\x21-\x7e]{16,200}$/, '16 to 200 characters without spaces').optional(),
  PARLEY_OWNER_EMAIL: z.email('must be an email address, such as owner@example.com').optional(),
  PARLEY_OWNER_PASSWORD: atLeast(10).max(200, 'must have at most 200 characters').optional(),
  PARLEY_DEMO: oneOf(['0', '1']).optional(),
  PARLEY_MODEL: model.optional(),
  PARLEY_MODEL_BASE_URL: url(['http:', 'https:'], 'http://localhost:11434/v1').optional(),
  PARLEY_MODEL_API_KEY: z.string().optional(),
  PARLEY_RATE_LIMITS: oneOf(['on', 'off']).default('on'),
  PARLEY_SECRET_KEY: atLeast(32).optional(),
  PARLEY_SMTP_URL: url(['smtp:', 'smtps:'], 'smtps://user:password@mail.example.com').optional(),
  PARLEY_MAIL_FROM: text(
    /^([^<>\r\n]*<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/,
    'an address, such as Parley <parley@example.com>',
  ).optional(),
  PARLEY_TRUST_PROXY: trustProxy.default(false),
  PARLEY_HTTP_ALLOW: httpAllow.default([]),
  PARLEY_SOURCE_MAX_MB: wholeNumber(1, 1000).default(50),
  PARLEY_UPLOAD_MAX_MINUTES: wholeNumber(1, 1440).default(15),
  PARLEY_SOURCES_MAX: wholeNumber(1, 1_000_000).default(1000),
  PARLEY_SOURCE_MAX_CHARACTERS: wholeNumber(1000, sourceTextLimit).default(sourceTextLimit),
  PARLEY_SOURCE_MAX_PAGES: wholeNumber(1, 10_000).default(2000),
  PARLEY_SOURCE_LINKED_PAGES: wholeNumber(0, 20).default(5),
  PARLEY_LOG_LEVEL: oneOf(logLevels).default('info'),
});

function configOf(read: z.infer<typeof variables>): Config {
  return {
    host: read.HOST,
    port: read.PORT,
    dataDir: read.PARLEY_DATA_DIR,
    databaseUrl: read.DATABASE_URL ?? null,
    publicUrl: read.PARLEY_PUBLIC_URL ?? null,
    apiKey: read.PARLEY_API_KEY ?? null,
    owner: ownerOf(read),
    demo: read.PARLEY_DEMO === undefined ? null : read.PARLEY_DEMO === '1',
    model: modelOf(read),
    rateLimits: read.PARLEY_RATE_LIMITS === 'on',
    secretKey: read.PARLEY_SECRET_KEY ?? null,
    mail: mailOf(read),
    trustProxy: read.PARLEY_TRUST_PROXY,
    httpAllow: read.PARLEY_HTTP_ALLOW,
    logLevel: read.PARLEY_LOG_LEVEL,
    sourceLimits: {
      fileMb: read.PARLEY_SOURCE_MAX_MB,
      uploadMinutes: read.PARLEY_UPLOAD_MAX_MINUTES,
      sources: read.PARLEY_SOURCES_MAX,
      characters: read.PARLEY_SOURCE_MAX_CHARACTERS,
      pages: read.PARLEY_SOURCE_MAX_PAGES,
      linkedPages: read.PARLEY_SOURCE_LINKED_PAGES,
    },
  };
}

function ownerOf(read: z.infer<typeof variables>): Config['owner'] {
  const { PARLEY_OWNER_EMAIL: email, PARLEY_OWNER_PASSWORD: password } = read;
  return email === undefined || password === undefined ? null : { email, password };
}

function mailOf(read: z.infer<typeof variables>): Config['mail'] {
  const { PARLEY_SMTP_URL: url, PARLEY_MAIL_FROM: from } = read;
  return url === undefined || from === undefined ? null : { url, from };
}

function modelOf(read: z.infer<typeof variables>): ModelAccess | null {
  const [, provider, name] = /^([^:]+):(.+)$/.exec(read.PARLEY_MODEL ?? '') ?? [];
  const known = modelProviders.find((word) => word === provider);
  if (known === undefined || name === undefined) return null;
  return {
    provider: known,
    model: name,
    baseUrl: read.PARLEY_MODEL_BASE_URL ?? null,
    apiKey: read.PARLEY_MODEL_API_KEY ?? null,
  };
}

/** Settings that are right alone and wrong together. */
function disagreements(given: Readonly<Record<string, unknown>>): string[] {
  const has = (name: keyof typeof variables.shape) => given[name] !== undefined;
  const provider = String(given.PARLEY_MODEL ?? '').split(':')[0];
  const rules: [boolean, string][] = [
    [
      has('DATABASE_URL') && !has('PARLEY_SECRET_KEY'),
      'PARLEY_SECRET_KEY is missing: with DATABASE_URL every node needs the same one, at least 32 characters, such as the output of: openssl rand -base64 32',
    ],
    [
      has('PARLEY_OWNER_EMAIL') !== has('PARLEY_OWNER_PASSWORD'),
      'PARLEY_OWNER_EMAIL and PARLEY_OWNER_PASSWORD go together: set both or neither',
    ],
    [
      given.PARLEY_RATE_LIMITS === 'off' && !isLoopback(String(given.HOST ?? '127.0.0.1')),
      'PARLEY_RATE_LIMITS may be off only where nobody else can reach the server: set HOST to 127.0.0.1',
    ],
    [has('PARLEY_SMTP_URL') && !has('PARLEY_MAIL_FROM'), 'PARLEY_MAIL_FROM is missing: mail needs a sender'],
    [
      has('PARLEY_MAIL_FROM') && !has('PARLEY_SMTP_URL'),
      'PARLEY_SMTP_URL is missing: PARLEY_MAIL_FROM belongs to it, and without it no mail is sent',
    ],
    [
      !has('PARLEY_MODEL') && (has('PARLEY_MODEL_BASE_URL') || has('PARLEY_MODEL_API_KEY')),
      'PARLEY_MODEL is missing: PARLEY_MODEL_BASE_URL and PARLEY_MODEL_API_KEY belong to it',
    ],
    [
      provider === 'openai-compatible' && !has('PARLEY_MODEL_BASE_URL'),
      'PARLEY_MODEL_BASE_URL is missing: an openai-compatible model needs an address, such as http://localhost:11434/v1',
    ],
    [
      ['openai', 'anthropic', 'google'].includes(provider ?? '') && !has('PARLEY_MODEL_API_KEY'),
      'PARLEY_MODEL_API_KEY is missing: the provider of PARLEY_MODEL asks for one',
    ],
  ];
  return rules.filter(([isWrong]) => isWrong).map(([, problem]) => problem);
}

/** Read by the npm scripts for tests and measurements, not by the server. */
const scriptVariable = /^PARLEY_(TEST|BENCH)_/;

/** A misspelt setting would otherwise be ignored in silence. */
function unknownVariables(given: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(given)
    .filter((name) => name.startsWith('PARLEY_') && !(name in variables.shape) && !scriptVariable.test(name))
    .map((name) => `${name} is not a setting; settings are ${Object.keys(variables.shape).join(', ')}`);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || (ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback');
}
