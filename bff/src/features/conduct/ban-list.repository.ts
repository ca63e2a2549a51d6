import type { banList } from '@jikaotong/shared/lists';
import type { ListSource } from '../../platform/lists';

/** Whom a body keeps away; a row's id is the ban's. */
export const banSource: ListSource<
  (typeof banList)['columns'],
  (typeof banList)['filters'],
  Readonly<Record<never, never>>
> = {
  table: 'ban b',
  joins: 'JOIN person p ON p.id = b.person_id',
  indexes: { untilDay: 'ix_ban_body' },
  within: 'b.body_id',
  id: 'b.id',
  version: '0',
  cells: {
    name: 'p.name',
    fromDay: 'b.from_day',
    untilDay: 'b.until_day',
    state: `CASE WHEN b.lifted_at IS NOT NULL THEN 'lifted' WHEN b.lift_proposed_by IS NOT NULL THEN 'lifting' ELSE 'standing' END`,
    ofCase: 'CASE WHEN b.breach_id IS NULL THEN 0 ELSE 1 END',
  },
  acts: {},
};
