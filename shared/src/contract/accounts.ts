import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { Count, Done, Id, IdParams, Instant, Phone, RoleName, SixDigits, StaffName, line } from './fields';

/** The consent text in force; a new text is a new version that is asked for again (个人信息保护法). */
export const CONSENT_VERSION = '2026-01';

const Password = z.string().check(z.minLength(1), z.maxLength(128));

export const AccountView = z.object({
  id: Id,
  kind: z.enum(['candidate', 'staff']),
  displayName: z.nullable(z.string()),
  phoneMasked: z.nullable(z.string()),
  consentVersion: z.nullable(z.string()),
  secondFactor: z.boolean(),
  /** Has to be set up before any staff endpoint answers: there was none yet, or a lost one was taken away. */
  secondFactorDue: z.boolean(),
  grants: z.array(z.object({ bodyId: Id, bodyName: z.string(), roles: z.array(RoleName) })),
});
export type AccountView = z.output<typeof AccountView>;

/** A signed-in session; `refreshToken` is null where it travels in the httpOnly cookie (h5). */
const SignedIn = z.object({
  accessToken: z.string(),
  accessExpiresAt: Instant,
  refreshToken: z.nullable(z.string()),
  account: AccountView,
});
export type SignedIn = z.output<typeof SignedIn>;

/** `cookie` keeps the refresh token in an httpOnly cookie, `body` returns it. */
const keep = z.enum(['cookie', 'body']);

export const signInWithWechat = endpoint({
  name: 'signInWithWechat',
  method: 'POST',
  path: '/sign-in/wechat',
  who: 'anybody',
  limit: 'sign-in',
  body: z.strictObject({ code: line(128), keep }),
  reply: SignedIn,
  refusals: ['wechat-code-invalid', 'wechat-unavailable', 'account-disabled'],
});

export const requestCode = endpoint({
  name: 'requestCode',
  method: 'POST',
  path: '/sign-in/codes',
  who: 'anybody',
  limit: 'sign-in',
  body: z.strictObject({ phone: Phone }),
  reply: z.object({ resendInSeconds: Count }),
  refusals: ['code-too-soon', 'sms-unavailable'],
});

export const signInWithPhone = endpoint({
  name: 'signInWithPhone',
  method: 'POST',
  path: '/sign-in/phone',
  who: 'anybody',
  limit: 'sign-in',
  body: z.strictObject({ phone: Phone, code: SixDigits, keep }),
  reply: SignedIn,
  refusals: ['code-wrong', 'code-expired', 'account-disabled'],
});

export const signInWithPassword = endpoint({
  name: 'signInWithPassword',
  method: 'POST',
  path: '/sign-in/password',
  who: 'anybody',
  limit: 'sign-in',
  body: z.strictObject({ name: StaffName, password: Password, totp: z.optional(SixDigits), keep }),
  reply: SignedIn,
  refusals: ['sign-in-failed', 'second-factor-needed', 'account-disabled'],
});

/** Exchanges a refresh token; for 60 s the previous token gives the same successor. */
export const refreshSignIn = endpoint({
  name: 'refreshSignIn',
  method: 'POST',
  path: '/sign-in/refresh',
  who: 'anybody',
  limit: 'refresh',
  body: z.strictObject({ refreshToken: z.optional(line(200)) }),
  reply: SignedIn,
  refusals: ['not-signed-in', 'account-disabled'],
});

export const signOut = endpoint({
  name: 'signOut',
  method: 'POST',
  path: '/sign-out',
  who: 'anybody',
  body: z.strictObject({ refreshToken: z.optional(line(200)) }),
  reply: Done,
  refusals: [],
});

