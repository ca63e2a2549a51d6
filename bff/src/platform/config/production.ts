import { type Env, isSet } from './env-schema';

const NEEDED = [
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
  'SMS_TEMPLATES',
] as const;

/** How what is not for production looks, by variable: the sandbox and the demonstration mark their secrets. */
const FOR_DEMONSTRATION: Readonly<Record<string, RegExp>> = {
  WECHAT_APP_ID: /^wxsandbox/,
  WECHAT_APP_SECRET: /^sandbox/,
  WECHAT_API_URL: /127\.0\.0\.1|localhost/,
  WECHAT_PAY_URL: /127\.0\.0\.1|localhost/,
  SMS_ACCESS_KEY_ID: /^SANDBOX/,
  SMS_ACCESS_KEY_SECRET: /^sandbox/,
  SMS_URL: /127\.0\.0\.1|localhost/,
  PII_KEYS: /(^|,)demo/,
  JWT_KEYS: /(^|,)demo/,
  TICKET_KEYS: /(^|,)demo/,
  SANDBOX_URL: /./,
  DEMONSTRATION_DAY: /./,
  STAFF_SECOND_FACTOR: /^optional$/,
  STAFF_SECOND_PERSON: /^optional$/,
};

/** These say whether secrets are real; the demonstration's own begin otherwise. */
const PRODUCTION_SIGNS = ['WECHAT_APP_ID', 'SMS_ACCESS_KEY_ID', 'PII_KEYS', 'JWT_KEYS', 'TICKET_KEYS'] as const;

/** Whether these variables describe a production, by name or by any real secret: then nothing is made up. */
export const isProduction = (env: Env): boolean =>
  env.NODE_ENV === 'production' || PRODUCTION_SIGNS.some((name) => isSet(env, name) && !isForDemonstration(env, name));

/** What a production lacks, and what it must not have; a sentence each. */
export function productionProblems(env: Env): string[] {
  const problems = NEEDED.filter((name) => !isSet(env, name)).map((name) => `${name} is not set; production needs it.`);
  for (const name of Object.keys(FOR_DEMONSTRATION))
    if (isForDemonstration(env, name)) problems.push(`${name} is for demonstrations; production refuses it.`);
  if (env.SMS_TEMPLATES?.includes('=') && !/(^|,)sign-in-code=/.test(env.SMS_TEMPLATES))
    problems.push('SMS_TEMPLATES must name sign-in-code=CODE, or nobody gets a code to sign in with.');
  if (env.PUBLIC_URL?.startsWith('http:')) problems.push('PUBLIC_URL must begin with https:// in production.');
  return problems;
}

const isForDemonstration = (env: Env, name: string): boolean =>
  isSet(env, name) && (FOR_DEMONSTRATION[name]?.test(env[name] ?? '') ?? false);
