import type { LocalDate } from '@jikaotong/shared/kernel';
import type { DocumentType } from '@jikaotong/shared/notice';
import type { Sex } from '@jikaotong/shared/rules/identity';
import { type Row, encrypted, id, instant, record, ref, sealedJson, text, word } from '../../platform/db';

/** What the register says beside the name. */
export type PersonDetails = { readonly birthDate: LocalDate; readonly sex: Sex };

/** A human being as staff have approved them; bans, kept passes and certificates hang on (body, person). */
export const personRecord = record('person', {
  id: id(),
  name: text(60),
  details: sealedJson<PersonDetails>(),
  createdAt: instant(),
});
export type StoredPerson = Row<typeof personRecord>;
/** The same in the clear. */
export type Person = Omit<StoredPerson, 'details'> & PersonDetails;

/** An identity document; one document belongs to one person, a person may have several. */
export const personDocumentRecord = record(
  'person_document',
  {
    id: id(),
    personId: ref(),
    type: word<DocumentType>(40),
    /** Blind index of the number in its one form (rules/identity `identityKeyOf`). */
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
export type PersonDocument = Row<typeof personDocumentRecord>;
