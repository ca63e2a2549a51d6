import type { objectionList } from '@jikaotong/shared/lists';
import type { ListSource } from '../../platform/lists';
import { bodyOfSession } from '../sessions';

/** What is objected to in a session; a row's id is the objection's. */
export const objectionSource: ListSource<
  (typeof objectionList)['columns'],
  (typeof objectionList)['filters'],
  Readonly<Record<never, never>>
> = {
  table: 'objection o',
  joins: 'JOIN participant p ON p.id = o.participant_id',
  indexes: { filedAt: 'ix_objection_filed' },
  within: 'o.session_id',
  id: 'o.id',
  version: '0',
  cells: {
    filedAt: 'o.filed_at',
    state: 'o.state',
    subject: 'o.subject',
    ticketNumber: 'o.ticket_number',
    name: 'p.name',
    dueOn: 'o.due_on',
    decidedAt: 'o.decided_at',
    settledAt: 'o.settled_at',
  },
  bodyOf: bodyOfSession,
  acts: {},
};
