import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Pay, openWechat } from '@jikaotong/bff/platform/wechat';
import { dayAt, fen } from '@jikaotong/shared/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { patience } from '../../test/support/patience';
import { type Sandbox, createSandboxSecrets, startSandbox } from './index';
import { type MerchantDesk, openMerchantDesk } from './merchant-desk.testing';

const secrets = createSandboxSecrets({ merchants: 2 });
const [merchant, other] = secrets.merchants;
if (!merchant || !other) throw new Error('two merchants wanted');
const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
const start = async () => startSandbox({ secrets, statePath: join(folder, 'state.json'), notifyDelaysMs: [0, 20, 20] });
const payOver = (url: string, keys = merchant, timeoutMs = patience(20_000)) =>
  openWechat({ apiUrl: url, payUrl: url, appid: secrets.appid, secret: secrets.appSecret, timeoutMs }).payOf({
    ...keys,
    platformKeys: [{ id: keys.platformKeyId, pem: keys.platformKeyPem }],
  });

let sandbox: Sandbox;
let desk: MerchantDesk;
let pay: Pay;
let count = 0;

beforeAll(async () => {
  sandbox = await start();
});
beforeEach(async () => {
  sandbox.resetFaults();
  desk = await openMerchantDesk();
  pay = payOver(sandbox.url);
  return async () => desk.close();
});
afterAll(async () => {
  await sandbox.stop();
  rmSync(folder, { recursive: true });
});

const order = () => ({
  outTradeNo: `T2026A${(count += 1).toString().padStart(6, '0')}`,
  description: '安全防范系统安装维护员 五级 报名费',
  totalFen: fen(28000),
  notifyUrl: desk.url,
  expiresAtMs: Date.now() + 3_600_000,
});
const opened = async () => {
  const wanted = order();
  const prepaid = await pay.prepayJsapi({ ...wanted, openid: 'o-zhang' });
  if (!prepaid.ok) throw new Error(prepaid.error);
  return { ...wanted, prepayId: prepaid.value.prepayId };
};
const act = async (path: string, body?: unknown) =>
  fetch(`${sandbox.url}/sandbox/${path}`, { method: 'POST', ...(body ? { body: JSON.stringify(body) } : {}) });
const readLetter = (letter: MerchantDesk['letters'][number] | undefined, wallMs = Date.now()) =>
  letter ? pay.readNotify(letter.body, letter.headers, wallMs) : undefined;

