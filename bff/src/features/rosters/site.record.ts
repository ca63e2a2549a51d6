import type { LocalDate } from '@jikaotong/shared/kernel';
import { type Row, day, id, instant, json, nullable, record, ref, text } from '../../platform/db';

/** A unit's own record of a government system, under the id of its roster; a tick holds the words of its step. */
export const rosterSiteRecord = record(
  'roster_site',
  {
    id: id(),
    ticks: json<readonly { text: string; on: LocalDate }[]>(),
    reference: nullable(text(60)),
    handedInOn: nullable(day()),
  },
  { foreign: { fk_roster_site: { column: 'id', references: 'roster', onDelete: 'CASCADE' } } },
);
export type RosterSite = Row<typeof rosterSiteRecord>;

/** Which column of exported lists is which of ours, under the id of the unit, which belongs to one body. */
export const listMappingRecord = record(
  'list_mapping',
  { id: id(), columns: json<Readonly<Record<string, string>>>(), changedAt: instant() },
  { foreign: { fk_list_mapping_unit: { column: 'id', references: 'unit', onDelete: 'CASCADE' } } },
);

/** That the form which a member signed by hand has come on paper, under the id of the row. */
export const rosterOriginalRecord = record(
  'roster_original',
  { id: id(), receivedAt: instant(), receivedBy: ref() },
  { foreign: { fk_roster_original: { column: 'id', references: 'roster_row', onDelete: 'CASCADE' } } },
);
