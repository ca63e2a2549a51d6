import type { Handle } from '../../platform/db';
import type { Actor, ActorSource } from '../../platform/http';
import { accountRecord } from './account.record';
import { grantsOf } from './staff.repository';

/**
 * Who a bearer token speaks for, at this moment: null once the account is disabled or the device signed out. One query
 * for a candidate, for it runs at every request; staff grants are read each time, never trusted to a token.
 */
export const actorOf: ActorSource = async (h, { accountId, kind, session }) => {
  const [live] = await h.query<{ kind: string; dueSince: unknown }>(
    `SELECT a.kind, a.totp_due_since AS dueSince FROM account a JOIN token_family f ON f.account_id = a.id
     WHERE a.id = ? AND f.id = ? AND a.disabled = ? AND f.revoked_at IS NULL`,
    [accountId, session, false],
  );
  if (live?.kind !== kind) return null;
  const grants = kind === 'staff' ? await grantsOf(h, accountId) : [];
  return {
    accountId,
    kind,
    session,
    grants: grants.map(({ bodyId, roles }) => ({ bodyId, roles })),
    ...(live.dueSince === null ? {} : { secondFactorDue: true as const }),
  };
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