describe('an order in WeChat', () => {
  it('is paid with signed parameters, told and asked about', async () => {
    const { prepayId, outTradeNo } = await opened();
    expect(await pay.query(outTradeNo)).toMatchObject({
      ok: true,
      value: { state: 'NOTPAY', transactionId: null, totalFen: 28000 },
    });
    const params = pay.requestPayment(prepayId, Date.now());
    expect((await act('request-payment', { ...params, timeStamp: '1' })).status).toBe(403);
    const beforeMs = Date.now();
    expect((await act('request-payment', params)).status).toBe(200);
    const [letter] = await desk.until(1);
    const told = readLetter(letter);
    expect(told).toMatchObject({
      ok: true,
      value: { kind: 'transaction', transaction: { outTradeNo, state: 'SUCCESS', totalFen: 28000, openid: 'o-zhang' } },
    });
    const asked = await pay.query(outTradeNo);
    expect(told?.ok && told.value.kind === 'transaction' && asked.ok && asked.value).toEqual(
      told?.ok && told.value.kind === 'transaction' && told.value.transaction,
    );
    const paidAtMs = asked.ok ? (asked.value.paidAtMs ?? 0) : 0;
    // WeChat tells whole seconds
    expect(paidAtMs).toBeGreaterThan(beforeMs - 1_000);
    expect(paidAtMs).toBeLessThanOrEqual(Date.now());
    expect((await act(`pay/${prepayId}`)).status).toBe(409);
  });

  it('refuses a number in use, a closed and a paid order', async () => {
    const first = await opened();
    expect(await pay.prepayJsapi({ ...first, totalFen: fen(1), openid: 'o' })).toEqual({
      ok: false,
      error: 'trade-number-used',
    });
    expect(await pay.close(first.outTradeNo)).toEqual({ ok: true, value: null });
    expect(await pay.close(first.outTradeNo)).toEqual({ ok: true, value: null });
    expect(await pay.prepayJsapi({ ...first, openid: 'o' })).toEqual({ ok: false, error: 'order-closed' });
    expect((await act(`pay/${first.prepayId}`)).status).toBe(409);

    const second = await opened();
    await act(`pay/${second.prepayId}`);
    expect(await pay.close(second.outTradeNo)).toEqual({ ok: false, error: 'order-paid' });
    expect(await pay.prepayJsapi({ ...second, openid: 'o' })).toEqual({ ok: false, error: 'order-paid' });
    expect(await pay.query('T-unknown')).toEqual({ ok: false, error: 'order-not-found' });
    expect(await pay.close('T-unknown')).toEqual({ ok: false, error: 'order-not-found' });
  });

  it('cannot be paid after its time', async () => {
    const wanted = order();
    const prepaid = await pay.prepayJsapi({ ...wanted, openid: 'o' });
    vi.useFakeTimers({ toFake: ['Date'], now: wanted.expiresAtMs });
    onTestFinished(() => void vi.useRealTimers());
    expect((await act(`pay/${prepaid.ok ? prepaid.value.prepayId : ''}`)).status).toBe(409);
  });

  it('belongs to its merchant', async () => {
    const { outTradeNo, prepayId } = await opened();
    expect(await payOver(sandbox.url, other).query(outTradeNo)).toEqual({ ok: false, error: 'order-not-found' });
    await act(`pay/${prepayId}`);
    const [letter] = await desk.until(1);
    const foreign = payOver(sandbox.url, other);
    expect(letter && foreign.readNotify(letter.body, letter.headers, Date.now())).toEqual({
      ok: false,
      error: 'undecipherable',
    });
    const sharedKey = payOver(sandbox.url, { ...other, apiV3Key: merchant.apiV3Key });
    expect(letter && sharedKey.readNotify(letter.body, letter.headers, Date.now())).toEqual({
      ok: false,
      error: 'other-merchant',
    });
  });
});

