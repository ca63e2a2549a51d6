import type { LocalDate } from '@jikaotong/shared/kernel';
import type { DocumentType } from '@jikaotong/shared/notice';
import { type Sex, identityKeyOf } from '@jikaotong/shared/rules/identity';
import { type Crypto, openJson, sealJson } from '../../platform/crypto';
import { type Handle, insert, isDuplicate, newId, placeholders, updateWhere } from '../../platform/db';
import { type Person, type PersonDetails, personDocumentRecord, personRecord } from './person.record';

/** A candidate as staff have approved them; the number in its one form (`parseIdentityNumber`). */
export type Presented = {
  readonly documentType: DocumentType;
  readonly documentNumber: string;
  readonly name: string;
  readonly birthDate: LocalDate;
  readonly sex: Sex;
};

/** `differs`: what the register says otherwise; names are corrected by staff with evidence, never here. */
export type Linked = {
  readonly personId: string;
  readonly created: boolean;
  readonly differs: readonly ('name' | 'birthDate' | 'sex')[];
};

/**
 * Finds the person of a document or makes one; one document never gets two persons, however many ask at once: the
 * unique index decides, and who loses takes the winner's person.
 */
export async function linkOrCreate(h: Handle, crypto: Crypto, presented: Presented, nowMs: number): Promise<Linked> {
  const found = await findPersonByDocument(h, crypto, presented);
  if (found) return linkedTo(found, presented);
  const personId = newId();
  await insert(h, personRecord, {
    id: personId,
    name: presented.name,
    details: sealDetails(crypto, personId, presented),
    createdAt: nowMs,
  });
  try {
    await insertDocument(h, crypto, { ...presented, personId, nowMs });
    return { personId, created: true, differs: [] };
  } catch (error) {
    if (!isDuplicate(error, 'uq_person_document')) throw error;
    await h.repo(personRecord).delete({ id: personId });
    const winner = await findPersonByDocument(h, crypto, presented);
    if (!winner) throw error;
    return linkedTo(winner, presented);
  }
}

/** The blind index under which a document is looked up, whatever permit or card carries the number. */
export function documentIndexOf(
  crypto: Crypto,
  document: Pick<Presented, 'documentType' | 'documentNumber'>,
): { type: DocumentType; index: string } {
  const key = identityKeyOf({ type: document.documentType, number: document.documentNumber });
  return { type: key.type, index: crypto.blindIndex(`document:${key.type}`, key.number) };
}

/** The person a document belongs to, or null. */
export async function findPersonByDocument(
  h: Handle,
  crypto: Crypto,
  document: Pick<Presented, 'documentType' | 'documentNumber'>,
): Promise<Person | null> {
  const { type, index } = documentIndexOf(crypto, document);
  const row = await h.repo(personDocumentRecord).findOneBy({ type, numberIndex: index });
  return row ? findPerson(h, crypto, row.personId) : null;
}

/** Who these documents belong to, by the index of each. */
export async function namesByDocument(
  h: Handle,
  indices: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly name: string }>> {
  const found = new Map<string, { readonly id: string; readonly name: string }>();
  for (let from = 0; from < indices.length; from += 500) {
    const some = indices.slice(from, from + 500);
    const rows = await h.query<{ id: string; name: string; numberIndex: string }>(
      `SELECT p.id AS id, p.name AS name, d.number_index AS numberIndex FROM person_document d
       JOIN person p ON p.id = d.person_id WHERE d.number_index IN (${placeholders(some)})`,
      some,
    );
    for (const { id, name, numberIndex } of rows) found.set(numberIndex, { id, name });
  }
  return found;
}

/** The name in the register; null: there is none such. */
export const nameOfPerson = async (h: Handle, personId: string): Promise<string | null> =>
  (await h.repo(personRecord).findOneBy({ id: personId }))?.name ?? null;

/** A person as the register has them, with the document that it learned first; null: it has none. */
export async function documentOf(h: Handle, crypto: Crypto, personId: string): Promise<Presented | null> {
  const person = await findPerson(h, crypto, personId);
  const [document] = await h.repo(personDocumentRecord).find({ where: { personId }, order: { id: 'ASC' }, take: 1 });
  if (!person || !document) return null;
  const { name, birthDate, sex } = person;
  const documentNumber = crypto.decryptField(numberPlace(document.id), document.number);
  return { name, birthDate, sex, documentType: document.type, documentNumber };
}

async function findPerson(h: Handle, crypto: Crypto, personId: string): Promise<Person | null> {
  const row = await h.repo(personRecord).findOneBy({ id: personId });
  return row && { ...row, ...openJson(crypto, detailsPlace(row.id), row.details) };
}

/** The register says what staff have decided with evidence. */
export async function correctPerson(
  h: Handle,
  crypto: Crypto,
  personId: string,
  { name, ...told }: Pick<Person, 'name' | keyof PersonDetails>,
): Promise<void> {
  const set = { name, details: sealDetails(crypto, personId, told) };
  if ((await updateWhere(h, personRecord, { id: personId }, set)) !== 1) throw new Error(`person ${personId} is gone`);
}

/** Gives a person one document more, or finds it given; false when it is somebody else's. */
export async function addDocument(
  h: Handle,
  crypto: Crypto,
  given: Parameters<typeof insertDocument>[2],
): Promise<boolean> {
  try {
    await insertDocument(h, crypto, given);
    return true;
  } catch (error) {
    if (!isDuplicate(error, 'uq_person_document')) throw error;
    return (await findPersonByDocument(h, crypto, given))?.id === given.personId;
  }
}

/** The tables that keep a person in the register. */
export const NAMING = ['candidate', 'certificate', 'imported_record', 'ban', 'breach'] as const;

/** Takes a person out of the register whom no enrolment, certificate, breach or ban and nothing from before names any more. */
export async function forgetUnnamed(h: Handle, personId: string): Promise<void> {
  const named = NAMING.map((table) => `SELECT id FROM ${table} WHERE person_id = ?`).join(' UNION ');
  const [kept] = await h.query<{ id: string }>(
    `${named} LIMIT 1`,
    NAMING.map(() => personId),
  );
  if (kept) return;
  await h.repo(personDocumentRecord).delete({ personId });
  await h.repo(personRecord).delete({ id: personId });
}

async function insertDocument(
  h: Handle,
  crypto: Crypto,
  given: Pick<Presented, 'documentType' | 'documentNumber'> & { personId: string; nowMs: number },
): Promise<void> {
  const { type, index } = documentIndexOf(crypto, given);
  const id = newId();
  await insert(h, personDocumentRecord, {
    id,
    personId: given.personId,
    type,
    numberIndex: index,
    number: crypto.encryptField(numberPlace(id), given.documentNumber),
    createdAt: given.nowMs,
  });
}

const sealDetails = (crypto: Crypto, personId: string, { birthDate, sex }: PersonDetails) =>
  sealJson<PersonDetails>(crypto, detailsPlace(personId), { birthDate, sex });
const numberPlace = (row: string) => ({ table: 'person_document', column: 'number', row });
const detailsPlace = (row: string) => ({ table: 'person', column: 'details', row });

const linkedTo = (person: Person, presented: Presented): Linked => ({
  personId: person.id,
  created: false,
  differs: [
    ...(person.name === presented.name ? [] : ['name' as const]),
    ...(person.birthDate === presented.birthDate ? [] : ['birthDate' as const]),
    ...(person.sex === presented.sex ? [] : ['sex' as const]),
  ],
});
