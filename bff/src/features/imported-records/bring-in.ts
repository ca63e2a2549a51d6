import type { ImportedKind } from '@jikaotong/shared/contract';
import { DOCUMENT_TYPES } from '@jikaotong/shared/notice';
import { importedContentWords } from '@jikaotong/shared/words';
import * as z from 'zod/mini';
import type { Crypto } from '../../platform/crypto';
import { isDuplicate, newId } from '../../platform/db';
import type { Context } from '../../platform/http';
import type { Chunk, SheetChange } from '../../platform/sheet-imports';
import type { SheetProblem } from '../../platform/sheets';
import { phoneIndexOf } from '../accounts';
import { documentIndexOf, namesByDocument } from '../persons';
import { changeImported, findByKeys, insertImported } from './imported-record.repository';
import { Day } from '@jikaotong/shared/contract';
import { type Beside, ImportedContent, type StoredImported } from './imported-record.record';
import { NOTHING_WAITS, proposedOf, sealProposed } from './proposed';

/** A row that is read and right. */
export const Brought = z.object({
  person: z.object({
    name: z.string(),
    documentType: z.enum(DOCUMENT_TYPES),
    documentNumber: z.string(),
    birthDate: Day,
    sex: z.enum(['male', 'female']),
  }),
  content: ImportedContent,
  /** What tells it from the person's others, or from everybody's where it has a number of its own. */
  mark: z.string(),
  source: z.string(),
  ticketNumber: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  /** What stood there when it was compared; null: nothing. */
  turn: z.nullable(z.number()),
});
export type Brought = z.output<typeof Brought>;

type Looking = Pick<Context, 'h' | 'ports'>;

/** Of one person at one body a record once; a certificate's number is one for everybody. */
function keyOf({ ports }: Pick<Context, 'ports'>, bodyId: string, { person, content, mark }: Brought): string {
  if (content.kind === 'certificate') return `certificate:${content.number}`;
  return `${content.kind}:${bodyId}:${documentIndexOf(ports.crypto, person).index}:${mark}`;
}

/**
 * The rows beside what stands: new, otherwise, or the same. Wrong are a row that comes twice, a name that is not the
 * register's (which is not told: another body may have it from there), and a certificate's number under another document.
 */
export async function compareBrought(
  { h, ports }: Looking,
  bodyId: string,
  rows: readonly (Omit<Brought, 'turn'> & { readonly row: number })[],
): Promise<{ changes: SheetChange<Brought>[]; same: number; problems: SheetProblem<string>[] }> {
  const { crypto } = ports;
  const changes: SheetChange<Brought>[] = [];
  const problems: SheetProblem<string>[] = [];
  const seen = new Set<string>();
  const keyed = rows.map(({ row, ...given }) => ({
    row,
    given,
    key: keyOf({ ports }, bodyId, { ...given, turn: null }),
    document: documentIndexOf(crypto, given.person).index,
  }));
  const people = await namesByDocument(
    h,
    keyed.map(({ document }) => document),
  );
  const records = await findByKeys(
    h,
    keyed.map(({ key }) => key),
  );
  let same = 0;
  for (const { row, given, key, document } of keyed) {
    const wrong = (column: string, code: string, value: string | null = null) =>
      problems.push({ row, column, code, value });
    const known = people.get(document);
    if (known && known.name !== given.person.name) wrong('姓名', 'register-name-differs');
    if (seen.has(key)) wrong('证件号码', 'record-twice');
    seen.add(key);
    const there = records.get(key);
    if (there && there.bodyId !== bodyId) {
      wrong('证书编号', 'certificate-elsewhere', there.number);
      continue;
    }
    const beside = there ? besideOf(crypto, there, given, known?.id ?? null) : [];
    if (beside.includes('document') && !beside.includes('name')) {
      wrong('证件号码', 'certificate-other-document');
      continue;
    }
    const from = there ? wordsOf(there.pending ?? there.content, standingOf(crypto, there).source) : null;
    const to = wordsOf(given.content, given.source);
    if (there && from === to && beside.length === 0) {
      same += 1;
      continue;
    }
    changes.push({
      kind: there ? 'changed' : 'added',
      key: crypto.blindIndex('imported', key),
      row,
      label: given.person.name,
      changes: [
        ...(from === to ? [] : [{ column: '内容', from, to }]),
        ...beside.flatMap((what) =>
          what === 'source' ? [] : [{ column: BESIDE_COLUMN[what], from: null, to: '有变' }],
        ),
      ],
      payload: { ...given, turn: there?.turn ?? null },
    });
  }
  return { changes, same, problems };
}
const BESIDE_COLUMN = { name: '姓名', document: '证件号码', proof: '准考证号、手机号' } as const;

