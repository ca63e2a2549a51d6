import { createCipheriv, createSign, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readNotify } from './notify';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const next = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = { type: 'spki', format: 'pem' } as const;
const merchant = {
  appid: 'wx1',
  mchid: '1900000001',
  serial: 'S',
  privateKeyPem: '',
  apiV3Key: 'k'.repeat(32),
  platformKeys: [
    { id: 'PUB_KEY_ID_1', pem: publicKey.export(pem).toString() },
    { id: 'PUB_KEY_ID_2', pem: next.publicKey.export(pem).toString() },
  ] as const,
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
function told(resource: object, { key = privateKey, serial = 'PUB_KEY_ID_1', event = 'TRANSACTION.SUCCESS' } = {}) {
  const nonce = 'n'.repeat(12);
  const cipher = createCipheriv('aes-256-gcm', merchant.apiV3Key, nonce);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(resource)), cipher.final(), cipher.getAuthTag()]);
  const rawBody = JSON.stringify({
    id: 'e1',
    event_type: event,
    resource: { algorithm: 'AEAD_AES_256_GCM', ciphertext: sealed.toString('base64'), nonce, associated_data: '' },
  });
  const timestamp = String(wallMs / 1000);
  const signature = createSign('RSA-SHA256').update(`${timestamp}\nabc\n${rawBody}\n`).sign(key, 'base64');
  const headers = {
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': 'abc',
    'wechatpay-signature': signature,
    'wechatpay-serial': serial,
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

  it.each([
    ['no payer', { payer: null }],
    ['a payer without an openid', { payer: { wallet: 'x' } }],
    ['no time', { success_time: undefined }],
    ['a time that is none', { success_time: 'soon' }],
    ['what we never heard of', { bank_type: 'X', promotion_detail: null }],
  ])('settles with %s', (_, change) =>
    expect(told({ ...paid, ...change })).toMatchObject({
      ok: true,
      value: { transaction: { state: 'SUCCESS', totalFen: 28_000, transactionId: 't1' } },
    }),
  );

  it.each([
    ['a state that we do not know', { trade_state: 'ACCEPT' }],
    ['a state that we do not know and no sum', { trade_state: 'ACCEPT', amount: null }],
  ])('settles and ends nothing with %s', (_, change) =>
    expect(told({ ...paid, ...change })).toMatchObject({ ok: true, value: { transaction: { state: 'USERPAYING' } } }),
  );

  it.each([
    ['no sum', { amount: null }],
    ['a sum with a fraction', { amount: { total: 28_000.5, currency: 'CNY' } }],
    ['a sum in words', { amount: { total: '28000', currency: 'CNY' } }],
    ['a negative sum', { amount: { total: -1, currency: 'CNY' } }],
    ['an empty number', { transaction_id: '' }],
    ['another merchant', { mchid: '1900000002' }],
    ['another app', { appid: 'wx2' }],
  ])('is refused with %s', (_, change) => expect(told({ ...paid, ...change }).ok).toBe(false));

  it('is believed by either key of the platform during a changeover, and by no other', () => {
    expect(told(paid, { key: next.privateKey, serial: 'PUB_KEY_ID_2' }).ok).toBe(true);
    expect(told(paid, { key: next.privateKey })).toEqual({ ok: false, error: 'bad-signature' });
    expect(told(paid, { serial: 'PUB_KEY_ID_3' })).toEqual({ ok: false, error: 'unknown-key' });
  });

  it('says how a refund went, whenever that was', () => {
    const refund = {
      mchid: '1900000001',
      out_trade_no: 'n1',
      out_refund_no: 'r1',
      refund_id: 'w1',
      refund_status: 'SUCCESS',
      amount: { refund: 28_000, total: 28_000 },
    };
    const event = 'REFUND.SUCCESS';
    expect(told(refund, { event })).toMatchObject({ value: { refund: { status: 'SUCCESS', succeededAtMs: null } } });
    expect(told({ ...refund, refund_status: 'LATER' }, { event })).toMatchObject({
      value: { refund: { status: 'PROCESSING' } },
    });
    expect(told({ ...refund, amount: { refund: 28_000, total: 28_000, currency: 'USD' } }, { event }).ok).toBe(false);
  });

  it('needs no sum of what brought none', () =>
    expect(told({ ...paid, trade_state: 'CLOSED', amount: undefined, transaction_id: undefined }).ok).toBe(true));
});
