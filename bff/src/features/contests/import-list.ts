import { maskNumber, originOfDocument } from '@jikaotong/shared/rules/identity';
import { documentTypeWord, unitTypeWord } from '@jikaotong/shared/words';
import { lettingOthersIn, newId } from '../../platform/db';
import type { Context } from '../../platform/http';
import type { Chunk, Compared, SheetChange } from '../../platform/sheet-imports';
import {
  type IdentityColumns,
  changeCandidate,
  holdDocument,
  noteUnprintable,
  phoneIndexOf,
  sealIdentity,
} from '../candidates';
import { releaseKeys, writeIdentity } from '../participants';
import { documentIndexOf } from '../persons';
import { type Contest, loadContest } from './contest';
import { type EntryRow, type Registration, entryWords } from './contest.record';
import { openEntry } from './entrant';
import {
  type Entry,
  changeEntryIf,
  changeOwnRow,
  endEntryIf,
  findEntry,
  listedAmong,
  listedEntries,
} from './entry.repository';
import { LIST_HEADERS, type ListedPerson } from './list-sheet';
import { linkListEntry, matchesListEntry, provenPhoneOf } from './match-list-entry';
import { insertEntry } from './new-entry';
import { registrationsAmong, registrationsOf } from './registration.repository';

/** One person of a list (null: not named any more) beside the entry that an earlier list brought, at its version. */
export type ListChange = {
  readonly person: ListedPerson | null;
  readonly entryId: string | null;
  readonly version: number;
  /** Whether the phone that the list names is this person's alone there; one of several people proves none. */
  readonly phoneProves: boolean;
};

/** Holds a list against the entries that earlier lists brought, by document. */
export async function compareList(
  ctx: Pick<Context, 'h' | 'ports'>,
  noticeId: string,
  people: readonly (ListedPerson & { readonly row: number })[],
): Promise<Omit<Compared<ListChange>, 'problems'>> {
  const before = await enteredByList(ctx, noticeId);
  const byDocument = new Map(before.map((entry) => [entry.documentIndex, entry]));
  const owners = ownersIn(ctx, await registrationsOf(ctx.h, noticeId));
  const isShared = sharedPhones([...before, ...people.map((person) => columnsOf(ctx, person))]);
  const named = new Set<string | null>();
  const changes: SheetChange<ListChange>[] = [];
  let same = 0;
  for await (const { row, ...person } of lettingOthersIn(people)) {
    const columns = columnsOf(ctx, person);
    named.add(columns.documentIndex);
    const entry = byDocument.get(columns.documentIndex);
    const differing = columnChanges(ctx, entry, person);
    const phoneProves = !isShared(columns);
    if (!entry?.accountId && phoneProves && (await owners(columns)))
      differing.push({ column: OWN_RECORD, from: null, to: '对上' });
    if (entry && differing.length === 0) same += 1;
    else
      changes.push({
        kind: entry ? 'changed' : 'added',
        key: columns.documentIndex,
        row,
        label: labelOf(person.name, person.documentNumber),
        changes: differing,
        payload: { person, entryId: entry?.id ?? null, version: entry?.version ?? 0, phoneProves },
      });
  }
  for await (const entry of lettingOthersIn(before))
    if (!named.has(entry.documentIndex))
      changes.push({
        kind: 'missing',
        key: entry.id,
        row: null,
        label: labelOf(entry.name, openEntry(ctx.ports.crypto, entry).documentNumber),
        changes: [],
        payload: { person: null, entryId: entry.id, version: entry.version, phoneProves: false },
      });
  return { changes, same };
}

/** Writes confirmed changes of a list; what was changed meanwhile is refused one by one. */
export async function applyList(
  ctx: Context,
  { subjectId: noticeId, changes }: Chunk<ListChange>,
): Promise<ReadonlyMap<string, string>> {
  const contest = await loadContest(ctx, noticeId);
  const about = {
    ids: changes.flatMap(({ payload }) => payload.entryId ?? []),
    documentIndices: changes.flatMap(({ key, payload }) => (payload.person === null ? [] : [key])),
  };
  const owners = ownersIn(ctx, await registrationsAmong(ctx.h, noticeId, about.documentIndices));
  const before = (await listedAmong(ctx.h, noticeId, about)).filter(isEntered);
  const refused = new Map<string, string>();
  // each is a dozen statements
  for await (const { key, payload } of lettingOthersIn(changes)) {
    const entry = before.find(({ id, documentIndex }) => id === payload.entryId || documentIndex === key);
    const isAsCompared = payload.entryId === null ? !entry : entry?.version === payload.version;
    const done = isAsCompared && (await write(ctx, contest, { entry, ...payload, owners }));
    if (!done) refused.set(key, 'changed-meanwhile');
  }
  return refused;
}

