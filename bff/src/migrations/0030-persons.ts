import { type Migration, day, encrypted, id, instant, ref, text, word } from '../platform/db';

export const personTables: Migration = {
  name: '0030-persons',
  up: async (schema) => {
    await schema.table('person', { id: id(), name: text(60), birthDate: day(), sex: word(), createdAt: instant() });
    await schema.table(
      'person_document',
      {
        id: id(),
        personId: ref(),
        type: word(40),
        numberIndex: text(64),
        number: encrypted(),
        createdAt: instant(),
      },
      {
        unique: { uq_person_document: ['type', 'numberIndex'] },
        index: { ix_person_document_person: ['personId'] },
        foreign: { fk_person_document_person: { column: 'personId', references: 'person', onDelete: 'CASCADE' } },
      },
    );
  },
};
