import { createCipheriv, createSign, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readNotify } from './notify';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = { type: 'spki', format: 'pem' } as const;
const merchant = {
  appid: 'wx1',
  mchid: '1900000001',
  serial: 'S',
  privateKeyPem: '',
  apiV3Key: 'k'.repeat(32),
  platformKeyId: 'PUB_KEY_ID_1',
  platformKeyPem: publicKey.export(pem).toString(),
};
const wallMs = 1_790_000_000_000;
const paid = {
  appid: 'wx1',
  mchid: '1900000001',
  out_trade_no: 'n1',
  trade_state: 'SUCCESS',
  transaction_id: 't1',
  success_time: '2026-11-23T09:00:00+08:00',
  amount: { total: 28_000, currency: 'CNY' },
};

/** A notification as WeChat seals and signs it. */
function told(resource: object) {
  const nonce = 'n'.repeat(12);
  const cipher = createCipheriv('aes-256-gcm', merchant.apiV3Key, nonce);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(resource)), cipher.final(), cipher.getAuthTag()]);
  const rawBody = JSON.stringify({
    id: 'e1',
    event_type: 'TRANSACTION.SUCCESS',
    resource: { algorithm: 'AEAD_AES_256_GCM', ciphertext: sealed.toString('base64'), nonce, associated_data: '' },
  });
  const timestamp = String(wallMs / 1000);
  const signature = createSign('RSA-SHA256').update(`${timestamp}\nabc\n${rawBody}\n`).sign(privateKey, 'base64');
  const headers = {
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': 'abc',
    'wechatpay-signature': signature,
    'wechatpay-serial': merchant.platformKeyId,
  };
  return readNotify(merchant, { rawBody, headers, wallMs });
}

describe('a signed notification', () => {
  it('says what was paid', () =>
    expect(told(paid)).toMatchObject({ ok: true, value: { transaction: { state: 'SUCCESS', totalFen: 28_000 } } }));

  it.each([
    ['without a sum', { amount: undefined }],
    ['without the number of its transaction', { transaction_id: undefined }],
    ['in another currency', { amount: { total: 28_000, currency: 'USD' } }],
  ])('is refused when it says of money %s', (_, change) =>
    expect(told({ ...paid, ...change })).toEqual({ ok: false, error: 'unreadable' }),
  );

  it('needs no sum of what brought none', () =>
    expect(told({ ...paid, trade_state: 'CLOSED', amount: undefined, transaction_id: undefined }).ok).toBe(true));
});
