import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accounts, bodies, messages } from '@jikaotong/shared/contract';
import { staffList } from '@jikaotong/shared/lists';
import { setRoles } from '@jikaotong/bff/features/accounts';
import { createApiClient } from '../support/api-client';
import { type SignedInPerson, bspia, firstAdministrator, staffMember } from '../support/people';
import { type World, openWorld } from '../support/world';

const password = 'Zhengshu-2026-ceshi';

describe('the staff of a body', () => {
  let world: World;
  let administrator: SignedInPerson;
  const params = { id: bspia.id };
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    administrator = await firstAdministrator(world);
  });
  afterAll(() => world.stop());
  const enter = (name: string, given = password, totp?: string) =>
    world.stranger.call(accounts.signInWithPassword, {
      body: { name, password: given, keep: 'body', ...(totp !== undefined && { totp }) },
    });
  const invite = (name: string) =>
    administrator.api.ok(bodies.inviteStaff, { params, body: { name, displayName: name, roles: ['reviewer'] } });
  const accept = (path: string | null, given = password) => {
    const token = new URLSearchParams(path?.split('?')[1]).get('token') ?? '';
    return world.stranger.call(accounts.acceptInvitation, {
      params: { token },
      body: { password: given, keep: 'body' },
    });
  };

  it('answers an unknown name, a name without password and a wrong password alike', async () => {
    await invite('not-yet');
    const answers = [await enter('nobody'), await enter('not-yet'), await enter('admin', 'wrong-password')];
    expect(answers.map(({ status, code, data }) => [status, code, data])).toEqual(
      answers.map(() => [401, 'sign-in-failed', undefined]),
    );
  });

  it('is invited by a link that works once, for three days, and not after the next one', async () => {
    const { accountId, invitationPath } = await invite('zhang');
    expect(await accept(invitationPath, 'short')).toMatchObject({ code: 'password-weak' });
    const again = await administrator.api.ok(bodies.reinviteStaff, { params: { ...params, accountId } });
    expect(await accept(invitationPath)).toMatchObject({ code: 'invitation-invalid' });
    expect(await accept(again.invitationPath)).toMatchObject({ code: 'ok' });
    expect(await accept(again.invitationPath)).toMatchObject({ code: 'invitation-invalid' });
    const name = { name: 'zhang', displayName: '张', roles: ['finance' as const] };
    expect(await administrator.api.refused(bodies.inviteStaff, { params, body: name })).toMatchObject({
      code: 'name-taken',
      status: 409,
    });

    const late = await invite('late');
    world.clock.passWall(3 * 86_400_000);
    expect(await accept(late.invitationPath)).toMatchObject({ code: 'invitation-invalid' });
    const session = await world.stranger.ok(accounts.signInWithPassword, {
      body: { name: 'admin', password, keep: 'body' },
    });
    administrator = { ...administrator, session, api: createApiClient(world.origin, session.accessToken) };
  });

  it('shows an invitation link once: a repeated request has no second one', async () => {
    const body = { name: 'once', displayName: '一次', roles: ['reviewer' as const] };
    const first = await administrator.api.ok(bodies.inviteStaff, { params, body, key: 'invite-once' });
    const replay = await administrator.api.ok(bodies.inviteStaff, { params, body, key: 'invite-once' });
    expect(replay).toEqual({ accountId: first.accountId, invitationPath: null });
  });

  it('loses a role or the account at once', async () => {
    const clerk = await staffMember(world, administrator, 'clerk', ['reviewer', 'administrator']);
    await clerk.api.ok(bodies.getStaffBody, { params });
    const where = { ...params, accountId: clerk.accountId };
    await administrator.api.ok(bodies.updateStaff, { params: where, body: { roles: ['reviewer'] } });
    expect(await clerk.api.refused(bodies.getStaffBody, { params })).toMatchObject({ code: 'forbidden' });
    await administrator.api.ok(bodies.updateStaff, { params: where, body: { disabled: true } });
    expect(await clerk.api.refused(accounts.getMe, {})).toMatchObject({ code: 'not-signed-in' });
    expect(await enter('clerk')).toMatchObject({ code: 'account-disabled' });
    expect(await enter('clerk', 'wrong-password')).toMatchObject({ code: 'sign-in-failed' });
  });

  it('takes a role from nobody but another', async () => {
    const own = { ...params, accountId: administrator.accountId };
    const more = { params: own, body: { roles: ['administrator' as const, 'finance' as const] } };
    expect(await administrator.api.refused(bodies.updateStaff, more)).toMatchObject({ code: 'own-roles' });
    const other = await staffMember(world, administrator, 'other', ['administrator', 'finance']);
    const fewer = { params: { ...params, accountId: other.accountId }, body: { roles: ['administrator' as const] } };
    await other.api.ok(bodies.updateStaff, fewer);
    const back = { ...fewer, body: { roles: ['administrator' as const, 'finance' as const] } };
    expect(await other.api.refused(bodies.updateStaff, back)).toMatchObject({ code: 'own-roles' });
    await administrator.api.ok(bodies.updateStaff, back);
    await administrator.api.ok(bodies.removeStaff, { params: fewer.params });
  });

  it('never loses its last administrator, even when two remove each other at once', async () => {
    const alone = { params: { ...params, accountId: administrator.accountId } };
    expect(await administrator.api.refused(bodies.removeStaff, alone)).toMatchObject({ code: 'last-administrator' });
    const less = { ...alone, body: { roles: ['reviewer' as const] } };
    expect(await administrator.api.refused(bodies.updateStaff, less)).toMatchObject({ code: 'last-administrator' });
    const none = { ...alone, body: { roles: [] } };
    expect(await administrator.api.refused(bodies.updateStaff, none)).toMatchObject({ code: 'invalid-input' });
    const second = await staffMember(world, administrator, 'second', ['administrator']);
    const remove = (who: SignedInPerson, whom: SignedInPerson) =>
      who.api.call(bodies.removeStaff, { params: { ...params, accountId: whom.accountId } });
    const answers = await Promise.all([remove(administrator, second), remove(second, administrator)]);
    expect(answers.filter(({ code }) => code === 'ok')).toHaveLength(1);
    if (answers[0]?.code !== 'ok') administrator = second;
  });

  it('may add a second factor, whose codes work once', async () => {
    const clerk = await staffMember(world, administrator, 'careful', ['finance']);
    const { secret } = await clerk.api.ok(accounts.beginSecondFactor, {});
    const codeAt = (ms: number) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: ms });
    const code = codeAt(world.clock.wallNow());
    expect(await clerk.api.ok(accounts.confirmSecondFactor, { body: { code } })).toMatchObject({ secondFactor: true });
    expect(await enter('careful')).toMatchObject({ status: 401, code: 'second-factor-needed' });
    expect(await enter('careful', password, code)).toMatchObject({ code: 'sign-in-failed' });
    world.clock.passWall(30_000);
    const next = codeAt(world.clock.wallNow());
    expect(await enter('careful', 'wrong-password', next)).toMatchObject({ code: 'sign-in-failed' });
    expect(await enter('careful', password, next)).toMatchObject({ code: 'ok' });
    expect(await clerk.api.refused(accounts.beginSecondFactor, {})).toMatchObject({ code: 'wrong-state' });
  });

  it('leaves whole: out at once, and the name can be invited again for somebody else', async () => {
    const clerk = await staffMember(world, administrator, 'leaving', ['reviewer']);
    const where = { ...params, accountId: clerk.accountId };
    const again = await administrator.api.ok(bodies.reinviteStaff, { params: where });
    await administrator.api.ok(bodies.removeStaff, { params: where });
    const { items } = await administrator.api.ok(staffList.rows, { params, query: {} });
    expect(items.map(({ name }) => name)).not.toContain('leaving');
    expect(await clerk.api.refused(accounts.getMe, {})).toMatchObject({ code: 'not-signed-in' });
    expect(await enter('leaving')).toMatchObject({ code: 'sign-in-failed' });
    expect(await accept(again.invitationPath)).toMatchObject({ code: 'invitation-invalid' });
    expect(await administrator.api.refused(bodies.removeStaff, { params: where })).toMatchObject({ code: 'not-found' });
    const anew = await staffMember(world, administrator, 'leaving', ['finance']);
    expect(anew.accountId).not.toBe(clerk.accountId);
    expect((await anew.api.ok(accounts.getMe, {})).grants).toMatchObject([{ roles: ['finance'] }]);
  });

  it('gets a lost second factor taken away by a colleague, not by a link, and owes a new one before working', async () => {
    const chief = await staffMember(world, administrator, 'chief', ['administrator', 'reviewer']);
    const enrol = async (who: SignedInPerson) => {
      const { secret } = await who.api.ok(accounts.beginSecondFactor, {});
      const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: world.clock.wallNow() });
      await who.api.ok(accounts.confirmSecondFactor, { body: { code: code() } });
      world.clock.passWall(30_000);
      return code;
    };
    const where = { ...params, accountId: chief.accountId };
    expect(await administrator.api.refused(bodies.resetSecondFactor, { params: where })).toMatchObject({
      code: 'wrong-state',
    });
    const code = await enrol(chief);
    const { items } = await administrator.api.ok(staffList.rows, { params, query: {} });
    expect(items.find(({ name }) => name === 'chief')).toMatchObject({ secondFactor: true });

    const { invitationPath } = await administrator.api.ok(bodies.reinviteStaff, { params: where });
    const token = new URLSearchParams(invitationPath?.split('?')[1]).get('token') ?? '';
    const acceptWith = (totp?: string) =>
      world.stranger.call(accounts.acceptInvitation, {
        params: { token },
        body: { password: 'Another-2026-ceshi', keep: 'body', ...(totp !== undefined && { totp }) },
      });
    expect(await acceptWith()).toMatchObject({ status: 401, code: 'second-factor-needed' });
    expect(await acceptWith(code() === '123456' ? '654321' : '123456')).toMatchObject({ code: 'code-wrong' });
    expect(await enter('chief', password, code())).toMatchObject({ code: 'ok' });
    world.clock.passWall(30_000);
    expect(await acceptWith(code())).toMatchObject({ code: 'ok' });

    world.clock.passWall(30_000);
    const entered = await world.stranger.ok(accounts.signInWithPassword, {
      body: { name: 'chief', password: 'Another-2026-ceshi', totp: code(), keep: 'body' },
    });
    const inside = createApiClient(world.origin, entered.accessToken);
    expect(await inside.refused(bodies.resetSecondFactor, { params: where })).toMatchObject({
      code: 'another-administrator-needed',
    });
    await administrator.api.ok(bodies.resetSecondFactor, { params: where });
    expect(await inside.refused(accounts.getMe, {})).toMatchObject({ code: 'not-signed-in' });
    const back = await enter('chief', 'Another-2026-ceshi');
    expect(back).toMatchObject({ code: 'ok', data: { account: { secondFactor: false, secondFactorDue: true } } });
    const session = await world.stranger.ok(accounts.signInWithPassword, {
      body: { name: 'chief', password: 'Another-2026-ceshi', keep: 'body' },
    });
    const returned = { ...chief, session, api: createApiClient(world.origin, session.accessToken) };
    expect(await returned.api.refused(bodies.getStaffBody, { params })).toMatchObject({ code: 'second-factor-due' });
    const told = await returned.api.ok(messages.listMessages, { query: {} });
    expect(told.items.map((message) => message.code)).toContain('second-factor-reset');
    // by a link beside it, whoever did that would be the colleague: it takes another administrator
    expect(await administrator.api.refused(bodies.reinviteStaff, { params: where })).toMatchObject({
      code: 'another-administrator-needed',
      data: { of: 'both' },
    });
    const third = await staffMember(world, administrator, 'third', ['administrator']);
    await third.api.ok(bodies.reinviteStaff, { params: where });
    await enrol(returned);
    await returned.api.ok(bodies.getStaffBody, { params });
    await administrator.api.ok(bodies.reinviteStaff, { params: where });
    await third.api.ok(bodies.resetSecondFactor, { params: where });
    await administrator.api.ok(bodies.reinviteStaff, { params: where });
  });

  it('gets no link that was given out before the second factor was taken away', async () => {
    const clerk = await staffMember(world, administrator, 'linked', ['reviewer']);
    const { secret } = await clerk.api.ok(accounts.beginSecondFactor, {});
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: world.clock.wallNow() });
    await clerk.api.ok(accounts.confirmSecondFactor, { body: { code } });
    const where = { ...params, accountId: clerk.accountId };
    const link = await administrator.api.ok(bodies.reinviteStaff, { params: where });
    await administrator.api.ok(bodies.resetSecondFactor, { params: where });
    expect(await accept(link.invitationPath)).toMatchObject({ code: 'invitation-invalid' });
  });

  it('is nobody’s to take over where another body has let them in too', async () => {
    const shared = await staffMember(world, administrator, 'shared', ['reviewer']);
    const other = { bodyId: 'cecc', bodyName: '中国电子商会', roles: ['administrator'] as const };
    await world.db.tx((h) => setRoles(h, { accountId: shared.accountId, ...other }, world.clock.businessNow()));
    const where = { ...params, accountId: shared.accountId };
    expect(await administrator.api.refused(bodies.reinviteStaff, { params: where })).toMatchObject({
      code: 'forbidden',
    });
    expect(
      await administrator.api.refused(bodies.updateStaff, { params: where, body: { disabled: true } }),
    ).toMatchObject({ code: 'forbidden' });
    expect(await administrator.api.refused(bodies.resetSecondFactor, { params: where })).toMatchObject({
      code: 'forbidden',
    });
    await administrator.api.ok(bodies.removeStaff, { params: where });
    expect((await shared.api.ok(accounts.getMe, {})).grants).toMatchObject([{ bodyId: 'cecc' }]);
  });

  it('has no phone to come in by, past password and second factor', async () => {
    const clerk = await staffMember(world, administrator, 'phoned', ['finance']);
    const phone = '13800000031';
    await world.stranger.ok(accounts.requestCode, { body: { phone } });
    const body = { phone, code: await world.owner.smsCode(phone) };
    expect(await clerk.api.refused(accounts.provePhone, { body })).toMatchObject({ code: 'forbidden' });
  });

  it('keeps merchant keys to itself and refuses keys and patterns that are none', async () => {
    const [merchant] = world.sandbox.secrets.merchants;
    if (!merchant) throw new Error('the sandbox has no merchant');
    const { mchid, serial, privateKeyPem, apiV3Key, platformKeyId, platformKeyPem } = merchant;
    const keys = { mchid, serial, privateKeyPem, apiV3Key, platformKeyId, platformKeyPem };
    expect(
      await administrator.api.refused(bodies.setMerchant, { params, body: { ...keys, privateKeyPem: 'no key' } }),
    ).toMatchObject({ code: 'invalid-input', data: { issues: ['body.privateKeyPem'] } });
    const answer = await administrator.api.call(bodies.setMerchant, { params, body: keys });
    expect(answer.data).toMatchObject({ merchant: { mchid, serialTail: serial.slice(-6) } });
    expect(answer.bytes.toString()).not.toContain(apiV3Key);

    const pattern = (ticketNumberPattern: string) =>
      administrator.api.call(bodies.updateBody, { params, body: { ticketNumberPattern } });
    expect(await pattern('{yyyy}{seq:4}')).toMatchObject({ code: 'ok' });
    expect(await pattern('{yyyy}')).toMatchObject({ code: 'number-pattern-wrong' });
    const other = createApiClient(world.origin, administrator.session.accessToken);
    expect(await other.refused(bodies.getStaffBody, { params: { id: 'other-body' } })).toMatchObject({
      code: 'not-found',
    });
  });

  it('takes ten wrong passwords or codes in a quarter of an hour, and tells nobody whether the name is borne', async () => {
    const clerk = await staffMember(world, administrator, 'guessed', ['finance']);
    await staffMember(world, administrator, 'bystander', ['reviewer']);
    const { secret } = await clerk.api.ok(accounts.beginSecondFactor, {});
    const codeAt = (ms: number) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: ms });
    await clerk.api.ok(accounts.confirmSecondFactor, { body: { code: codeAt(world.clock.wallNow()) } });
    world.clock.passWall(30_000);
    const wrongCode = codeAt(world.clock.wallNow() + 3_600_000);
    const tries = async (name: string) => {
      // at once: none of them slips past the count
      const answers = await Promise.all(
        Array.from({ length: 13 }, (_, at) =>
          at % 2 === 0 ? enter(name, 'wrong-password') : enter(name, password, wrongCode),
        ),
      );
      return answers.map(({ code, status, data }) => `${status} ${code} ${Object.keys(data ?? {}).join()}`).toSorted();
    };
    const said = await tries('guessed');
    expect(said.filter((answer) => answer === '401 sign-in-failed ')).toHaveLength(10);
    expect(said.filter((answer) => answer === '429 too-many-requests retryInSeconds')).toHaveLength(3);
    expect(await tries('nobody.at.all')).toEqual(said);
    expect(await enter('guessed', password, codeAt(world.clock.wallNow()))).toMatchObject({
      code: 'too-many-requests',
    });
    expect(await enter('bystander')).toMatchObject({ code: 'ok' });
    world.clock.passWall(15 * 60_000);
    expect(await enter('guessed', password, codeAt(world.clock.wallNow()))).toMatchObject({ code: 'ok' });
  });
});
