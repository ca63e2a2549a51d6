import path from 'node:path';
import * as z from 'zod';
import { type LocalDate, instantAt, isLocalDate, localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { type KeyRing, KeyRingText, KeyText } from './keys';
import { startRefused } from './start-refused';

export type Config = Readonly<{
  production: boolean;
  host: string;
  port: number;
  /** Where the outside reaches us, without a slash at the end; makes links, QR codes and notify addresses. */
  publicUrl: string;
  /** Whether `X-Forwarded-For` comes from our own proxy. */
  behindProxy: boolean;
  dataDir: string;
  filesDir: string;
  /** The h5 build, or null to serve the API alone. */
  h5Dir: string | null;
  database: { kind: 'embedded'; file: string } | { kind: 'server'; url: string };
  piiKeys: KeyRing;
  piiIndexKey: Buffer;
  jwtKeys: KeyRing;
  /** Ed25519 seeds; the newest signs tickets and certificates. */
  ticketKeys: KeyRing;
  /** Where the demonstration clock starts, in ms; null = the wall clock. */
  demonstrationStartMs: number | null;
  wechat: { apiUrl: string; payUrl: string; appId: string; appSecret: string };
  sms: { url: string; accessKeyId: string; accessKeySecret: string; signName: string; template: string };
  /** Where the sandbox shows the SMS it took; null outside a demonstration. */
  smsInboxUrl: string | null;
  logLevel: string;
}>;

type Env = Readonly<Record<string, string | undefined>>;

const SANDBOX = 'http://127.0.0.1:8788';
const DEMONSTRATION_DAY = '2026-11-23';
/** Naming any of these makes it a production. */
const PRODUCTION_NAMES = ['DATABASE_URL', 'WECHAT_APP_SECRET', 'SMS_ACCESS_KEY_SECRET'] as const;
const NEEDED_IN_PRODUCTION = [
  'DATABASE_URL',
  'PUBLIC_URL',
  'PII_KEYS',
  'PII_INDEX_KEY',
  'JWT_KEYS',
  'TICKET_KEYS',
  'WECHAT_APP_ID',
  'WECHAT_APP_SECRET',
  'SMS_ACCESS_KEY_ID',
  'SMS_ACCESS_KEY_SECRET',
  'SMS_SIGN_NAME',
  'SMS_TEMPLATE',
] as const;

const url = z
  .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
  .transform((s) => s.replace(/\/+$/, ''));
const Day = z.string().refine(isLocalDate, 'must be a day such as 2026-11-23');

const EnvSchema = z.object({
  NODE_ENV: z.string().optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce
    .number('must be a port')
    .int('must be a port')
    .min(0, 'must be a port')
    .max(65_535, 'must be a port')
    .default(8787),
  PUBLIC_URL: url.optional(),
  BEHIND_PROXY: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
  DATA_DIR: z.string().default('.data'),
  H5_DIR: z.string().optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(mysql|mariadb):\/\/[^/]+\/\w+/, 'must be mysql://user:password@host/database')
    .optional(),
  PII_KEYS: KeyRingText,
  PII_INDEX_KEY: KeyText,
  JWT_KEYS: KeyRingText,
  TICKET_KEYS: KeyRingText,
  DEMONSTRATION_DAY: Day.optional(),
  WECHAT_API_URL: url.optional(),
  WECHAT_PAY_URL: url.optional(),
  WECHAT_APP_ID: z.string().default('wxsandbox00000001'),
  WECHAT_APP_SECRET: z.string().default('sandbox-app-secret'),
  SMS_URL: url.optional(),
  SMS_ACCESS_KEY_ID: z.string().default('sandbox-key-id'),
  SMS_ACCESS_KEY_SECRET: z.string().default('sandbox-key-secret'),
  SMS_SIGN_NAME: z.string().default('技考通'),
  SMS_TEMPLATE: z.string().default('SMS_000000001'),
  SANDBOX_URL: url.optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug'], 'must be a log level').default('info'),
});

/** Whether these variables describe a production: then nothing may be missing and nothing is made up. */
export const isProduction = (env: Env): boolean =>
  env.NODE_ENV === 'production' || PRODUCTION_NAMES.slice(1).some((name) => isSet(env, name));

