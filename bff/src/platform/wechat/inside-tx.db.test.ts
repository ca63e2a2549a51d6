import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Db } from '../db';
import { openThrowawayDb } from '../db/throwaway';
import { openWechat } from './index';

const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
// Nobody listens on port 1: a call that gets as far as the network fails in another way.
const wechat = openWechat({ apiUrl: 'http://127.0.0.1:1', payUrl: 'http://127.0.0.1:1', appid: 'wx1', secret: 's' });
const pay = wechat.payOf({
  appid: 'wx1',
  mchid: '1900000001',
  serial: 'A1',
  privateKeyPem: keys.privateKey,
  apiV3Key: 'k'.repeat(32),
  platformKeys: [{ id: 'PUB_KEY_ID_1', pem: keys.publicKey }],
});
let db: Db;

beforeAll(async () => {
  db = await openThrowawayDb([], []);
});
afterAll(async () => db.close());

it('asks nothing of WeChat while a transaction is open', async () => {
  await expect(db.tx(async () => wechat.login('code'))).rejects.toThrow('while a database handle is open');
  await expect(db.tx(async () => pay.query('T20260001'))).rejects.toThrow('while a database handle is open');
  await expect(wechat.login('code')).rejects.toThrow('fetch failed');
  await expect(pay.query('T20260001')).rejects.toThrow('ECONNREFUSED');
});
