import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accounts, bodies } from '@jikaotong/shared/contract';
import { createApiClient } from '../support/api-client';
import { type SignedInPerson, bspia, candidateByPhone, firstAdministrator, password } from '../support/people';
import { type World, openWorld } from '../support/world';

describe('where staff must have a second factor', () => {
  let world: World;
  let administrator: SignedInPerson;
  const params = { id: bspia.id };
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23', env: { STAFF_SECOND_FACTOR: 'required' } });
    administrator = await firstAdministrator(world);
  });
  afterAll(() => world.stop());
  const enrol = async ({ api }: Pick<SignedInPerson, 'api'>) => {
    const { secret } = await api.ok(accounts.beginSecondFactor, {});
    const totp = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: world.clock.wallNow() });
    await api.ok(accounts.confirmSecondFactor, { body: { code: totp() } });
    world.clock.passWall(30_000);
    return totp;
  };
  const signIn = async (name: string, totp?: string) => {
    const body = { name, password, keep: 'body' as const, ...(totp !== undefined && { totp }) };
    const session = await world.stranger.ok(accounts.signInWithPassword, { body });
    return createApiClient(world.origin, session.accessToken);
  };

  it('the first sign-in is for setting it up, and for nothing else', async () => {
    expect(administrator.session.account).toMatchObject({ secondFactor: false, secondFactorDue: true });
    expect(await administrator.api.refused(bodies.getStaffBody, { params })).toMatchObject({
      status: 403,
      code: 'second-factor-due',
    });
    await enrol(administrator);
    await administrator.api.ok(bodies.getStaffBody, { params });
    expect(await administrator.api.ok(accounts.getMe, {})).toMatchObject({ secondFactorDue: false });
  });

  it('ends devices and links from before it', async () => {
    const body = { name: 'fresh', displayName: '新', roles: ['reviewer' as const] };
    const { accountId, invitationPath } = await administrator.api.ok(bodies.inviteStaff, { params, body });
    const accept = (path: string | null) =>
      world.stranger.call(accounts.acceptInvitation, {
        params: { token: new URLSearchParams(path?.split('?')[1]).get('token') ?? '' },
        body: { password, keep: 'body' },
      });
    await accept(invitationPath);
    const before = await signIn('fresh');
    const here = await signIn('fresh');
    const link = await administrator.api.ok(bodies.reinviteStaff, { params: { ...params, accountId } });
    const totp = await enrol({ api: here });
    expect(await before.refused(accounts.getMe, {})).toMatchObject({ code: 'not-signed-in' });
    expect(await accept(link.invitationPath)).toMatchObject({ code: 'invitation-invalid' });
    await here.ok(accounts.getMe, {});
    await (await signIn('fresh', totp())).ok(accounts.getMe, {});
  });

  it('asks no candidate for one', async () => {
    const { session } = await candidateByPhone(world, '13800000051');
    expect(session.account).toMatchObject({ secondFactorDue: false });
  });
});
