import type { ListDifference } from '@jikaotong/shared/contract';
import { maskNumber } from '@jikaotong/shared/rules/identity';
import { newId } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { type IdentityColumns, changeCandidate, holdDocument, phoneIndexOf, sealIdentity } from '../candidates';
import { releaseKeys, writeIdentity } from '../participants';
import { documentIndexOf } from '../persons';
import type { Contest } from './contest';
import type { Registration } from './contest.record';
import { openEntry } from './entrant';
import { type Entry, changeEntryIf, changeOwnRow, findEntry, listedEntries } from './entry.repository';
import { LIST_HEADERS, type ListedPerson } from './list-sheet';
import { giveEntry, isHers } from './listed';
import { insertEntry } from './new-entry';
import { registrationsOf } from './registration.repository';

type Given = {
  readonly people: readonly ListedPerson[];
  readonly apply: boolean;
  /** What becomes of those whom an earlier list named and this one does not. */
  readonly gone: 'keep' | 'withdraw';
};

/**
 * Holds a list against the entries that earlier lists brought, by document, and with `apply` writes the difference; the
 * same list again changes nothing. Refuses `changed-meanwhile` where somebody else imports at the same time.
 */
export async function importList(c: Context, contest: Contest, given: Given): Promise<ListDifference> {
  const { people, apply, gone } = given;
  const noticeId = contest.notice.id;
  const before = (await listedEntries(c.h, noticeId)).filter(({ state }) => state === 'entered');
  const byDocument = new Map(before.map((entry) => [entry.documentIndex, entry]));
  const registrations = await registrationsOf(c.h, noticeId);
  const named = people.map((person) => ({ person, columns: columnsOf(c, person) }));
  const keys = new Set(named.map(({ columns }) => columns.documentIndex));

  const added: ListDifference['added'] = [];
  const changed: ListDifference['changed'] = [];
  let matched = 0;
  for (const { person, columns } of named) {
    const entry = byDocument.get(columns.documentIndex);
    const shown = { name: person.name, documentNumberMasked: maskNumber(person.documentNumber) };
    const differing = entry ? differingColumns(c, entry, person) : [];
    if (!entry) added.push(shown);
    else if (differing.length > 0) changed.push({ ...shown, columns: differing });
    const hers = registrations.filter((registration) => isHers(columns, registration));
    const [owner] = hers.length === 1 ? hers : [];
    if (entry?.accountId || owner) matched += 1;
    if (apply) await write(c, contest, { entry, owner: owner ?? null, person, differs: differing.length > 0 });
  }
  const missing = before.filter(({ documentIndex }) => !keys.has(documentIndex));
  if (apply && gone === 'withdraw') for (const entry of missing) await withdraw(c, entry);
  if (apply) {
    const counts = { added: added.length, changed: changed.length, gone: gone === 'withdraw' ? missing.length : 0 };
    c.audit('contest-list-imported', { noticeId }, counts);
  }
  return {
    applied: apply,
    added,
    changed,
    unchanged: people.length - added.length - changed.length,
    gone: missing.map((entry) => ({
      name: entry.name,
      documentNumberMasked: maskNumber(openEntry(c.ports.crypto, entry).documentNumber),
    })),
    matched,
  };
}

/** What a list says, by which people are found. */
const columnsOf = (c: Context, person: ListedPerson) => ({
  name: person.name,
  documentIndex: documentIndexOf(c.ports.crypto, person).index,
  phoneIndex: person.phone === null ? null : phoneIndexOf(c.ports.crypto, person.phone),
});

function differingColumns(c: Context, entry: Entry, person: ListedPerson): string[] {
  const { phone } = openEntry(c.ports.crypto, entry);
  const differs: readonly (readonly [keyof typeof LIST_HEADERS, boolean])[] = [
    ['name', entry.name !== person.name],
    ['documentType', entry.documentType !== person.documentType],
    ['phone', phone !== person.phone],
    ['unit', entry.unit !== person.unit],
    ['reference', entry.listReference !== person.reference],
  ];
  return differs.filter(([, isOther]) => isOther).map(([key]) => LIST_HEADERS[key]);
}

type Written = {
  readonly entry: Entry | undefined;
  readonly owner: Registration | null;
  readonly person: ListedPerson;
  readonly differs: boolean;
};

async function write(c: Context, contest: Contest, { entry, owner, person, differs }: Written): Promise<void> {
  const written = entry ? (differs ? await rewrite(c, entry, person) : entry) : await insertListed(c, contest, person);
  if (owner && !entry?.accountId) await giveEntry(c, contest, written, owner);
}

async function rewrite(c: Context, entry: Entry, person: ListedPerson): Promise<Entry> {
  if (!(await changeEntryIf(c.h, entry, {}))) refuse('changed-meanwhile');
  await writeIdentity(c.h, entry.id, identityOf(c, entry.id, person), { photo: entry.photo });
  await changeOwnRow(c.h, entry.id, { unit: person.unit, listReference: person.reference });
  return { ...entry, version: entry.version + 1 };
}

/** The site has judged whom it lists: the rules have nothing to add. */
async function insertListed(c: Context, contest: Contest, person: ListedPerson): Promise<Entry> {
  const id = newId();
  const identity = identityOf(c, id, person);
  const own = {
    entrantGroup: null,
    groupNote: null,
    unit: person.unit,
    unitType: null,
    coach: null,
    unionCard: false,
    levels: [],
    training: false,
    withdrawnAt: null,
    judgedOn: null,
    decision: null,
    decisionReason: null,
    decidedOn: null,
    decidedBy: null,
    listedOn: c.now.day,
    listReference: person.reference,
  };
  const said = { id, accountId: null, accountKey: null, photo: null, identity, verdict: 'eligible', own } as const;
  await insertEntry(c, contest, said);
  const { documentIndex } = identity;
  if (!(await holdDocument(c.h, { id, scope: contest.notice.id, documentIndex }))) refuse('changed-meanwhile');
  const written = await findEntry(c.h, id);
  if (!written) throw new Error(`entry ${id} was not written`);
  return written;
}

const identityOf = (c: Context, id: string, person: ListedPerson): IdentityColumns =>
  sealIdentity(c.ports.crypto, id, {
    name: person.name,
    origin: originOf(person.documentType),
    documentType: person.documentType,
    documentNumber: person.documentNumber,
    documentExpiresOn: null,
    birthDate: person.birthDate,
    sex: person.sex,
    phone: person.phone,
    // the unit that the list names is whom somebody starts for
    employer: null,
  });

async function withdraw(c: Context, entry: Entry): Promise<void> {
  if (!(await changeEntryIf(c.h, entry, { state: 'withdrawn' }))) refuse('changed-meanwhile');
  await changeOwnRow(c.h, entry.id, { withdrawnAt: c.now.ms });
  await releaseKeys(c.h, entry);
  await changeCandidate(c.h, entry.id, { accountId: null });
}

/** Where a document comes from tells where its owner does. */
const originOf = (type: Entry['documentType']): Entry['origin'] => {
  if (type.startsWith('hongkong') || type === 'macau-id') return 'hongkong-macau';
  if (type.startsWith('taiwan')) return 'taiwan';
  return type === 'passport' || type === 'foreign-permanent-resident-id' ? 'foreign' : 'mainland';
};