describe('a notification', () => {
  it('is refused when changed, late, unsigned or sealed with another key', async () => {
    const { prepayId } = await opened();
    await act(`pay/${prepayId}`);
    const [letter] = await desk.until(1);
    if (!letter) throw new Error('no letter');
    const read = (headers: Record<string, string>, body = letter.body, wallMs = Date.now()) =>
      pay.readNotify(body, { ...letter.headers, ...headers }, wallMs);
    expect(read({})).toMatchObject({ ok: true });
    expect(read({}, `${letter.body} `)).toEqual({ ok: false, error: 'bad-signature' });
    expect(read({ 'wechatpay-signature': 'WECHATPAY/SIGNTEST/abc' })).toEqual({ ok: false, error: 'bad-signature' });
    expect(read({ 'wechatpay-signature': '' })).toEqual({ ok: false, error: 'headers-missing' });
    expect(read({ 'wechatpay-serial': 'PUB_KEY_ID_1' })).toEqual({ ok: false, error: 'unknown-key' });
    const sentMs = Number(letter.headers['wechatpay-timestamp']) * 1_000;
    expect(read({}, letter.body, sentMs + 300_000)).toMatchObject({ ok: true });
    expect(read({}, letter.body, sentMs + 300_001)).toEqual({ ok: false, error: 'too-old' });
    const wrongKey = payOver(sandbox.url, { ...merchant, apiV3Key: 'k'.repeat(32) });
    expect(wrongKey.readNotify(letter.body, letter.headers, Date.now())).toEqual({
      ok: false,
      error: 'undecipherable',
    });
  });

  it('is repeated until answered with 2xx', async () => {
    desk.answer(500);
    await act(`pay/${(await opened()).prepayId}`);
    await desk.until(2);
    desk.answer(204);
    const letters = await desk.until(3);
    expect(new Set(letters.map(({ body }) => JSON.parse(body).id)).size).toBe(1);
    await sandbox.allTold();
    expect(desk.letters).toHaveLength(3);
  });

  it('comes twice, late, forged, with another amount or never, as told', async () => {
    sandbox.faults.notifyCopies = 2;
    await act(`pay/${(await opened()).prepayId}`);
    await desk.until(2);
    sandbox.resetFaults();

    sandbox.faults.notifyAddFen = -1;
    await act(`pay/${(await opened()).prepayId}`);
    expect(readLetter((await desk.until(3))[2])).toMatchObject({
      ok: true,
      value: { transaction: { totalFen: 27999 } },
    });
    sandbox.resetFaults();

    sandbox.faults.notifyForged = true;
    await act(`pay/${(await opened()).prepayId}`);
    expect(readLetter((await desk.until(4))[3])).toEqual({ ok: false, error: 'bad-signature' });
    sandbox.resetFaults();

    sandbox.faults.notifyDrop = true;
    const dropped = await opened();
    await act(`pay/${dropped.prepayId}`);
    await sandbox.allTold();
    expect(desk.letters).toHaveLength(4);
    expect(await pay.query(dropped.outTradeNo)).toMatchObject({ ok: true, value: { state: 'SUCCESS' } });

    sandbox.resetFaults();
    sandbox.faults.notifyDelayMs = 150;
    const late = await opened();
    const paidMs = performance.now();
    await act(`pay/${late.prepayId}`);
    await desk.until(5);
    // a timer may ring a millisecond early
    expect(performance.now() - paidMs).toBeGreaterThanOrEqual(149);
  });
});

describe('an answer', () => {
  it('that the platform did not sign is not believed', async () => {
    sandbox.faults.answers = [{ path: '/v3/pay/transactions/jsapi', kind: 'forged', times: 1 }];
    await expect(pay.prepayJsapi({ ...order(), openid: 'o' })).rejects.toThrow('EV3_RES_HEADER_SIGNATURE_DIGEST');
  });

  it('that fails or never comes is thrown without keys or names', async () => {
    sandbox.faults.answers = [{ path: '/v3/', kind: 'server-error', times: 1 }];
    await expect(pay.prepayJsapi({ ...order(), openid: 'o' })).rejects.toThrow(/^wechat pay [\w/]+: SYSTEM_ERROR$/);
    sandbox.faults.answers = [{ path: '/v3/', kind: 'hang', times: 1 }];
    await expect(payOver(sandbox.url, merchant, 100).query('T20260001')).rejects.toThrow(/ECONNABORTED|ETIMEDOUT/);
    await expect(payOver(sandbox.url, { ...merchant, privateKeyPem: other.privateKeyPem }).query('T1')).rejects.toThrow(
      'SIGN_ERROR',
    );
  });
});

