import { type KeyObject, createDecipheriv, createPublicKey, verify } from 'node:crypto';
import { type Result, failed, ok } from '@jikaotong/shared/kernel';
import { z } from 'zod';
import type { Merchant, PayRefund, Transaction } from './merchant';
import { refundNotification, transactionAnswer } from './pay-answers';

export type PayNotification =
  { id: string; kind: 'transaction'; transaction: Transaction } | { id: string; kind: 'refund'; refund: PayRefund };

export type NotifyRefusal =
  'headers-missing' | 'too-old' | 'unknown-key' | 'bad-signature' | 'undecipherable' | 'unreadable' | 'other-merchant';

const OFFSET_MS = 300_000;
const TAG_BYTES = 16;

const envelope = z.object({
  id: z.string().min(1),
  event_type: z.string(),
  resource: z.object({
    algorithm: z.literal('AEAD_AES_256_GCM'),
    ciphertext: z.string(),
    nonce: z.string(),
    associated_data: z
      .string()
      .nullish()
      .transform((given) => given ?? ''),
  }),
});

/**
 * Reads a notification of WeChat Pay: signature over the raw body, then AES-256-GCM, then the merchant it is for.
 * The amount is WeChat's claim: the caller compares it with the attempt it opened.
 */
export function readNotify(
  merchant: Merchant,
  notify: {
    rawBody: string | Buffer;
    headers: Readonly<Record<string, string | string[] | undefined>>;
    wallMs: number;
  },
): Result<PayNotification, NotifyRefusal> {
  const header = (name: string) => {
    const value = notify.headers[name];
    return typeof value === 'string' ? value : '';
  };
  const timestamp = header('wechatpay-timestamp');
  const nonce = header('wechatpay-nonce');
  const signature = header('wechatpay-signature');
  const serial = header('wechatpay-serial');
  if (timestamp === '' || nonce === '' || signature === '' || serial === '') return failed('headers-missing');
  if (!(Math.abs(notify.wallMs - Number(timestamp) * 1000) <= OFFSET_MS)) return failed('too-old');
  const key = merchant.platformKeys.find(({ id }) => id === serial);
  if (!key) return failed('unknown-key');
  const body = notify.rawBody.toString();
  const signed = Buffer.from(`${timestamp}\n${nonce}\n${body}\n`);
  if (!verify('sha256', signed, publicKey(key.pem), Buffer.from(signature, 'base64'))) return failed('bad-signature');

  const outer = envelope.safeParse(parseJson(body));
  if (!outer.success) return failed('unreadable');
  const plain = decrypt(outer.data.resource, merchant.apiV3Key);
  if (plain === null) return failed('undecipherable');
  return outer.data.event_type.startsWith('REFUND.')
    ? readRefund(merchant, outer.data.id, plain)
    : readTransaction(merchant, outer.data.id, plain);
}

function readTransaction(merchant: Merchant, id: string, plain: string): Result<PayNotification, NotifyRefusal> {
  const read = transactionAnswer.safeParse(parseJson(plain));
  if (!read.success) return failed('unreadable');
  if (read.data.mchid !== merchant.mchid || read.data.appid !== merchant.appid) return failed('other-merchant');
  return ok({ id, kind: 'transaction', transaction: read.data.transaction });
}

function readRefund(merchant: Merchant, id: string, plain: string): Result<PayNotification, NotifyRefusal> {
  const read = refundNotification.safeParse(parseJson(plain));
  if (!read.success) return failed('unreadable');
  return read.data.mchid === merchant.mchid
    ? ok({ id, kind: 'refund', refund: read.data.refund })
    : failed('other-merchant');
}

function decrypt(sealed: z.infer<typeof envelope>['resource'], apiV3Key: string): string | null {
  const bytes = Buffer.from(sealed.ciphertext, 'base64');
  if (bytes.length <= TAG_BYTES) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', apiV3Key, sealed.nonce);
    decipher.setAAD(Buffer.from(sealed.associated_data));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    return decipher.update(bytes.subarray(0, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    // A wrong key or a changed byte: GCM tells no more than that.
    return null;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const keys = new Map<string, KeyObject>();

/** Parsing the PEM costs more than verifying with it. */
function publicKey(pem: string): KeyObject {
  const known = keys.get(pem) ?? createPublicKey(pem);
  keys.set(pem, known);
  return known;
}