/** The words of a content alone, whatever waits beside it. */
const wordsOf = (content: ImportedContent, source: string): string =>
  `${importedContentWords(ImportedContent.parse(content))}（${source}）`;

/** What a record says beside its content, or would say once what waits is confirmed. */
function standingOf(crypto: Crypto, row: StoredImported) {
  const { person, ...by } = proposedOf(crypto, row) ?? { ...row, person: null };
  return { ...by, person, name: person?.name ?? row.name };
}

/** What a row says otherwise than a record beside the content; a cell that is empty changes no proof. */
function besideOf(
  crypto: Crypto,
  row: StoredImported,
  given: Pick<Brought, 'person' | 'source' | 'ticketNumber' | 'phone'>,
  personId: string | null,
): Beside[] {
  const { person, name, source, ticketIndex, phoneIndex } = standingOf(crypto, row);
  const { index } = documentIndexOf(crypto, given.person);
  const isDocument = person
    ? documentIndexOf(crypto, person).index === index
    : personId !== null && personId === row.personId;
  const proof = proofOf(crypto, given);
  return [
    ...(name === given.person.name ? [] : ['name' as const]),
    ...(isDocument ? [] : ['document' as const]),
    ...(source === given.source ? [] : ['source' as const]),
    ...((proof.ticketIndex ?? ticketIndex) === ticketIndex && (proof.phoneIndex ?? phoneIndex) === phoneIndex
      ? []
      : ['proof' as const]),
  ];
}

const proofOf = (crypto: Crypto, { ticketNumber, phone }: Pick<Brought, 'ticketNumber' | 'phone'>) => ({
  ticketIndex: ticketNumber === null ? null : crypto.blindIndex('imported-ticket', ticketNumber),
  phoneIndex: phone === null ? null : phoneIndexOf(crypto, phone),
});

/** Writes them in the job's transaction, each to wait for another person; what changed since is refused one by one. */
export async function applyBrought(
  ctx: Context,
  { subjectId: bodyId, accountId, changes }: Chunk<Brought>,
): Promise<ReadonlyMap<string, string>> {
  const refused = new Map<string, string>();
  for (const { key, payload } of changes)
    if (!(await bringIn(ctx, { bodyId, accountId }, payload))) refused.set(key, 'changed-meanwhile');
  return refused;
}

async function bringIn(
  ctx: Context,
  { bodyId, accountId }: { readonly bodyId: string; readonly accountId: string },
  brought: Brought,
): Promise<boolean> {
  const { h, now, ports } = ctx;
  const { crypto } = ports;
  const { content, person, source, turn } = brought;
  const recordKey = keyOf({ ports }, bodyId, brought);
  const there = (await findByKeys(h, [recordKey])).get(recordKey);
  if ((there?.turn ?? null) !== turn) return false;
  const proof = proofOf(crypto, brought);
  const stood = there && standingOf(crypto, there);
  const by = {
    source,
    importedOn: now.day,
    importedAt: now.ms,
    importedBy: accountId,
    ticketIndex: proof.ticketIndex ?? stood?.ticketIndex ?? null,
    phoneIndex: proof.phoneIndex ?? stood?.phoneIndex ?? null,
  };
  const id = there?.id ?? newId();
  const proposed = sealProposed(crypto, id, { person, ...by });
  if (there?.confirmedAt === null) return changeImported(h, there, { ...by, content, name: person.name, proposed });
  if (there) {
    const known = (await namesByDocument(h, [documentIndexOf(crypto, person).index])).values().next().value;
    // beside what holds, not beside what waited before
    const beside = besideOf(crypto, { ...there, ...NOTHING_WAITS }, brought, known?.id ?? null);
    return changeImported(h, there, {
      pending: { ...content, beside },
      pendingBy: accountId,
      pendingName: person.name === there.name ? null : person.name,
      pendingSource: source === there.source ? null : source,
      proposed,
    });
  }
  const row: StoredImported = {
    id,
    bodyId,
    personId: null,
    kind: content.kind satisfies ImportedKind,
    recordKey,
    turn: 0,
    name: person.name,
    number: content.kind === 'certificate' ? content.number : null,
    content,
    ...NOTHING_WAITS,
    proposed,
    confirmedAt: null,
    confirmedBy: null,
    claimedBy: null,
    ...by,
  };
  try {
    await insertImported(h, row);
    return true;
  } catch (error) {
    if (isDuplicate(error, 'uq_imported_record')) return false;
    throw error;
  }
}
