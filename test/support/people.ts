import { accounts, bodies, type BodyRole, type Role, CONSENT_VERSION, type SignedIn } from '@jikaotong/shared/contract';
import { addInvitation, addStaff } from '@jikaotong/bff/features/accounts';
import { addBodyIfAbsent } from '@jikaotong/bff/features/bodies';
import { type ApiClient, createApiClient } from './api-client';
import type { World } from './world';

/** Somebody signed in, with the client that speaks for them. */
export type SignedInPerson = { api: ApiClient; accountId: string; session: SignedIn };

/** The body whose notice B26 is. */
export const bspia = { id: 'bspia', name: '北京安全防范行业协会' } as const;

/** What all staff of the stories sign in with. */
export const password = 'Zhengshu-2026-ceshi';

const personOf = (world: World, session: SignedIn): SignedInPerson => ({
  api: createApiClient(world.origin, session.accessToken, renewing(world, session)),
  accountId: session.account.id,
  session,
});

/** Exchanges the refresh token, each time the last one that came, as a phone does whose access token has run out. */
const renewing = (world: World, { refreshToken }: SignedIn): (() => Promise<string | null>) => {
  let kept = refreshToken;
  return async () => {
    if (!kept) return null;
    const answer = await world.stranger.call(accounts.refreshSignIn, { body: { refreshToken: kept } });
    if (answer.code !== 'ok') return null;
    const next = accounts.refreshSignIn.reply.parse(answer.data);
    kept = next.refreshToken;
    return next.accessToken;
  };
};

/** A candidate who signs in with WeChat and, unless told otherwise, agrees to the handling of personal data. */
export const candidateByWechat = async (
  world: World,
  openid: string,
  { consents = true } = {},
): Promise<SignedInPerson> => {
  const code = await world.owner.loginCode(openid);
  const person = personOf(world, await world.stranger.ok(accounts.signInWithWechat, { body: { code, keep: 'body' } }));
  if (consents) await person.api.ok(accounts.giveConsent, { body: { version: CONSENT_VERSION, sensitive: true } });
  return person;
};

/** A candidate without WeChat: an SMS code, as on h5. */
export const candidateByPhone = async (
  world: World,
  phone: string,
  { consents = true } = {},
): Promise<SignedInPerson> => {
  await world.stranger.ok(accounts.requestCode, { body: { phone } });
  const code = await world.owner.smsCode(phone);
  const session = await world.stranger.ok(accounts.signInWithPhone, { body: { phone, code, keep: 'body' } });
  const person = personOf(world, session);
  if (consents) await person.api.ok(accounts.giveConsent, { body: { version: CONSENT_VERSION, sensitive: true } });
  return person;
};

/** The first administrator of a body, new where it has no notice yet, and of ours the operator; invited as `npm run staff -- add` does. */
export const firstAdministrator = async (
  world: World,
  name = 'admin',
  body: { readonly id: string; readonly name: string } = bspia,
): Promise<SignedInPerson> => {
  const staff = { name, displayName: name, bodyId: body.id, bodyName: body.name, roles: rolesOfFirst(body.id) };
  const token = await world.db.tx(async (h) => {
    await addBodyIfAbsent(h, { ...body, nowMs: world.clock.businessNow() });
    const account = await addStaff(h, staff, world.clock.businessNow());
    if (account === 'name-taken') throw new Error(`${name} is there already`);
    return addInvitation(h, account.id, world.clock.wallNow());
  });
  return acceptInvitation(world, token);
};

const rolesOfFirst = (bodyId: string): readonly Role[] =>
  bodyId === bspia.id ? ['administrator', 'operator'] : ['administrator'];

/** A colleague with these roles, invited by an administrator and signed in by password. */
export const staffMember = async (
  world: World,
  administrator: SignedInPerson,
  name: string,
  roles: readonly BodyRole[],
): Promise<SignedInPerson> => {
  const { invitationPath } = await administrator.api.ok(bodies.inviteStaff, {
    params: { id: bspia.id },
    body: { name, displayName: name, roles: [...roles] },
  });
  const token = new URLSearchParams(invitationPath?.split('?')[1]).get('token');
  if (!token) throw new Error(`no invitation for ${name}`);
  await acceptInvitation(world, token);
  return staffAgain(world, name);
};

/** The same who was signed in before, with a token of now. */
export const staffAgain = async (world: World, name: string): Promise<SignedInPerson> => {
  const body = { name, password, keep: 'body' as const };
  return personOf(world, await world.stranger.ok(accounts.signInWithPassword, { body }));
};

/** Gives the body the sandbox's merchant, a certificate prefix and nothing else. */
export const equipBody = async (
  world: World,
  administrator: SignedInPerson,
  body: { readonly id: string } = bspia,
): Promise<void> => {
  const merchant = world.sandbox.secrets.merchants[0];
  if (!merchant) throw new Error('the sandbox has no merchant');
  const { mchid, serial, privateKeyPem, apiV3Key, platformKeyId, platformKeyPem } = merchant;
  const params = { id: body.id };
  const keys = { mchid, serial, privateKeyPem, apiV3Key, platformKeyId, platformKeyPem };
  await administrator.api.ok(bodies.setMerchant, { params, body: keys });
  const certificatePrefix = { letter: 'S', bodyCode: '0000', province: '11', site: '000123' };
  await administrator.api.ok(bodies.updateBody, { params, body: { certificatePrefix } });
};

const acceptInvitation = async (world: World, token: string): Promise<SignedInPerson> => {
  const body = { password, keep: 'body' as const };
  return personOf(world, await world.stranger.ok(accounts.acceptInvitation, { params: { token }, body }));
};
