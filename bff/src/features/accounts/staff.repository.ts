import type { Role } from '@jikaotong/shared/contract';
import { In } from 'typeorm';
import { randomToken, sha256 } from '../../platform/crypto';
import { type Handle, insert, newId, updateWhere } from '../../platform/db';
import {
  type Account,
  type StaffGrant,
  accountRecord,
  invitationRecord,
  signInRecord,
  staffGrantRecord,
  staffMemberRecord,
} from './account.record';
import { PASSWORD_ISSUER, addAccount, addSignIn } from './account.repository';
import { endFamiliesOf } from './token-family.repository';

export type Grant = { bodyId: string; bodyName: string; roles: Role[] };

/** What an account may do, by body; read at every request, so that a grant taken away bites at once. */
export async function grantsOf(h: Handle, accountId: string): Promise<Grant[]> {
  const rows = await h.repo(staffGrantRecord).find({ where: { accountId }, order: { bodyId: 'ASC', id: 'ASC' } });
  const bodies = new Map<string, Grant>();
  for (const { bodyId, bodyName, role } of rows) {
    const grant = bodies.get(bodyId) ?? { bodyId, bodyName, roles: [] };
    grant.roles.push(role);
    bodies.set(bodyId, grant);
  }
  return [...bodies.values()];
}

/** The body that let a member of staff in first, by account; nobody else has one. */
export async function bodiesOfStaff(h: Handle, accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await h
    .repo(staffMemberRecord)
    .find({ where: { accountId: In([...accountIds]) }, order: { since: 'DESC' } });
  // the last one that is set stands
  return new Map(rows.map(({ accountId, bodyId }) => [accountId, bodyId]));
}

export type StaffMember = {
  accountId: string;
  name: string;
  displayName: string | null;
  roles: Role[];
  state: 'invited' | 'active' | 'disabled';
  secondFactor: boolean;
};

/** Everybody who holds or held a role for the body, by name. */
export async function listStaffOf(h: Handle, bodyId: string): Promise<StaffMember[]> {
  const rows = await h.query<StaffRow>(
    `SELECT a.id, s.subject AS name, a.display_name AS displayName, a.disabled,
            a.totp_confirmed_at AS confirmedAt, s.secret_hash AS secretHash, g.role
     FROM staff_grant g
     JOIN account a ON a.id = g.account_id
     JOIN sign_in s ON s.account_id = a.id AND s.kind = 'password'
     WHERE g.body_id = ? ORDER BY s.subject, g.id`,
    [bodyId],
  );
  const members = new Map<string, StaffMember>();
  for (const row of rows) {
    const state = Number(row.disabled) === 1 ? 'disabled' : row.secretHash === null ? 'invited' : 'active';
    const { id: accountId, name, displayName } = row;
    const secondFactor = row.confirmedAt !== null;
    const member = members.get(accountId) ?? { accountId, name, displayName, roles: [], state, secondFactor };
    member.roles.push(row.role);
    members.set(accountId, member);
  }
  return [...members.values()];
}
type StaffRow = {
  id: string;
  name: string;
  displayName: string | null;
  disabled: number | boolean;
  confirmedAt: unknown;
  secretHash: string | null;
  role: Role;
};

export type NewStaff = {
  readonly name: string;
  readonly displayName: string | null;
  readonly bodyId: string;
  readonly bodyName: string;
  readonly roles: readonly Role[];
};

/** A new member of staff who can sign in once an invitation is accepted; `name-taken` when somebody has the name. */
export async function addStaff(h: Handle, staff: NewStaff, nowMs: number): Promise<Account | 'name-taken'> {
  const account = await addAccount(h, { kind: 'staff', displayName: staff.displayName, nowMs });
  const key = { kind: 'password', issuer: PASSWORD_ISSUER, subject: staff.name } as const;
  if ((await addSignIn(h, { ...key, accountId: account.id, nowMs })) === 'taken') {
    await h.repo(accountRecord).delete({ id: account.id });
    return 'name-taken';
  }
  await setRoles(h, { accountId: account.id, ...staff }, nowMs);
  return account;
}

/** Gives an account exactly these roles for the body. */
export async function setRoles(
  h: Handle,
  given: { accountId: string; bodyId: string; bodyName: string; roles: readonly Role[] },
  nowMs: number,
): Promise<void> {
  const { accountId, bodyId, bodyName } = given;
  await h.repo(staffGrantRecord).delete({ accountId, bodyId });
  const rows = [...new Set(given.roles)].map((role): StaffGrant => {
    return { id: newId(), accountId, bodyId, bodyName, role, grantedAt: nowMs };
  });
  if (rows.length === 0) return;
  await insert(h, staffGrantRecord, rows);
  await addMembership(h, { accountId, bodyId }, nowMs);
}