describe('a refund', () => {
  it('goes back once, told and asked about', async () => {
    const paid = await opened();
    await act(`pay/${paid.prepayId}`);
    const wanted = {
      outTradeNo: paid.outTradeNo,
      outRefundNo: `R-${paid.outTradeNo}`,
      refundFen: fen(15500),
      totalFen: fen(28000),
      reason: '退考',
      notifyUrl: desk.url,
    };
    expect(await pay.refund(wanted)).toMatchObject({ ok: true, value: { status: 'PROCESSING', refundFen: 15500 } });
    const letters = await desk.until(2);
    const told = letters.map((letter) => readLetter(letter)).find((each) => each?.ok && each.value.kind === 'refund');
    expect(told).toMatchObject({ ok: true, value: { refund: { status: 'SUCCESS', outRefundNo: wanted.outRefundNo } } });
    expect(await pay.refund(wanted)).toMatchObject({ ok: true, value: { status: 'SUCCESS' } });
    expect(await pay.queryRefund(wanted.outRefundNo)).toMatchObject({ ok: true, value: { status: 'SUCCESS' } });
    expect(await pay.query(paid.outTradeNo)).toMatchObject({ ok: true, value: { state: 'REFUND' } });
    const tooMuch = { ...wanted, outRefundNo: 'R-2', refundFen: fen(12501) };
    expect(await pay.refund(tooMuch)).toEqual({ ok: false, error: 'refund-not-possible' });
    expect((await pay.refund({ ...tooMuch, refundFen: fen(12500) })).ok).toBe(true);
    expect(await pay.refund({ ...wanted, outTradeNo: 'T-unknown' })).toEqual({ ok: false, error: 'order-not-found' });
    expect(await pay.queryRefund('R-none')).toEqual({ ok: false, error: 'refund-not-found' });
  });
});

describe('the bill', () => {
  it('lists the day in yuan and is refused for a day without trade', async () => {
    const paid = await opened();
    await act(`pay/${paid.prepayId}`);
    const bill = await pay.tradeBill(dayAt(Date.now()));
    expect(bill.ok && bill.value).toContain(`\`${paid.outTradeNo},`);
    expect(bill.ok && bill.value).toContain('`280.00');
    const none = await pay.tradeBill(dayAt(0));
    expect(none).toEqual({ ok: false, error: 'no-bill' });
  });
});

describe('the cashier', () => {
  const form = async (path: string, fields: Record<string, string>) =>
    fetch(`${sandbox.url}${path}`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

  it('shows the order, takes the money and sends the payer back', async () => {
    const wanted = order();
    const prepaid = await pay.prepayH5({ ...wanted, clientIp: '127.0.0.1' });
    const h5Url = prepaid.ok ? prepaid.value.h5Url : '';
    const back = 'http://127.0.0.1:1/orders/1?from=<pay>';
    const page = await (await fetch(`${h5Url}&redirect_url=${encodeURIComponent(back)}`)).text();
    expect(page).toContain('280.00');
    expect(page).toContain(wanted.description);
    expect(page).not.toContain('<pay>');
    const fields = { prepay_id: new URL(h5Url).searchParams.get('prepay_id') ?? '', redirect_url: back };
    const turnedBack = await form('/cashier/cancel', fields);
    expect(turnedBack.headers.get('location')).toBe(new URL(back).href);
    expect(await pay.query(wanted.outTradeNo)).toMatchObject({ ok: true, value: { state: 'NOTPAY' } });
    const paid = await form('/cashier/pay', fields);
    expect(paid.status).toBe(303);
    expect(readLetter((await desk.until(1))[0])).toMatchObject({ ok: true });
    const again = await form('/cashier/pay', { ...fields, redirect_url: 'javascript:alert(1)' });
    expect(await again.text()).not.toContain('javascript:');
  });

  it('serves a native order too', async () => {
    const prepaid = await pay.prepayNative(order());
    expect((await fetch(prepaid.ok ? prepaid.value.codeUrl : '')).status).toBe(200);
  });
});

describe('a restart', () => {
  it('keeps orders and goes on notifying', async () => {
    desk.answer(500);
    sandbox.faults.notifyDelayMs = 60_000;
    const paid = await opened();
    await act(`pay/${paid.prepayId}`);
    expect(desk.letters).toHaveLength(0);
    await sandbox.stop();
    const { readFileSync, writeFileSync } = await import('node:fs');
    const path = join(folder, 'state.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/"dueMs":\d+/g, '"dueMs":0'));
    sandbox = await start();
    desk.answer(204);
    await desk.until(1);
    expect(await payOver(sandbox.url).query(paid.outTradeNo)).toMatchObject({ ok: true, value: { state: 'SUCCESS' } });
  });
});
