import { type Migration, day, id, instant, int, json, nullable, ref, text, word } from '../platform/db';

/** What bodies have of people from before they worked with this system. */
export const importedRecords: Migration = {
  name: '20261129-234200-imported-records',
  up: (schema) =>
    schema.table(
      'imported_record',
      {
        id: id(),
        bodyId: ref(),
        personId: ref(),
        kind: word(),
        recordKey: text(240),
        turn: int(),
        name: text(60),
        number: nullable(text(30)),
        content: json(),
        pending: nullable(json()),
        confirmedAt: nullable(instant()),
        confirmedBy: nullable(ref()),
        source: text(120),
        importedOn: day(),
        importedAt: instant(),
        importedBy: ref(),
        ticketIndex: nullable(text(64)),
        phoneIndex: nullable(text(64)),
        claimedBy: nullable(ref()),
      },
      {
        unique: { uq_imported_record: ['recordKey'] },
        index: {
          ix_imported_body: ['bodyId', 'importedOn', 'id'],
          ix_imported_person: ['personId', 'bodyId'],
          ix_imported_number: ['number'],
          ix_imported_claimed: ['claimedBy'],
        },
      },
    ),
};