/**
 * Reads the environment once; every bad variable is one sentence of the refusal. Outside production the keys that
 * are not set come from `secrets` (see `demonstrationSecrets`).
 */
export function loadConfig(env: Env, secrets: Env = {}): Config {
  const production = isProduction(env);
  const problems = production ? productionProblems(env) : [];
  const present = Object.fromEntries(Object.entries(env).filter(([name]) => isSet(env, name)));
  const parsed = EnvSchema.safeParse(production ? present : { ...secrets, ...present });
  if (!parsed.success)
    for (const issue of parsed.error.issues) {
      const name = String(issue.path[0]);
      if (isSet(env, name) || !production) problems.push(`${name} ${isSet(env, name) ? issue.message : 'is not set'}.`);
    }
  if (!parsed.success || problems.length > 0) throw startRefused(problems.join('\n'));
  return Object.freeze(configOf(parsed.data, production));
}

function configOf(env: z.output<typeof EnvSchema>, production: boolean): Config {
  const dataDir = path.resolve(env.DATA_DIR);
  const sandbox = env.SANDBOX_URL ?? SANDBOX;
  return {
    production,
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL ?? `http://127.0.0.1:${env.PORT}`,
    behindProxy: env.BEHIND_PROXY === '1',
    dataDir,
    filesDir: path.join(dataDir, 'files'),
    h5Dir: env.H5_DIR === undefined ? null : path.resolve(env.H5_DIR),
    database:
      env.DATABASE_URL === undefined
        ? { kind: 'embedded', file: path.join(dataDir, 'jikaotong.db') }
        : { kind: 'server', url: env.DATABASE_URL },
    piiKeys: env.PII_KEYS,
    piiIndexKey: env.PII_INDEX_KEY,
    jwtKeys: env.JWT_KEYS,
    ticketKeys: env.TICKET_KEYS,
    demonstrationStartMs: production ? null : startOf(localDate(env.DEMONSTRATION_DAY ?? DEMONSTRATION_DAY)),
    wechat: {
      apiUrl: env.WECHAT_API_URL ?? (production ? 'https://api.weixin.qq.com' : `${sandbox}`),
      payUrl: env.WECHAT_PAY_URL ?? (production ? 'https://api.mch.weixin.qq.com' : `${sandbox}`),
      appId: env.WECHAT_APP_ID,
      appSecret: env.WECHAT_APP_SECRET,
    },
    sms: {
      url: env.SMS_URL ?? (production ? 'https://dysmsapi.aliyuncs.com' : `${sandbox}/sms`),
      accessKeyId: env.SMS_ACCESS_KEY_ID,
      accessKeySecret: env.SMS_ACCESS_KEY_SECRET,
      signName: env.SMS_SIGN_NAME,
      template: env.SMS_TEMPLATE,
    },
    smsInboxUrl: production ? null : `${sandbox}/inbox`,
    logLevel: env.LOG_LEVEL,
  };
}

function productionProblems(env: Env): string[] {
  const problems = NEEDED_IN_PRODUCTION.filter((name) => !isSet(env, name)).map(
    (name) => `${name} is not set; production needs it.`,
  );
  if (isSet(env, 'DEMONSTRATION_DAY'))
    problems.push('DEMONSTRATION_DAY is for demonstrations; unset it in production.');
  if (isSet(env, 'SANDBOX_URL')) problems.push('SANDBOX_URL is for demonstrations; unset it in production.');
  for (const [name, value] of Object.entries(env))
    if (/^(WECHAT|SMS)_/.test(name) && /sandbox|127\.0\.0\.1|localhost/.test(value ?? ''))
      problems.push(`${name} names the sandbox; production refuses it.`);
  if (env.PUBLIC_URL?.startsWith('http:')) problems.push('PUBLIC_URL must begin with https:// in production.');
  return problems;
}

const startOf = (day: LocalDate): number => instantAt(day, timeOfDay('09:00'));
const isSet = (env: Env, name: string): boolean => env[name] !== undefined && env[name] !== '';
