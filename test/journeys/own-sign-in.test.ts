import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accounts, bodies } from '@jikaotong/shared/contract';
import { createApiClient } from '../support/api-client';
import { type SignedInPerson, bspia, candidateByPhone, firstAdministrator, password } from '../support/people';
import { type World, openWorld } from '../support/world';

const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0.0.0 Safari/537.36';
const WECHAT =
  'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/116.0 MicroMessenger/8.0.50 MiniProgramEnv/android';

describe('one’s own password and devices', () => {
  let world: World;
  let administrator: SignedInPerson;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    administrator = await firstAdministrator(world);
  });
  afterAll(() => world.stop());

  const invite = async (name: string) => {
    const { accountId, invitationPath } = await administrator.api.ok(bodies.inviteStaff, {
      params: { id: bspia.id },
      body: { name, displayName: name, roles: ['reviewer'] },
    });
    return { accountId, token: new URLSearchParams(invitationPath?.split('?')[1]).get('token') ?? '' };
  };
  const accept = (token: string, given = password) =>
    world.stranger.call(accounts.acceptInvitation, { params: { token }, body: { password: given, keep: 'body' } });
  const enter = async (name: string, given = password, agent = CHROME) => {
    const body = { name, password: given, keep: 'body' as const };
    const headers = { 'User-Agent': agent };
    return accounts.signInWithPassword.reply.parse(
      (await world.stranger.call(accounts.signInWithPassword, { body, headers })).data,
    );
  };
  const clientOf = ({ accessToken }: { accessToken: string }) => createApiClient(world.origin, accessToken);

  it('takes no password that is common, however it is dressed up', async () => {
    const { token } = await invite('common');
    for (const given of ['1qaz2wsx3edc', 'Password2026!', 'P@ssw0rd-123', 'qwertyuiop', '13800000000', 'Jikaotong2026'])
      expect([given, (await accept(token, given)).code]).toEqual([given, 'password-common']);
    expect(await accept(token, 'Common-2026')).toMatchObject({ code: 'password-weak' });
    expect(await accept(token, 'san-tou-shuiniu')).toMatchObject({ code: 'ok' });
  });

  it('changes its own password by the present one, which ends every other device and open link', async () => {
    const { accountId, token } = await invite('changes');
    await accept(token);
    const here = clientOf(await enter('changes'));
    const elsewhere = clientOf(await enter('changes'));
    const params = { id: bspia.id, accountId };
    const link = await administrator.api.ok(bodies.reinviteStaff, { params });
    const change = (present: string, next: string) => here.call(accounts.changePassword, { body: { present, next } });

    expect(await change('wrong-password', 'san-tou-shuiniu')).toMatchObject({ status: 422, code: 'password-wrong' });
    expect(await change(password, 'short')).toMatchObject({ code: 'password-weak' });
    expect(await change(password, 'Password2026!')).toMatchObject({ code: 'password-common' });
    await elsewhere.ok(accounts.getMe, {});
    expect(await change(password, 'san-tou-shuiniu')).toMatchObject({ code: 'ok' });

    await here.ok(accounts.getMe, {});
    expect(await elsewhere.refused(accounts.getMe, {})).toMatchObject({ code: 'not-signed-in' });
    const again = new URLSearchParams(link.invitationPath?.split('?')[1]).get('token') ?? '';
    expect(await accept(again)).toMatchObject({ code: 'invitation-invalid' });
    expect((await enter('changes', 'san-tou-shuiniu')).account.id).toBe(accountId);
  });

  it('counts wrong present passwords among those of the name', async () => {
    await accept((await invite('counted')).token);
    const here = clientOf(await enter('counted'));
    const wrong = () => here.call(accounts.changePassword, { body: { present: 'wrong', next: 'san-tou-shuiniu' } });
    for (let tries = 0; tries < 10; tries += 1) expect((await wrong()).code).toBe('password-wrong');
    expect(await wrong()).toMatchObject({ code: 'too-many-requests' });
  });

  it('has no password where one comes in by phone', async () => {
    const { api } = await candidateByPhone(world, '13800000041');
    const body = { present: 'anything-at-all', next: 'san-tou-shuiniu' };
    expect(await api.refused(accounts.changePassword, { body })).toMatchObject({ code: 'forbidden' });
  });

  it('sees its devices, ends one of them or all the others, and nobody else’s', async () => {
    await accept((await invite('devices')).token);
    const here = clientOf(await enter('devices'));
    const phone = clientOf(await enter('devices', password, WECHAT));
    const third = clientOf(await enter('devices', password, 'curl/8.5'));
    const listed = async () => (await here.ok(accounts.listSignIns, {})).items;
    const found = await listed();
    expect(found.map(({ app, system, isThis }) => [app, system, isThis]).toSorted()).toEqual([
      ['chrome', 'windows', true],
      ['other', 'other', false],
      ['other', 'other', false],
      ['wechat', 'android', false],
    ]);
    const ofPhone = found.find(({ app }) => app === 'wechat');
    const params = { id: ofPhone?.id ?? '' };
    const stranger = await candidateByPhone(world, '13800000042');
    expect(await stranger.api.refused(accounts.endSignIn, { params })).toMatchObject({ code: 'not-found' });
    await here.ok(accounts.endSignIn, { params });
    expect(await phone.refused(accounts.getMe, {})).toMatchObject({ code: 'not-signed-in' });
    expect(await here.refused(accounts.endSignIn, { params })).toMatchObject({ code: 'not-found' });
    await third.ok(accounts.getMe, {});
    await here.ok(accounts.endOtherSignIns, {});
    expect(await third.refused(accounts.getMe, {})).toMatchObject({ code: 'not-signed-in' });
    expect((await listed()).map(({ isThis }) => isThis)).toEqual([true]);
  });
});