/** Sets the password behind a one-time invitation link and signs in; a second factor that is on is asked for here too. */
export const acceptInvitation = endpoint({
  name: 'acceptInvitation',
  method: 'POST',
  path: '/invitations/:token',
  who: 'anybody',
  limit: 'sign-in',
  params: z.strictObject({ token: line(200) }),
  body: z.strictObject({ password: Password, totp: z.optional(SixDigits), keep }),
  reply: SignedIn,
  refusals: ['invitation-invalid', 'password-weak', 'password-common', 'second-factor-needed', 'code-wrong'],
});

export const getMe = endpoint({
  name: 'getMe',
  method: 'GET',
  path: '/me',
  who: 'signed-in',
  reply: AccountView,
  refusals: [],
});

export const giveConsent = endpoint({
  name: 'giveConsent',
  method: 'POST',
  path: '/me/consents',
  who: 'signed-in',
  body: z.strictObject({ version: z.literal(CONSENT_VERSION), sensitive: z.literal(true) }),
  reply: AccountView,
  refusals: [],
});

/** Proves a phone by WeChat's getPhoneNumber code or by an SMS code. */
export const provePhone = endpoint({
  name: 'provePhone',
  method: 'POST',
  path: '/me/phone',
  who: 'signed-in',
  limit: 'sign-in',
  body: z.union([z.strictObject({ wechatCode: line(128) }), z.strictObject({ phone: Phone, code: SixDigits })]),
  reply: AccountView,
  refusals: ['wechat-code-invalid', 'wechat-unavailable', 'code-wrong', 'code-expired', 'phone-in-use'],
});

export const beginSecondFactor = endpoint({
  name: 'beginSecondFactor',
  method: 'POST',
  path: '/me/second-factor',
  who: 'signed-in',
  reply: z.object({ secret: z.string(), uri: z.string() }),
  refusals: ['wrong-state'],
});

export const confirmSecondFactor = endpoint({
  name: 'confirmSecondFactor',
  method: 'POST',
  path: '/me/second-factor/confirmation',
  who: 'signed-in',
  limit: 'sign-in',
  body: z.strictObject({ code: SixDigits }),
  reply: AccountView,
  refusals: ['code-wrong', 'wrong-state'],
});

/** A member of staff changes the own password; every other device is signed out and no open link works any more. */
export const changePassword = endpoint({
  name: 'changePassword',
  method: 'PUT',
  path: '/me/password',
  who: 'signed-in',
  limit: 'sign-in',
  body: z.strictObject({ present: Password, next: Password }),
  reply: Done,
  refusals: ['password-wrong', 'password-weak', 'password-common'],
});

/** What somebody signed in with, as far as it says so itself. */
export const SIGN_IN_APPS = ['wechat', 'edge', 'chrome', 'firefox', 'safari', 'other'] as const;
export const SIGN_IN_SYSTEMS = ['android', 'ios', 'windows', 'mac', 'linux', 'other'] as const;
export type SignInApp = (typeof SIGN_IN_APPS)[number];
export type SignInSystem = (typeof SIGN_IN_SYSTEMS)[number];

const SignInView = z.object({
  id: Id,
  app: z.enum(SIGN_IN_APPS),
  system: z.enum(SIGN_IN_SYSTEMS),
  /** The device that asks. */
  isThis: z.boolean(),
  /** By the wall clock, some minutes behind. */
  lastUsedAt: Instant,
});

/** The devices on which one is signed in, last used first. */
export const listSignIns = endpoint({
  name: 'listSignIns',
  method: 'GET',
  path: '/me/sign-ins',
  who: 'signed-in',
  reply: z.object({ items: z.array(SignInView) }),
  refusals: [],
});

/** Signs one device out. */
export const endSignIn = endpoint({
  name: 'endSignIn',
  method: 'DELETE',
  path: '/me/sign-ins/:id',
  who: 'signed-in',
  params: IdParams,
  reply: Done,
  refusals: [],
});

/** Signs every device out but the one that asks. */
export const endOtherSignIns = endpoint({
  name: 'endOtherSignIns',
  method: 'DELETE',
  path: '/me/sign-ins',
  who: 'signed-in',
  reply: Done,
  refusals: [],
});
