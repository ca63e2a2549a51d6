import type { ListDifference } from '@jikaotong/shared/contract';
import { maskNumber } from '@jikaotong/shared/rules/identity';
import { isDuplicate, newId } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { phoneIndexOf } from '../accounts';
import { documentIndexOf } from '../persons';
import type { Contest } from './contest';
import type { Entry, Registration } from './contest.record';
import { openSecrets, placeOf } from './entrant';
import { changeEntryIf, insertEntry, listedEntries } from './entry.repository';
import { documentKeyOf } from './entry-keys';
import { LIST_HEADERS, type ListedPerson } from './list-sheet';
import { giveEntry, isHers } from './listed';
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
  const byKey = new Map(before.map((entry) => [entry.documentKey, entry]));
  const registrations = await registrationsOf(c.h, noticeId);
  const named = people.map((person) => ({ person, columns: columnsOf(c, noticeId, person) }));
  const keys = new Set(named.map(({ columns }) => columns.documentKey));

  const added: ListDifference['added'] = [];
  const changed: ListDifference['changed'] = [];
  let matched = 0;
  for (const { person, columns } of named) {
    const entry = byKey.get(columns.documentKey);
    const shown = { name: person.name, documentNumberMasked: maskNumber(person.documentNumber) };
    const differing = entry ? differingColumns(c, entry, person) : [];
    if (!entry) added.push(shown);
    else if (differing.length > 0) changed.push({ ...shown, columns: differing });
    const hers = registrations.filter((registration) => isHers(columns, registration));
    const [owner] = hers.length === 1 ? hers : [];
    if (entry?.accountId || owner) matched += 1;
    if (apply) await write(c, contest, { entry, owner: owner ?? null, person, columns, differs: differing.length > 0 });
  }
  const missing = before.filter(({ documentKey }) => documentKey === null || !keys.has(documentKey));
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
      documentNumberMasked: maskNumber(openSecrets(c.ports.crypto, entry).documentNumber),
    })),
    matched,
  };
}

/** What a list says, as columns by which people are found. */
function columnsOf(c: Context, noticeId: string, person: ListedPerson) {
  const { crypto } = c.ports;
  return {
    name: person.name,
    documentKey: documentKeyOf(noticeId, documentIndexOf(crypto, person).index),
    phoneIndex: person.phone === null ? null : phoneIndexOf(crypto, person.phone),
  };
}

function differingColumns(c: Context, entry: Entry, person: ListedPerson): string[] {
  const { phone } = openSecrets(c.ports.crypto, entry);
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
  readonly columns: ReturnType<typeof columnsOf>;
  readonly differs: boolean;
};

async function write(c: Context, contest: Contest, { entry, owner, person, columns, differs }: Written): Promise<void> {
  const { crypto } = c.ports;
  const id = entry?.id ?? newId();
  const said = {
    ...columns,
    documentType: person.documentType,
    documentNumber: crypto.encryptField(placeOf(id, 'documentNumber'), person.documentNumber),
    birthDate: person.birthDate,
    sex: person.sex,
    phone: person.phone === null ? null : crypto.encryptField(placeOf(id, 'phone'), person.phone),
    unit: person.unit,
    listReference: person.reference,
  };
  if (!entry) await insertListed(c, contest, { id, ...said });
  else if (differs && !(await changeEntryIf(c.h, { id, version: entry.version }, said))) refuse('changed-meanwhile');
  const version = entry ? entry.version + (differs ? 1 : 0) : 1;
  if (owner && !entry?.accountId) await giveEntry(c, contest, { id, version }, owner);
}

/** The site has judged whom it lists: the rules have nothing to add. */
async function insertListed(
  c: Context,
  { notice, version, offeringCode }: Contest,
  said: Pick<Entry, 'id' | 'name' | 'documentKey' | 'phoneIndex' | 'documentType' | 'documentNumber'> &
    Pick<Entry, 'birthDate' | 'sex' | 'phone' | 'unit' | 'listReference'>,
): Promise<void> {
  const row: Entry = {
    ...said,
    version: 1,
    accountId: null,
    bodyId: notice.body.id,
    noticeId: notice.id,
    noticeVersionId: version.id,
    offeringCode,
    state: 'entered',
    accountKey: null,
    verdict: 'eligible',
    origin: originOf(said.documentType),
    documentExpiresOn: null,
    entrantGroup: null,
    groupNote: null,
    unitType: null,
    coach: null,
    unionCard: false,
    levels: [],
    training: false,
    photo: null,
    enteredOn: c.now.day,
    enteredAt: c.now.ms,
    withdrawnAt: null,
    judgedOn: null,
    decision: null,
    decisionReason: null,
    decidedOn: null,
    decidedBy: null,
    listedOn: c.now.day,
  };
  await insertEntry(c.h, row).catch((error: unknown) => {
    if (isDuplicate(error, 'uq_contest_entry_document')) refuse('changed-meanwhile');
    throw error;
  });
}

async function withdraw(c: Context, { id, version }: Entry): Promise<void> {
  const set = {
    state: 'withdrawn' as const,
    accountId: null,
    accountKey: null,
    documentKey: null,
    withdrawnAt: c.now.ms,
  };
  if (!(await changeEntryIf(c.h, { id, version }, set))) refuse('changed-meanwhile');
}

/** Where a document comes from tells where she does. */
const originOf = (type: Entry['documentType']): Entry['origin'] => {
  if (type.startsWith('hongkong') || type === 'macau-id') return 'hongkong-macau';
  if (type.startsWith('taiwan')) return 'taiwan';
  return type === 'passport' || type === 'foreign-permanent-resident-id' ? 'foreign' : 'mainland';
};
