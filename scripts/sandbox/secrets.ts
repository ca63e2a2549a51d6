import { generateKeyPairSync, randomBytes, randomInt } from 'node:crypto';
import { SMS_TEXTS, UNIT_SMS_TEXTS, smsText } from '@jikaotong/shared/words';
import { z } from 'zod';

const merchantSecrets = z.object({
  appid: z.string(),
  mchid: z.string(),
  serial: z.string(),
  privateKeyPem: z.string(),
  /** What the platform holds of the merchant's pair. */
  publicKeyPem: z.string(),
  apiV3Key: z.string(),
  platformKeyId: z.string(),
  platformKeyPem: z.string(),
});

/** The shape in which `npm start` keeps the secrets beside its database. */
export const sandboxSecretsSchema = z.object({
  appid: z.string(),
  appSecret: z.string(),
  merchants: z.array(merchantSecrets),
  platformPrivateKeyPem: z.string(),
  sms: z.object({
    accessKeyId: z.string(),
    accessKeySecret: z.string(),
    signName: z.string(),
    /** Name used by the application → the provider's template code. */
    templates: z.record(z.string(), z.string()),
  }),
});

/** All keys of one simulated WeChat app, its merchants and an SMS account; every secret says `sandbox` in its id. */
export type SandboxSecrets = z.infer<typeof sandboxSecretsSchema>;
export type SandboxMerchant = z.infer<typeof merchantSecrets>;

/** What the SMS provider would send for each approved template code. */
export const smsTemplateTexts: Readonly<Record<string, string>> = {
  SMS_900000001: '您的验证码为${code}，5分钟内有效，请勿告诉他人。',
  SMS_900000003: SMS_TEXTS['application-returned'] ?? '',
  SMS_900000004: SMS_TEXTS['application-approved'] ?? '',
  SMS_900000005: SMS_TEXTS['slip-sent-back'] ?? '',
  SMS_900000006: SMS_TEXTS['payment-reminder'] ?? '',
  SMS_900000007: SMS_TEXTS['ticket-issued'] ?? '',
  SMS_900000008: SMS_TEXTS['results-published'] ?? '',
  SMS_900000009: SMS_TEXTS['session-changed'] ?? '',
  SMS_900000010: SMS_TEXTS['session-cancelled'] ?? '',
  SMS_900000011: SMS_TEXTS['exam-reminder'] ?? '',
  SMS_900000012: SMS_TEXTS['mend-reminder'] ?? '',
  SMS_900000013: SMS_TEXTS['ticket-unopened'] ?? '',
  SMS_900000014: SMS_TEXTS['contact-asked'] ?? '',
  SMS_900000015: SMS_TEXTS['certificate-ready'] ?? '',
  SMS_900000016: SMS_TEXTS['roster-row-waiting'] ?? '',
  SMS_900000017: SMS_TEXTS['staff-note'] ?? '',
  SMS_900000018: SMS_TEXTS['refund-account-asked'] ?? '',
  SMS_900000019: smsText('entry-unclaimed', {}) ?? '',
  SMS_900000020: SMS_TEXTS['unit-roster-news'] ?? '',
  SMS_900000021: UNIT_SMS_TEXTS['unit-payment-reminder'],
  SMS_900000022: UNIT_SMS_TEXTS['unit-refund-account-asked'],
};

/** Fresh random keys; appid starts with `wxsandbox`, serial with `5A4DB0C5`, the SMS key with `SANDBOX`. */
export function createSandboxSecrets(options: { merchants?: number } = {}): SandboxSecrets {
  const platform = keyPair();
  const appid = `wxsandbox${randomBytes(5).toString('hex').slice(0, 9)}`;
  const platformKeyId = `PUB_KEY_ID_0${digits(27)}`;
  return {
    appid,
    appSecret: `sandbox${randomBytes(16).toString('hex')}`,
    merchants: Array.from({ length: options.merchants ?? 1 }, () => {
      const pair = keyPair();
      return {
        appid,
        mchid: `1900${digits(6)}`,
        serial: `5A4DB0C5${randomBytes(16).toString('hex').toUpperCase()}`,
        privateKeyPem: pair.privateKey,
        publicKeyPem: pair.publicKey,
        apiV3Key: randomBytes(16).toString('hex'),
        platformKeyId,
        platformKeyPem: platform.publicKey,
      };
    }),
    platformPrivateKeyPem: platform.privateKey,
    sms: {
      accessKeyId: `SANDBOX${randomBytes(8).toString('hex')}`,
      accessKeySecret: `sandbox${randomBytes(15).toString('hex')}`,
      signName: '技考通',
      templates: { 'sign-in-code': 'SMS_900000001' },
    },
  };
}

const keyPair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

const digits = (count: number): string => Array.from({ length: count }, () => randomInt(10)).join('');
