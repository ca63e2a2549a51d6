import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accounts } from '@jikaotong/shared/contract';
import { createApiClient } from '../support/api-client';
import { candidateByPhone, candidateByWechat } from '../support/people';
import { type World, openWorld } from '../support/world';

const minute = 60_000;

describe('codes and tokens', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
  });
  afterAll(() => world.stop());
  const refresh = (refreshToken: string | null) =>
    world.stranger.call(accounts.refreshSignIn, { body: refreshToken === null ? {} : { refreshToken } });
  const tokenIn = (data: unknown): string => accounts.refreshSignIn.reply.parse(data).refreshToken ?? '';

  it('sends one code a minute, the same answer for every number', async () => {
    const ask = (phone: string) => world.stranger.call(accounts.requestCode, { body: { phone } });
    const known = '13800000011';
    await candidateByPhone(world, known);
    world.clock.passWall(minute);
    expect((await ask(known)).data).toEqual((await ask('13800000012')).data);
    expect(await ask(known)).toMatchObject({ status: 429, code: 'code-too-soon' });
    world.clock.passWall(minute);
    expect((await ask(known)).code).toBe('ok');
  });

  it('takes five wrong codes and then not even the right one', async () => {
    const phone = '13800000013';
    await world.stranger.ok(accounts.requestCode, { body: { phone } });
    const right = await world.owner.smsCode(phone);
    const wrong = right === '000000' ? '111111' : '000000';
    const enter = (code: string) =>
      world.stranger.call(accounts.signInWithPhone, { body: { phone, code, keep: 'body' } });
    const answers = [];
    for (const code of [wrong, wrong, wrong, wrong, wrong, right]) answers.push((await enter(code)).code);
    expect(answers).toEqual([...Array.from({ length: 5 }, () => 'code-wrong'), 'code-expired']);
  });

  it('takes twenty wrong codes of a phone in an hour, however many codes it is sent', async () => {
    const phone = '13800000019';
    const enter = (code: string) =>
      world.stranger.call(accounts.signInWithPhone, { body: { phone, code, keep: 'body' } });
    const freshCode = async () => {
      await world.stranger.ok(accounts.requestCode, { body: { phone } });
      return world.owner.smsCode(phone);
    };
    for (let sent = 0; sent < 4; sent += 1) {
      const wrong = (await freshCode()) === '000000' ? '111111' : '000000';
      for (let tries = 0; tries < 5; tries += 1) expect((await enter(wrong)).code).toBe('code-wrong');
      world.clock.passWall(minute);
    }
    const held = await world.stranger.refused(accounts.requestCode, { body: { phone } });
    expect(held.code).toBe('too-many-requests');
    world.clock.passWall(57 * minute);
    expect((await enter(await freshCode())).code).toBe('ok');
  });

  it('lets a code lapse after five minutes', async () => {
    const phone = '13800000014';
    await world.stranger.ok(accounts.requestCode, { body: { phone } });
    const body = { phone, code: await world.owner.smsCode(phone), keep: 'body' as const };
    world.clock.passWall(5 * minute);
    expect(await world.stranger.refused(accounts.signInWithPhone, { body })).toMatchObject({ code: 'code-expired' });
  });

  it('renews a sign-in, repeats a lost reply, and ends the family when an old token turns up', async () => {
    const { session } = await candidateByWechat(world, 'o-renew');
    const first = session.refreshToken ?? '';
    const second = tokenIn((await refresh(first)).data);
    expect(second).not.toBe(first);
    expect(tokenIn((await refresh(first)).data)).toBe(second);
    const twice = await Promise.all([refresh(second), refresh(second)]);
    const third = tokenIn(twice[0]?.data);
    expect(tokenIn(twice[1]?.data)).toBe(third);

    expect(await refresh(first)).toMatchObject({ status: 401, code: 'not-signed-in' });
    expect(await refresh(third)).toMatchObject({ status: 401, code: 'not-signed-in' });
    const old = createApiClient(world.origin, session.accessToken);
    expect(await old.refused(accounts.getMe, {})).toMatchObject({ code: 'not-signed-in' });
  });

  it('does not repeat after a minute', async () => {
    const { session } = await candidateByWechat(world, 'o-late');
    await refresh(session.refreshToken);
    world.clock.passWall(minute);
    expect(await refresh(session.refreshToken)).toMatchObject({ code: 'not-signed-in' });
  });

  it('keeps the token of a browser in a cookie that scripts and other paths do not see', async () => {
    const body = { code: await world.owner.loginCode('o-cookie'), keep: 'cookie' as const };
    const answer = await world.stranger.call(accounts.signInWithWechat, { body });
    expect(answer.data).toMatchObject({ refreshToken: null });
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/path=\/api\/v1;.*samesite=strict; httponly/i);
    const headers = { Cookie: cookie.split(';')[0] ?? '' };
    const renewed = await world.stranger.call(accounts.refreshSignIn, { body: {}, headers });
    expect(renewed).toMatchObject({ code: 'ok', data: { refreshToken: null } });
    const next = { Cookie: (renewed.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
    await world.stranger.call(accounts.signOut, { body: {}, headers: next });
    expect(await world.stranger.call(accounts.refreshSignIn, { body: {}, headers: next })).toMatchObject({
      code: 'not-signed-in',
    });
  });

  it('neither goes on nor signs out in the name of a browser that another site sends', async () => {
    const body = { code: await world.owner.loginCode('o-foreign'), keep: 'cookie' as const };
    const signedIn = await world.stranger.call(accounts.signInWithWechat, { body });
    const cookie = { Cookie: (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
    const foreign = { ...cookie, Origin: 'https://evil.example' };
    for (const endpoint of [accounts.refreshSignIn, accounts.signOut]) {
      const answer = await world.stranger.call(endpoint, { body: {}, headers: foreign });
      expect([answer.status, answer.code, answer.headers.get('set-cookie')]).toEqual([403, 'forbidden', null]);
    }
    const own = { ...cookie, Origin: world.origin };
    expect((await world.stranger.call(accounts.refreshSignIn, { body: {}, headers: own })).code).toBe('ok');
  });

  it('ends an access token after a quarter of an hour', async () => {
    const { session } = await candidateByWechat(world, 'o-short');
    const api = createApiClient(world.origin, session.accessToken);
    world.clock.passWall(14 * minute);
    await api.ok(accounts.getMe, {});
    world.clock.passWall(minute);
    expect(await api.refused(accounts.getMe, {})).toMatchObject({ code: 'not-signed-in' });
  });

  it('proves one phone for one account, whichever way the candidate comes', async () => {
    const phone = '13800000015';
    const wang = await candidateByWechat(world, 'o-phone');
    const proof = { wechatCode: await world.owner.phoneCode(phone) };
    expect(await wang.api.ok(accounts.provePhone, { body: proof })).toMatchObject({ phoneMasked: '138****0015' });
    expect((await candidateByPhone(world, phone)).accountId).toBe(wang.accountId);

    const li = await candidateByWechat(world, 'o-other');
    const again = { wechatCode: await world.owner.phoneCode(phone) };
    expect(await li.api.refused(accounts.provePhone, { body: again })).toMatchObject({ code: 'phone-in-use' });
    expect(await li.api.refused(accounts.provePhone, { body: { wechatCode: 'made-up' } })).toMatchObject({
      code: 'wechat-code-invalid',
    });
  });
});
