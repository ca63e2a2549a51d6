import type { protestList } from '@jikaotong/shared/lists';
import type { ListSource, NamesOf } from '../../platform/lists';
import { listNoticeRows } from '../notices';

const titlesOf: NamesOf = async (h, bodyId) =>
  new Map((await listNoticeRows(h)).flatMap((row) => (row.bodyId === bodyId ? [[row.id, row.title] as const] : [])));

/** The protests of a body; a row's id is the protest's. */
export const protestSource: ListSource<
  (typeof protestList)['columns'],
  (typeof protestList)['filters'],
  Readonly<Record<never, never>>
> = {
  table: 'protest t',
  joins: 'JOIN candidate c ON c.id = t.candidate_id JOIN contest_entry e ON e.id = t.candidate_id',
  indexes: { filedAt: 'ix_protest_filed' },
  within: 't.body_id',
  id: 't.id',
  version: '0',
  cells: {
    name: 'c.name',
    unit: 'e.unit',
    contest: 't.notice_id',
    stage: 't.stage',
    state: 't.state',
    filedAt: 't.filed_at',
    decidedAt: 't.decided_at',
  },
  names: { contest: titlesOf },
  acts: {},
};
