import type { Role, SignInApp, SignInSystem } from '@jikaotong/shared/contract';
import { type Row, bool, encrypted, id, instant, int, key, nullable, record, ref, text, word } from '../../platform/db';

/** Who signs in; never a person of the register (see persons). */
export const accountRecord = record('account', {
  id: id(),
  kind: word<'candidate' | 'staff'>(),
  displayName: nullable(text(40)),
  phone: nullable(encrypted()),
  disabled: bool(),
  consentVersion: nullable(text(20)),
  consentAt: nullable(instant()),
  totpSecret: nullable(encrypted()),
  totpConfirmedAt: nullable(instant()),
  /** The last 30 s step a code was taken from: a code works once. */
  totpStep: nullable(int()),
  /** Taken away by an administrator and not set up anew yet: the staff grants rest until then. */
  totpDueSince: nullable(instant()),
  /** The administrator who did; null: the command line, or nobody. */
  totpResetBy: nullable(ref()),
  /** Wants no SMS but codes to sign in with. */
  textMessagesOff: bool(),
  createdAt: instant(),
});
export type Account = Row<typeof accountRecord>;

/** One way into an account. Subjects: openid (issuer appid), blind index of a phone, name of a staff member. */
export const signInRecord = record(
  'sign_in',
  {
    id: id(),
    accountId: ref(),
    kind: word<'wechat' | 'phone' | 'password'>(),
    issuer: text(64),
    subject: text(128),
    /** argon2id; only with a password, null until the invitation is accepted. */
    secretHash: nullable(text(255)),
    createdAt: instant(),
  },
  {
    unique: { uq_sign_in_subject: ['kind', 'issuer', 'subject'] },
    index: { ix_sign_in_account: ['accountId'] },
    foreign: { fk_sign_in_account: { column: 'accountId', references: 'account', onDelete: 'CASCADE' } },
  },
);
export type SignIn = Row<typeof signInRecord>;

/** One device that stays signed in: the hash of its present refresh token and of the one before. */
export const tokenFamilyRecord = record(
  'token_family',
  {
    id: id(),
    accountId: ref(),
    currentHash: text(64),
    previousHash: nullable(text(64)),
    /** Mixed into the token to make its successor; random at every turn. */
    seed: text(64),
    /** What it said it was when it signed in; null before that was noted. */
    app: nullable(word<SignInApp>()),
    system: nullable(word<SignInSystem>()),
    rotatedAt: instant(),
    expiresAt: instant(),
    revokedAt: nullable(instant()),
  },
  {
    index: { ix_token_family_account: ['accountId'] },
    foreign: { fk_token_family_account: { column: 'accountId', references: 'account', onDelete: 'CASCADE' } },
  },
);
export type TokenFamily = Row<typeof tokenFamilyRecord>;

/** The live SMS code of a phone; the next one takes its place. */
export const smsCodeRecord = record(
  'sms_code',
  {
    id: id(),
    phoneIndex: text(64),
    codeHash: text(64),
    sentAt: instant(),
    expiresAt: instant(),
    /** Of whoever asked for it; those of others are counted apart. */
    triesLeft: int(),
    /** A blind index of the device or address that asked. */
    askedBy: nullable(text(64)),
  },
  { unique: { uq_sms_code_phone: ['phoneIndex'] } },
);
export type SmsCode = Row<typeof smsCodeRecord>;

/**
 * Wrong answers to one question in its time, or messages sent in it; the key is a blind index, for people type all sorts
 * of things as a name.
 */
export const wrongTriesRecord = record(
  'wrong_tries',
  { key: key(64), count: int(), endsAt: instant() },
  { index: { ix_wrong_tries_ends: ['endsAt'] } },
);
export type WrongTries = Row<typeof wrongTriesRecord>;

/** A one-time link by which a member of staff sets a password. */
export const invitationRecord = record(
  'invitation',
  { id: id(), accountId: ref(), tokenHash: text(64), expiresAt: instant(), usedAt: nullable(instant()) },
  {
    unique: { uq_invitation_token: ['tokenHash'] },
    index: { ix_invitation_account: ['accountId'] },
    foreign: { fk_invitation_account: { column: 'accountId', references: 'account', onDelete: 'CASCADE' } },
  },
);

/** What an account may do for a body; the body's name stands beside it because bodies live to the right. */
export const staffGrantRecord = record(
  'staff_grant',
  { id: id(), accountId: ref(), bodyId: ref(), bodyName: text(80), role: word<Role>(), grantedAt: instant() },
  {
    unique: { uq_staff_grant_role: ['accountId', 'bodyId', 'role'] },
    index: { ix_staff_grant_body: ['bodyId', 'role'] },
    foreign: { fk_staff_grant_account: { column: 'accountId', references: 'account', onDelete: 'CASCADE' } },
  },
);
export type StaffGrant = Row<typeof staffGrantRecord>;

/** Who works for a body, narrow and in the order lists want it: names are copies, for they never change. */
export const staffMemberRecord = record(
  'staff_member',
  { bodyId: key(36), accountId: key(36), name: text(128), shownName: text(128), since: instant() },
  {
    index: {
      ix_staff_member_name: ['bodyId', 'name', 'accountId'],
      ix_staff_member_shown: ['bodyId', 'shownName', 'accountId'],
      ix_staff_member_since: ['bodyId', 'since', 'accountId'],
      ix_staff_member_account: ['accountId'],
    },
    foreign: { fk_staff_member_account: { column: 'accountId', references: 'account', onDelete: 'CASCADE' } },
  },
);
export type StaffMembership = Row<typeof staffMemberRecord>;
