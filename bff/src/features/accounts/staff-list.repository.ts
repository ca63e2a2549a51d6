import type { staffList } from '@jikaotong/shared/lists';
import { placeholders } from '../../platform/db';
import type { Condition, ListSource } from '../../platform/lists';

type Source = ListSource<(typeof staffList)['columns'], (typeof staffList)['filters']>;

const rolesAmong = (codes: readonly string[]): Condition => ({
  sql: `EXISTS (SELECT 1 FROM staff_grant g WHERE g.account_id = m.account_id AND g.body_id = m.body_id
        AND g.role IN (${placeholders(codes)}))`,
  params: codes,
});

/** The staff of a body; whether somebody may sign in is the version, for that is what the acts change. */
export const staffSource = {
  table: 'staff_member m',
  joins: `JOIN account a ON a.id = m.account_id
          JOIN sign_in s ON s.account_id = m.account_id AND s.kind = 'password'`,
  indexes: { name: 'ix_staff_member_name', shownName: 'ix_staff_member_shown', since: 'ix_staff_member_since' },
  within: 'm.body_id',
  id: 'm.account_id',
  version: 'CASE WHEN a.disabled THEN 1 ELSE 0 END',
  cells: {
    shownName: 'm.shown_name',
    name: 'm.name',
    roles: `(SELECT GROUP_CONCAT(g.role) FROM staff_grant g WHERE g.account_id = m.account_id AND g.body_id = m.body_id)`,
    state: "CASE WHEN a.disabled THEN 'disabled' WHEN s.secret_hash IS NULL THEN 'invited' ELSE 'active' END",
    secondFactor: 'CASE WHEN a.totp_confirmed_at IS NULL THEN 0 ELSE 1 END',
    since: 'm.since',
  },
  filters: { roles: (wish) => rolesAmong(wish.by === 'codes' ? wish.codes : []) },
  tallies: {
    roles: {
      join: 'JOIN staff_grant r ON r.account_id = m.account_id AND r.body_id = m.body_id',
      expr: 'r.role',
    },
  },
} satisfies Omit<Source, 'acts' | 'actorNow'>;