/** Puts somebody on the list of a body, unless already there. */
async function addMembership(
  h: Handle,
  { accountId, bodyId }: { accountId: string; bodyId: string },
  nowMs: number,
): Promise<void> {
  if (await h.repo(staffMemberRecord).existsBy({ accountId, bodyId })) return;
  const { displayName } = await h.repo(accountRecord).findOneByOrFail({ id: accountId });
  const { subject: name } = await h.repo(signInRecord).findOneByOrFail({ accountId, kind: 'password' });
  await insert(h, staffMemberRecord, { accountId, bodyId, name, shownName: displayName ?? name, since: nowMs });
}

/**
 * Ends an account's work for a body. Where it works for no other, the account ends with it: it stays as a name in what
 * it did, but nobody signs in by it, and its sign-in name is free for somebody else.
 */
export async function removeStaffMember(
  h: Handle,
  { accountId, bodyId }: { accountId: string; bodyId: string },
  wallMs: number,
): Promise<void> {
  await h.repo(staffGrantRecord).delete({ accountId, bodyId });
  await h.repo(staffMemberRecord).delete({ accountId, bodyId });
  if (await h.repo(staffGrantRecord).existsBy({ accountId })) return;
  await h.repo(invitationRecord).delete({ accountId });
  await h.repo(signInRecord).delete({ accountId });
  await setDisabled(h, accountId, true);
  await endFamiliesOf(h, accountId, wallMs);
}

/** A member of staff by the name of the sign-in; null when nobody has it. */
export async function findStaff(h: Handle, name: string): Promise<Account | null> {
  const signIn = await h.repo(signInRecord).findOneBy({ kind: 'password', issuer: PASSWORD_ISSUER, subject: name });
  return signIn && h.repo(accountRecord).findOneBy({ id: signIn.accountId });
}

export const setDisabled = (h: Handle, accountId: string, disabled: boolean): Promise<number> =>
  updateWhere(h, accountRecord, { id: accountId, kind: 'staff' }, { disabled });

/** An invitation lasts three days of the wall clock. */
export const INVITATION_MS = 3 * 86_400_000;

/** A one-time token to set a password with; links given out before stop working. Stored as a hash. */
export async function addInvitation(h: Handle, accountId: string, wallMs: number): Promise<string> {
  await h.repo(invitationRecord).delete({ accountId });
  const token = randomToken();
  await insert(h, invitationRecord, {
    id: newId(),
    accountId,
    tokenHash: sha256(token),
    expiresAt: wallMs + INVITATION_MS,
    usedAt: null,
  });
  return token;
}

/** Where an invitation is accepted, below the public address of the app (h5 hash routes). */
export const invitationPath = (token: string): string => `/#/packages/staff/invitation/index?token=${token}`;

/** The member of staff a token invites and the name of the sign-in; null when it is used, over or not ours. */
export async function findInvited(
  h: Handle,
  token: string,
  wallMs: number,
): Promise<{ invitationId: string; account: Account; name: string } | null> {
  const invitation = await h.repo(invitationRecord).findOneBy({ tokenHash: sha256(token) });
  if (!invitation || invitation.usedAt !== null || wallMs >= invitation.expiresAt) return null;
  const account = await h.repo(accountRecord).findOneByOrFail({ id: invitation.accountId });
  const signIn = await h.repo(signInRecord).findOneByOrFail({ accountId: account.id, kind: 'password' });
  return { invitationId: invitation.id, account, name: signIn.subject };
}

/** Uses an invitation up; false when somebody else was faster. */
export const spendInvitation = async (h: Handle, invitationId: string, wallMs: number): Promise<boolean> =>
  (await h.run('UPDATE invitation SET used_at = ? WHERE id = ? AND used_at IS NULL', [
    new Date(wallMs),
    invitationId,
  ])) === 1;

/** No link that was given out sets a password any more. */
export const dropInvitations = async (h: Handle, accountId: string): Promise<void> => {
  await h.run('DELETE FROM invitation WHERE account_id = ?', [accountId]);
};

export const setPasswordHash = (h: Handle, accountId: string, secretHash: string): Promise<number> =>
  updateWhere(h, signInRecord, { accountId, kind: 'password' }, { secretHash });
