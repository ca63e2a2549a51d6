import type { ImportedKind } from '@jikaotong/shared/contract';
import { DOCUMENT_TYPES } from '@jikaotong/shared/notice';
import { importedContentWords } from '@jikaotong/shared/words';
import * as z from 'zod/mini';
import { isDuplicate, newId } from '../../platform/db';
import type { Context } from '../../platform/http';
import type { Chunk, SheetChange } from '../../platform/sheet-imports';
import type { SheetProblem } from '../../platform/sheets';
import { phoneIndexOf } from '../accounts';
import { type Presented, documentIndexOf, findPersonByDocument, linkOrCreate } from '../persons';
import { changeImported, findByKey, insertImported } from './imported-record.repository';
import { Day } from '@jikaotong/shared/contract';
import { ImportedContent, type StoredImported } from './imported-record.record';

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

/** The rows beside what stands: new, otherwise, or the same; a row that comes twice and a name that is not the register's are wrong. */
export async function compareBrought(
  { h, ports }: Looking,
  bodyId: string,
  rows: readonly (Omit<Brought, 'turn'> & { readonly row: number })[],
): Promise<{ changes: SheetChange<Brought>[]; same: number; problems: SheetProblem<string>[] }> {
  const changes: SheetChange<Brought>[] = [];
  const problems: SheetProblem<string>[] = [];
  const seen = new Set<string>();
  let same = 0;
  for (const { row, ...given } of rows) {
    const key = keyOf({ ports }, bodyId, { ...given, turn: null });
    const known = await findPersonByDocument(h, ports.crypto, given.person);
    if (known && known.name !== given.person.name)
      problems.push({ row, column: '姓名', code: 'register-name-differs', value: known.name });
    if (seen.has(key)) problems.push({ row, column: '证件号码', code: 'record-twice', value: null });
    seen.add(key);
    const there = await findByKey(h, key);
    if (there && there.bodyId !== bodyId) {
      problems.push({ row, column: '证书编号', code: 'certificate-elsewhere', value: there.number });
      continue;
    }
    const from = there && wordsOf(there.pending ?? there.content, there.source);
    const to = wordsOf(given.content, given.source);
    if (from === to && there?.name === given.person.name) {
      same += 1;
      continue;
    }
    changes.push({
      kind: there ? 'changed' : 'added',
      key: ports.crypto.blindIndex('imported', key),
      row,
      label: given.person.name,
      changes: [{ column: '内容', from, to }],
      payload: { ...given, turn: there?.turn ?? null },
    });
  }
  return { changes, same, problems };
}

const wordsOf = (content: ImportedContent, source: string): string => `${importedContentWords(content)}（${source}）`;

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
  const { content, person, source, ticketNumber, phone, turn } = brought;
  const recordKey = keyOf({ ports }, bodyId, brought);
  const there = await findByKey(h, recordKey);
  if ((there?.turn ?? null) !== turn) return false;
  const by = {
    source,
    importedOn: now.day,
    importedAt: now.ms,
    importedBy: accountId,
    ...(ticketNumber !== null && { ticketIndex: ports.crypto.blindIndex('imported-ticket', ticketNumber) }),
    ...(phone !== null && { phoneIndex: phoneIndexOf(ports.crypto, phone) }),
  };
  if (there)
    return changeImported(
      h,
      there,
      there.confirmedAt === null ? { ...by, content, name: person.name } : { ...by, pending: content },
    );
  const row: StoredImported = {
    id: newId(),
    bodyId,
    personId: (await linkOrCreate(h, ports.crypto, person satisfies Presented, now.ms)).personId,
    kind: content.kind satisfies ImportedKind,
    recordKey,
    turn: 0,
    name: person.name,
    number: content.kind === 'certificate' ? content.number : null,
    content,
    pending: null,
    confirmedAt: null,
    confirmedBy: null,
    ticketIndex: null,
    phoneIndex: null,
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
