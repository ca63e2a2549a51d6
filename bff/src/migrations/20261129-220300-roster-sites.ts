import { type Migration, day, id, instant, json, nullable, ref, text } from '../platform/db';

/** What units note of a government system, how they call its columns, and whose signed form has come on paper. */
export const rosterSites: Migration = {
  name: '20261129-220300-roster-sites',
  up: async (schema) => {
    await schema.table(
      'roster_site',
      { id: id(), ticks: json(), reference: nullable(text(60)), handedInOn: nullable(day()) },
      { foreign: { fk_roster_site: { column: 'id', references: 'roster', onDelete: 'CASCADE' } } },
    );
    await schema.table(
      'list_mapping',
      { id: id(), columns: json(), changedAt: instant() },
      { foreign: { fk_list_mapping_unit: { column: 'id', references: 'unit', onDelete: 'CASCADE' } } },
    );
    await schema.table(
      'roster_original',
      { id: id(), receivedAt: instant(), receivedBy: ref() },
      { foreign: { fk_roster_original: { column: 'id', references: 'roster_row', onDelete: 'CASCADE' } } },
    );
  },
};
