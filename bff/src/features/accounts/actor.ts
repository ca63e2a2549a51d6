import type { Handle } from '../../platform/db';
import type { Actor, ActorSource } from '../../platform/http';
import { type Account, accountRecord } from './account.record';
import { owesSecondFactor } from './second-factor.policy';
import { grantsOf } from './staff.repository';

/**
 * Who a bearer token speaks for, at this moment: null once the account is disabled or the device signed out. One query
 * for a candidate, for it runs at every request; staff grants are read each time, never trusted to a token, and rest
 * while a second factor is owed, also where being signed in is enough.
 */
export const actorOf: ActorSource = async (h, { accountId, kind, session }, { config }) => {
  const [live] = await h.query<{ kind: Account['kind']; dueSince: unknown; confirmedAt: unknown }>(
    `SELECT a.kind, a.totp_due_since AS dueSince, a.totp_confirmed_at AS confirmedAt
     FROM account a JOIN token_family f ON f.account_id = a.id
     WHERE a.id = ? AND f.id = ? AND a.disabled = ? AND f.revoked_at IS NULL`,
    [accountId, session, false],
  );
  if (live?.kind !== kind) return null;
  const has = { kind, totpDueSince: live.dueSince, totpConfirmedAt: live.confirmedAt };
  if (owesSecondFactor(has, config)) return { accountId, kind, session, grants: [], secondFactorDue: true };
  const grants = kind === 'staff' ? await grantsOf(h, accountId) : [];
  return { accountId, kind, session, grants: grants.map(({ bodyId, roles }) => ({ bodyId, roles })) };
};

/**
 * A member of staff with today's rights, for work that runs after it was asked for; null once the member may not sign
 * in.
 */
export async function staffActor(h: Handle, accountId: string): Promise<Actor | null> {
  const account = await h.repo(accountRecord).findOneBy({ id: accountId, kind: 'staff', disabled: false });
  if (!account || account.totpDueSince !== null) return null;
  const grants = await grantsOf(h, accountId);
  return { accountId, kind: 'staff', grants: grants.map(({ bodyId, roles }) => ({ bodyId, roles })) };
}