const OWN_RECORD = '本人记录';

const enteredByList = async ({ h }: Pick<Context, 'h'>, noticeId: string): Promise<Entry[]> =>
  (await listedEntries(h, noticeId)).filter(isEntered);
const isEntered = ({ state }: Entry): boolean => state === 'entered';

const labelOf = (name: string, documentNumber: string): string => `${name}（${maskNumber(documentNumber).slice(-4)}）`;

/** Whose own record somebody of a list is, proven, where it is one alone. */
type Owners = (columns: ReturnType<typeof columnsOf>) => Promise<Registration | null>;

/** Looked up and not searched: a list and the records may both be long. */
function ownersIn(ctx: Pick<Context, 'h' | 'ports'>, registrations: readonly Registration[]): Owners {
  const byDocument = new Map<string | null, Registration[]>();
  for (const registration of registrations) {
    const { documentIndex } = registration;
    byDocument.set(documentIndex, [...(byDocument.get(documentIndex) ?? []), registration]);
  }
  return async (columns) => {
    const matching: Registration[] = [];
    for (const registration of byDocument.get(columns.documentIndex) ?? [])
      if (matchesListEntry(columns, registration, await provenPhoneOf(ctx, registration.accountId)))
        matching.push(registration);
    return matching.length === 1 ? (matching[0] ?? null) : null;
  };
}

type Phoned = { readonly documentIndex: string; readonly phoneIndex: string | null };

/** Whether a list names a phone for somebody else too. */
function sharedPhones(people: readonly Phoned[]): (one: Phoned) => boolean {
  const documents = new Map<string, Set<string>>();
  for (const { documentIndex, phoneIndex } of people)
    if (phoneIndex !== null) documents.set(phoneIndex, (documents.get(phoneIndex) ?? new Set()).add(documentIndex));
  return ({ phoneIndex }) => phoneIndex !== null && (documents.get(phoneIndex)?.size ?? 0) > 1;
}

/** What a list says, by which people are found. */
const columnsOf = (ctx: Pick<Context, 'ports'>, person: ListedPerson) => ({
  name: person.name,
  documentIndex: documentIndexOf(ctx.ports.crypto, person).index,
  phoneIndex: person.phone === null ? null : phoneIndexOf(ctx.ports.crypto, person.phone),
});

/** What a list says otherwise than the entry; of a new one everything that it says. */
function columnChanges(ctx: Pick<Context, 'ports'>, entry: Entry | undefined, person: ListedPerson) {
  const phone = entry ? openEntry(ctx.ports.crypto, entry).phone : null;
  const columns: readonly Line[] = [
    ['name', entry?.name ?? null, person.name],
    [
      'documentType',
      entry?.documentType ? documentTypeWord(entry.documentType) : null,
      documentTypeWord(person.documentType),
    ],
    ['phone', phone, person.phone],
    ['unit', entry?.unit ?? null, person.unit],
    ['reference', entry?.listReference ?? null, person.reference],
    ...saidBeside(ctx, entry, person),
  ];
  return columns
    .filter(([, from, to]) => from !== to)
    .map(([key, from, to]): SheetChange<ListChange>['changes'][number] => ({ column: LIST_HEADERS[key], from, to }));
}

type Line = readonly [keyof typeof LIST_HEADERS, string | null, string | null];

/** What awards hang on and a list need not say: where it says nothing, what is known stays. */
function saidBeside(ctx: Pick<Context, 'ports'>, entry: Entry | undefined, person: ListedPerson): Line[] {
  const { unitType, coach, unionCard } = person;
  const lines: Line[] = [];
  if (unitType !== null)
    lines.push(['unitType', entry?.unitType ? unitTypeWord(entry.unitType) : null, unitTypeWord(unitType)]);
  if (coach !== null) lines.push(['coach', entry ? entryWords.openIf(ctx.ports.crypto, entry, 'coach') : null, coach]);
  if (unionCard !== null) lines.push(['unionCard', entry ? yesOrNo(entry.unionCard) : null, yesOrNo(unionCard)]);
  return lines;
}
const yesOrNo = (is: boolean): string => (is ? '是' : '否');

