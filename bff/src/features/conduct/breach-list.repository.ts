import type { breachList } from '@jikaotong/shared/lists';
import type { ListSource } from '../../platform/lists';
import { eventNamesOf } from '../sessions';

/** What a body deals with; a row's id is the breach's. */
export const breachSource: ListSource<
  (typeof breachList)['columns'],
  (typeof breachList)['filters'],
  Readonly<Record<never, never>>
> = {
  table: 'breach b',
  joins: 'JOIN candidate c ON c.id = b.candidate_id',
  indexes: { openedAt: 'ix_breach_body' },
  within: 'b.body_id',
  id: 'b.id',
  version: '0',
  cells: {
    name: 'c.name',
    session: 'b.session_id',
    state: 'b.state',
    source: 'b.source',
    openedAt: 'b.opened_at',
    statementUntil: 'b.statement_until',
    appealUntil: 'b.appeal_until',
    banUntil: 'b.ban_until',
  },
  names: { session: eventNamesOf },
  acts: {},
};
