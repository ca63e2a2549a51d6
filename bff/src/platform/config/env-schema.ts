import * as z from 'zod';
import { isLocalDate } from '@jikaotong/shared/kernel';
import { SMS_TEMPLATE_NAMES, type TemplateField, templateFault } from '@jikaotong/shared/words';
import { KeyRingText, KeyText } from './keys';

export type Env = Readonly<Record<string, string | undefined>>;
export type EnvValues = z.output<typeof EnvSchema>;

/** An empty variable counts as none. */
export const isSet = (env: Env, name: string): boolean => env[name] !== undefined && env[name] !== '';

const port = 'must be a port from 0 to 65535';
const url = z
  .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
  .transform((text) => text.replace(/\/+$/, ''));
const templates = z
  .string()
  .regex(/^[\w-]+=\w+(,[\w-]+=\w+)*$/, 'must be name=CODE, comma separated')
  .transform((text): Record<string, string> => Object.fromEntries(text.split(',').map((entry) => entry.split('='))))
  .check(
    z.refine((given) => Object.keys(given).every((name) => SMS_TEMPLATE_NAMES.includes(name)), {
      error: `must be of these: ${SMS_TEMPLATE_NAMES.join(', ')}`,
    }),
  );

/** A subscribe template of WeChat and what goes into each of its fields. */
export type MessageTemplate = { readonly id: string; readonly fields: readonly TemplateField[] };
export type MessageTemplates = Readonly<Record<string, MessageTemplate | undefined>>;
const messageTemplates = z
  .string()
  .regex(
    /^[\w-]+=[\w-]+(\/[a-z_]+\d+:\w+)+(,[\w-]+=[\w-]+(\/[a-z_]+\d+:\w+)+)*$/,
    'must be code=ID/field:fact/field:fact, comma separated, such as application-approved=ID/thing1:kind/date2:payBy',
  )
  .transform((list, context): MessageTemplates => {
    const templates = list.split(',').map((entry) => {
      const [code = '', id = '', ...fields] = entry.split(/[=/]/);
      return {
        code,
        id,
        fields: fields.map((field) => ({ key: field.split(':')[0] ?? '', fact: field.split(':')[1] ?? '' })),
      };
    });
    for (const { code, fields } of templates) {
      const message = templateFault(code, fields);
      if (message !== null) context.addIssue({ code: 'custom', message });
    }
    return Object.fromEntries(templates.map(({ code, id, fields }) => [code, { id, fields }]));
  });

/** Every variable we read; the sandbox's values mark themselves as such. */
export const EnvSchema = z.object({
  NODE_ENV: z.string().optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number(port).int(port).min(0, port).max(65_535, port).default(8787),
  PUBLIC_URL: url.optional(),
  BEHIND_PROXY: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
  DATA_DIR: z.string().default('.data'),
  H5_DIR: z.string().optional(),
  /** What must be left on the disk of DATA_DIR: below it nothing is taken in and `/readyz` says no. */
  DISK_RESERVE_MB: z.coerce.number('must be a number').int('must be a number').min(0, 'must be a number').default(500),
  DATABASE_URL: z
    .string()
    .regex(/^(mysql|mariadb):\/\/[^/]+\/\w+/, 'must be mysql://user:password@host/database')
    .optional(),
  PII_KEYS: KeyRingText,
  PII_INDEX_KEY: KeyText,
  JWT_KEYS: KeyRingText,
  TICKET_KEYS: KeyRingText,
  DEMONSTRATION_DAY: z.string().refine(isLocalDate, 'must be a day such as 2026-11-23').optional(),
  SANDBOX_URL: url.optional(),
  WECHAT_API_URL: url.optional(),
  WECHAT_PAY_URL: url.optional(),
  WECHAT_APP_ID: z.string().default('wxsandbox'),
  WECHAT_APP_SECRET: z.string().default('sandbox'),
  WECHAT_MESSAGE_TEMPLATES: messageTemplates.default({}),
  SMS_URL: url.optional(),
  SMS_ACCESS_KEY_ID: z.string().default('SANDBOX'),
  SMS_ACCESS_KEY_SECRET: z.string().default('sandbox'),
  SMS_SIGN_NAME: z.string().default('技考通'),
  SMS_TEMPLATES: templates.default({
    'sign-in-code': 'SMS_900000001',
    'application-returned': 'SMS_900000003',
    'application-approved': 'SMS_900000004',
    'slip-sent-back': 'SMS_900000005',
    'payment-reminder': 'SMS_900000006',
    'ticket-issued': 'SMS_900000007',
    'results-published': 'SMS_900000008',
    'session-changed': 'SMS_900000009',
    'session-cancelled': 'SMS_900000010',
    'exam-reminder': 'SMS_900000011',
    'mend-reminder': 'SMS_900000012',
    'ticket-unopened': 'SMS_900000013',
    'contact-asked': 'SMS_900000014',
    'certificate-ready': 'SMS_900000015',
    'roster-row-waiting': 'SMS_900000016',
    'staff-note': 'SMS_900000017',
    'refund-account-asked': 'SMS_900000018',
    'entry-unclaimed': 'SMS_900000019',
    'unit-roster-news': 'SMS_900000020',
    'unit-payment-reminder': 'SMS_900000021',
    'unit-refund-account-asked': 'SMS_900000022',
  }),
  /** What the provider bills for one message, in fen: shown to the bodies that send. */
  SMS_PART_FEN: z.coerce.number('must be a number').int('must be a number').min(0, 'must be a number').default(5),
  /** The provider bills each one: what the installation sends as sign-in codes in a day at most. */
  SMS_MOST_A_DAY: z.coerce.number('must be a number').int('must be a number').min(1, 'must be a number').default(5_000),
  /** Whether staff must have a second factor before they do anything; a production always asks for it. */
  STAFF_SECOND_FACTOR: z.enum(['required', 'optional'], 'must be required or optional').optional(),
  /** Whether a refund needs a second person; a production always asks for one. */
  STAFF_SECOND_PERSON: z.enum(['required', 'optional'], 'must be required or optional').optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug'], 'must be a log level').default('info'),
});