const besideOf = (
  ctx: Context,
  id: string,
  { unitType, coach, unionCard }: ListedPerson,
): Partial<Pick<EntryRow, 'unitType' | 'coach' | 'unionCard'>> => ({
  ...(unitType !== null && { unitType }),
  ...(coach !== null && { coach: entryWords.seal(ctx.ports.crypto, id, 'coach', coach) }),
  ...(unionCard !== null && { unionCard }),
});

type Written = Pick<ListChange, 'person' | 'phoneProves'> & {
  readonly entry: Entry | undefined;
  readonly owners: Owners;
};

/** False when the entry is another one by now. */
async function write(
  ctx: Context,
  contest: Contest,
  { entry, person, owners, phoneProves }: Written,
): Promise<boolean> {
  if (!person) return entry !== undefined && withdraw(ctx, entry);
  const written = entry ? await rewrite(ctx, entry, person) : await insertListed(ctx, contest, person);
  if (!written) return false;
  await noteUnprintable(ctx, { id: written.id, bodyId: contest.notice.body.id }, [person.name, person.unit]);
  const owner = phoneProves && !entry?.accountId ? await owners(columnsOf(ctx, person)) : null;
  if (owner) await linkListEntry(ctx, contest, written, owner);
  return true;
}

async function rewrite(ctx: Context, entry: Entry, person: ListedPerson): Promise<Entry | null> {
  if (!(await changeEntryIf(ctx.h, entry, {}))) return null;
  await writeIdentity(ctx.h, entry.id, identityOf(ctx, entry.id, person), { photo: entry.photo });
  const own = { unit: person.unit, listReference: person.reference, ...besideOf(ctx, entry.id, person) };
  await changeOwnRow(ctx.h, entry.id, own);
  return { ...entry, version: entry.version + 1 };
}

/** The site has judged whom it lists: the rules have nothing to add. */
async function insertListed(ctx: Context, contest: Contest, person: ListedPerson): Promise<Entry> {
  const id = newId();
  const identity = identityOf(ctx, id, person);
  const own = {
    entrantGroup: null,
    groupNote: null,
    unit: person.unit,
    unitType: null,
    coach: null,
    unionCard: false,
    ...besideOf(ctx, id, person),
    levels: [],
    training: false,
    withdrawnAt: null,
    judgedOn: null,
    doubts: null,
    decision: null,
    decisionReason: null,
    decidedOn: null,
    decidedBy: null,
    listedOn: ctx.now.day,
    listReference: person.reference,
  };
  const said = { id, accountId: null, accountKey: null, photo: null, identity, verdict: 'eligible', own } as const;
  await insertEntry(ctx, contest, said);
  const { documentIndex } = identity;
  // one list at a time is applied, and its documents were looked up in this transaction
  if (!(await holdDocument(ctx.h, { id, scope: contest.notice.id, documentIndex })))
    throw new Error(`the document of entry ${id} was taken at this moment`);
  const written = await findEntry(ctx.h, id);
  if (!written) throw new Error(`entry ${id} was not written`);
  return written;
}

const identityOf = (ctx: Context, id: string, person: ListedPerson): IdentityColumns =>
  sealIdentity(ctx.ports.crypto, id, {
    name: person.name,
    origin: originOfDocument(person.documentType),
    documentType: person.documentType,
    documentNumber: person.documentNumber,
    documentExpiresOn: null,
    birthDate: person.birthDate,
    sex: person.sex,
    phone: person.phone,
    // the unit that the list names is whom somebody starts for
    employer: null,
  });

async function withdraw(ctx: Context, entry: Entry): Promise<boolean> {
  if (!(await endEntryIf(ctx, entry, { state: 'withdrawn' }))) return false;
  await changeOwnRow(ctx.h, entry.id, { withdrawnAt: ctx.now.ms });
  await releaseKeys(ctx.h, entry);
  await changeCandidate(ctx.h, entry.id, { accountId: null });
  return true;
}
