import { Secret, TOTP } from 'otpauth';
import { type BodyRole, accounts } from '@jikaotong/shared/contract';
import {
  type SignedInPerson,
  candidateByPhone,
  candidateByWechat,
  firstAdministrator,
  password,
  staffMember,
} from '../support/people';
import type { World } from '../support/world';

/** Somebody of the golden world, and how they sign in. */
export type GoldenCaller = {
  readonly name: string;
  /** Paths that no list leads to, for they hold a secret. */
  readonly secrets?: readonly string[];
} & (
  | { readonly wechat: string }
  | { readonly phone: string }
  | { readonly staff: string; readonly totp: string | null }
  | { readonly visitor: true }
);

/** Signs people in for the first time and remembers how, so that they can come back. */
export const callersOf = (world: World) => {
  const actors: GoldenCaller[] = [{ name: 'visitor', visitor: true }];
  const note = (actor: GoldenCaller) => {
    if (!actors.some(({ name }) => name === actor.name)) actors.push(actor);
  };
  return {
    actors,
    byWechat: (name: string): Promise<SignedInPerson> => {
      note({ name, wechat: `o-${name}` });
      return candidateByWechat(world, `o-${name}`);
    },
    byPhone: (name: string, phone: string): Promise<SignedInPerson> => {
      note({ name, phone });
      return candidateByPhone(world, phone);
    },
    /** An administrator with a second factor. */
    administrator: async (name: string, body?: { id: string; name: string }): Promise<SignedInPerson> => {
      const person = await firstAdministrator(world, name, body);
      const { secret } = await person.api.ok(accounts.beginSecondFactor, {});
      const code = totpCode(secret, world.clock.wallNow());
      await person.api.ok(accounts.confirmSecondFactor, { body: { code } });
      note({ name, staff: name, totp: secret });
      return person;
    },
    staff: (administrator: SignedInPerson, name: string, roles: readonly BodyRole[]): Promise<SignedInPerson> => {
      note({ name, staff: name, totp: null });
      return staffMember(world, administrator, name, roles);
    },
    /** A candidate who has not agreed to anything. */
    withoutConsent: (name: string): Promise<SignedInPerson> => {
      note({ name, wechat: `o-${name}` });
      return candidateByWechat(world, `o-${name}`, { consents: false });
    },
    /** Somebody who cannot come back. */
    forget: (name: string) => {
      actors.splice(
        actors.findIndex((actor) => actor.name === name),
        1,
      );
    },
    noteStaff: (name: string) => note({ name, staff: name, totp: null }),
    /** Somebody knows a path below `/api/v1` that is told once. */
    knows: (name: string, path: string) => {
      const at = actors.findIndex((actor) => actor.name === name);
      const actor = actors[at];
      if (!actor) throw new Error(`${name} is not there`);
      actors[at] = { ...actor, secrets: [...(actor.secrets ?? []), path] };
    },
  };
};
export type Callers = ReturnType<typeof callersOf>;

/** The access token of somebody who signs in anew; null for a visitor. */
export const signInAgain = async (world: World, actor: GoldenCaller): Promise<string | null> => {
  if ('visitor' in actor) return null;
  const keep = 'body' as const;
  const { stranger, owner } = world;
  if ('wechat' in actor) {
    const code = await owner.loginCode(actor.wechat);
    return (await stranger.ok(accounts.signInWithWechat, { body: { code, keep } })).accessToken;
  }
  if ('phone' in actor) {
    await stranger.ok(accounts.requestCode, { body: { phone: actor.phone } });
    const code = await owner.smsCode(actor.phone);
    return (await stranger.ok(accounts.signInWithPhone, { body: { phone: actor.phone, code, keep } })).accessToken;
  }
  const totp = actor.totp === null ? {} : { totp: totpCode(actor.totp, world.clock.wallNow()) };
  const body = { name: actor.staff, password, keep, ...totp };
  return (await stranger.ok(accounts.signInWithPassword, { body })).accessToken;
};

const totpCode = (secret: string, wallMs: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: wallMs });
