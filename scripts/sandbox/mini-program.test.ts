import { openWechat } from '@jikaotong/bff/platform/wechat';
import { openSms } from '@jikaotong/bff/platform/sms';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { patience } from '../../test/support/patience';
import { type Sandbox, createSandboxSecrets, startSandbox } from './index';

const secrets = createSandboxSecrets({ merchants: 0 });
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ secrets });
});
beforeEach(() => sandbox.resetFaults());
afterAll(async () => sandbox.stop());

const client = (over: { secret?: string; timeoutMs?: number } = {}) =>
  openWechat({
    apiUrl: sandbox.url,
    payUrl: sandbox.url,
    appid: secrets.appid,
    secret: secrets.appSecret,
    timeoutMs: patience(20_000),
    ...over,
  });

async function ask<T>(path: string, schema: z.ZodType<T>, body?: unknown): Promise<T> {
  const response = await fetch(`${sandbox.url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return schema.parse(await response.json());
}
const loginCode = async (openid: string) =>
  (await ask('/sandbox/login-code', z.object({ code: z.string() }), { openid })).code;

describe('login', () => {
  it('trades a code for the openid, once', async () => {
    const wechat = client();
    const code = await loginCode('o-zhang');
    expect(await wechat.login(code)).toEqual({ ok: true, value: { openid: 'o-zhang', unionid: null } });
    expect(await wechat.login(code)).toEqual({ ok: false, error: 'code-used' });
    expect(await wechat.login('invented')).toEqual({ ok: false, error: 'code-invalid' });
    expect(await wechat.login('__proto__')).toEqual({ ok: false, error: 'code-invalid' });
    expect('used' in {}).toBe(false);
  });

  it('throws on a wrong secret, a broken and a silent WeChat', async () => {
    await expect(client({ secret: 'wrong' }).login(await loginCode('o'))).rejects.toThrow('40125');
    sandbox.faults.answers = [{ path: '/sns/', kind: 'server-error', times: 1 }];
    await expect(client().login('x')).rejects.toThrow('status 500');
    sandbox.faults.answers = [{ path: '/sns/', kind: 'hang', times: 1 }];
    await expect(client({ timeoutMs: 100 }).login('x')).rejects.toThrow('timeout');
  });
});

describe('access token', () => {
  const phone = async () =>
    (await ask('/sandbox/phone-code', z.object({ code: z.string() }), { phone: '13800000001' })).code;

  it('is fetched once for many calls at a time', async () => {
    const wechat = client();
    const before = sandbox.log.filter(({ path }) => path === '/cgi-bin/stable_token').length;
    const codes = await Promise.all([phone(), phone(), phone()]);
    const answers = await Promise.all(codes.map(async (code) => wechat.phoneNumber(code)));
    expect(answers.map((each) => each.ok && each.value.phone)).toEqual(['13800000001', '13800000001', '13800000001']);
    expect(sandbox.log.filter(({ path }) => path === '/cgi-bin/stable_token').length - before).toBe(1);
  });

  it('is replaced once when WeChat no longer knows it', async () => {
    const wechat = client();
    expect((await wechat.phoneNumber(await phone())).ok).toBe(true);
    sandbox.faults.tokenRejects = 1;
    expect((await wechat.phoneNumber(await phone())).ok).toBe(true);
    sandbox.faults.tokenRejects = 2;
    await expect(wechat.phoneNumber(await phone())).rejects.toThrow('40001');
  });

  it('refuses a phone code the second time', async () => {
    const wechat = client();
    const code = await phone();
    await wechat.phoneNumber(code);
    expect(await wechat.phoneNumber(code)).toEqual({ ok: false, error: 'code-invalid' });
  });
});

describe('mini-program code', () => {
  it('is an image', async () => {
    const code = await client().miniCode({ scene: 'n=b26', page: 'pages/notice/index' });
    expect(code.ok && code.value.type).toBe('image/png');
    expect(code.ok && code.value.bytes.subarray(1, 4).toString()).toBe('PNG');
  });

  it('refuses a page with a slash and throws on a scene too long', async () => {
    expect(await client().miniCode({ scene: 'a', page: '/pages/x' })).toEqual({ ok: false, error: 'page-invalid' });
    await expect(client().miniCode({ scene: 'a'.repeat(33), page: 'x' })).rejects.toThrow('scene');
    expect((await client().miniCode({ scene: 'a'.repeat(32), page: 'x' })).ok).toBe(true);
  });
});

describe('subscribe message', () => {
  const message = { openid: 'o-li', templateId: 't1', page: 'pages/mine/index', data: { thing1: '准考证已开放' } };

  it('is sent once for one grant', async () => {
    const wechat = client();
    expect(await wechat.send(message)).toEqual({ ok: false, error: 'user-refused' });
    await ask('/sandbox/grants', z.unknown(), { openid: 'o-li', templateIds: ['t1'] });
    expect(await wechat.send(message)).toEqual({ ok: true, value: null });
    expect(await wechat.send(message)).toEqual({ ok: false, error: 'user-refused' });
    const sent = await ask('/sandbox/messages?openid=o-li', z.array(z.object({ data: z.unknown() })));
    expect(sent).toEqual([{ data: { thing1: '准考证已开放' } }]);
  });

  it('refuses a value of 21 characters', async () => {
    const data = { thing1: '长'.repeat(21) };
    expect(await client().send({ ...message, data })).toEqual({ ok: false, error: 'data-invalid' });
  });
});

describe('text message', () => {
  const sms = (over: { accessKeySecret?: string } = {}) => openSms({ baseUrl: sandbox.url, ...secrets.sms, ...over });
  const code = { template: 'sign-in-code', params: { code: '402817' } };

  it('arrives with its code, and a wrong number is refused', async () => {
    expect((await sms().sendSms({ phone: '13800000002', ...code })).ok).toBe(true);
    expect(await sms().sendSms({ phone: '1380000000', ...code })).toEqual({ ok: false, error: 'phone-invalid' });
    const box = await ask('/sandbox/sms?phone=13800000002', z.array(z.object({ text: z.string() })));
    expect(box).toEqual([{ text: '您的验证码为402817，5分钟内有效，请勿告诉他人。' }]);
    expect(await (await fetch(`${sandbox.url}/sms`)).text()).toContain('402817');
  });

  it('throws on a wrong key, a missing parameter and an unknown template', async () => {
    await expect(sms({ accessKeySecret: 'no' }).sendSms({ phone: '13800000002', ...code })).rejects.toThrow(
      'SignatureDoesNotMatch',
    );
    await expect(sms().sendSms({ phone: '13800000002', template: 'sign-in-code', params: {} })).rejects.toThrow(
      'TEMPLATE_MISSING_PARAMETERS',
    );
    await expect(sms().sendSms({ phone: '13800000002', template: 'none', params: {} })).rejects.toThrow('none');
  });
});
