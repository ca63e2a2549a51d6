import path from 'node:path';
import { type Fen, fen, instantAt, localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { type Env, type EnvValues, EnvSchema, type MessageTemplates, isSet } from './env-schema';
import type { KeyRing } from './keys';
import { isProduction, productionProblems } from './production';
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
  /** Below so many bytes left on its disk, no file is taken in. */
  diskReserveBytes: number;
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
  wechat: {
    apiUrl: string;
    payUrl: string;
    appId: string;
    appSecret: string;
    /** Our message code → the subscribe template and what fills its fields; a code without one stays in the app. */
    messageTemplates: MessageTemplates;
  };
  sms: {
    url: string;
    accessKeyId: string;
    accessKeySecret: string;
    signName: string;
    /** Our name of a template → the provider's code. */
    templates: Readonly<Record<string, string>>;
    /** Sign-in codes of the whole installation in a day. */
    mostADay: number;
    /** What one billed message costs. */
    partFen: Fen;
  };
  /** Where the sandbox shows the SMS it took; null outside a demonstration. */
  smsInboxUrl: string | null;
  /** Staff without a second factor set one up before anything else; a demonstration’s staff need none. */
  needsSecondFactor: boolean;
  /** Money goes back when a second person has agreed; a demonstration has one in each role. */
  needsSecondPerson: boolean;
  logLevel: string;
}>;

const SANDBOX = 'http://127.0.0.1:8788';
const DEMONSTRATION_DAY = '2026-11-23';

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
    for (const {
      path: [name],
      message,
    } of parsed.error.issues)
      if (isSet(env, String(name))) problems.push(`${String(name)} ${message}.`);
      else if (!production) problems.push(`${String(name)} is not set.`);
  if (!parsed.success || problems.length > 0) throw startRefused(problems.join('\n'));
  return Object.freeze(configOf(parsed.data, production));
}

function configOf(env: EnvValues, production: boolean): Config {
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
    diskReserveBytes: env.DISK_RESERVE_MB * 1_000_000,
    h5Dir: env.H5_DIR === undefined ? null : path.resolve(env.H5_DIR),
    database:
      env.DATABASE_URL === undefined
        ? { kind: 'embedded', file: path.join(dataDir, 'jikaotong.db') }
        : { kind: 'server', url: env.DATABASE_URL },
    piiKeys: env.PII_KEYS,
    piiIndexKey: env.PII_INDEX_KEY,
    jwtKeys: env.JWT_KEYS,
    ticketKeys: env.TICKET_KEYS,
    demonstrationStartMs: production ? null : startOf(env.DEMONSTRATION_DAY ?? DEMONSTRATION_DAY),
    wechat: {
      apiUrl: env.WECHAT_API_URL ?? (production ? 'https://api.weixin.qq.com' : sandbox),
      payUrl: env.WECHAT_PAY_URL ?? (production ? 'https://api.mch.weixin.qq.com' : sandbox),
      appId: env.WECHAT_APP_ID,
      appSecret: env.WECHAT_APP_SECRET,
      messageTemplates: env.WECHAT_MESSAGE_TEMPLATES,
    },
    sms: {
      url: env.SMS_URL ?? (production ? 'https://dysmsapi.aliyuncs.com' : sandbox),
      accessKeyId: env.SMS_ACCESS_KEY_ID,
      accessKeySecret: env.SMS_ACCESS_KEY_SECRET,
      signName: env.SMS_SIGN_NAME,
      templates: env.SMS_TEMPLATES,
      mostADay: env.SMS_MOST_A_DAY,
      partFen: fen(env.SMS_PART_FEN),
    },
    smsInboxUrl: production ? null : `${sandbox}/sms`,
    needsSecondFactor: production || env.STAFF_SECOND_FACTOR === 'required',
    needsSecondPerson: production || env.STAFF_SECOND_PERSON === 'required',
    logLevel: env.LOG_LEVEL,
  };
}

/** A demonstration day begins at nine, when the counters open. */
const startOf = (day: string): number => instantAt(localDate(day), timeOfDay('09:00'));
