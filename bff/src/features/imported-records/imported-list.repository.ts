import type { importedList } from '@jikaotong/shared/lists';
import type { ListSource } from '../../platform/lists';

const read = (raw: unknown): unknown => (typeof raw === 'string' ? JSON.parse(raw) : (raw ?? null));
const nameOf = (column: string): string => `(SELECT a.display_name FROM account a WHERE a.id = ${column})`;

/** What a body brought in; a row's id is the record's. */
export const importedSource: Omit<
  ListSource<(typeof importedList)['columns'], (typeof importedList)['filters'], (typeof importedList)['acts']>,
  'acts' | 'actorNow'
> = {
  table: 'imported_record r',
  joins: '',
  indexes: { importedOn: 'ix_imported_body' },
  within: 'r.body_id',
  id: 'r.id',
  version: 'r.turn',
  cells: {
    kind: 'r.kind',
    name: 'COALESCE(r.pending_name, r.name)',
    state: `CASE WHEN r.confirmed_at IS NULL THEN 'waiting' WHEN r.pending IS NOT NULL THEN 'changing' ELSE 'standing' END`,
    content: { expr: 'r.content', read },
    pending: { expr: 'r.pending', read },
    source: 'COALESCE(r.pending_source, r.source)',
    importedOn: 'r.imported_on',
    importedBy: nameOf('COALESCE(r.pending_by, r.imported_by)'),
    confirmedBy: nameOf('r.confirmed_by'),
  },
};
