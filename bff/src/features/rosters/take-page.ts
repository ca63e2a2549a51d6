import { type Context, refusalIn } from '../../platform/http';
import { MENDABLE } from '../applications';
import { attachFile } from '../candidates';
import { type FormCode, formMarkOf } from './form-mark';
import { refuseMending } from './mending';
import { type Member, type OpenRoster, memberOf } from './own-roster';
import { changeRow, findRosterRow } from './roster.repository';
import type { SignedPage } from './signed-scan.record';
import { lockRow, pagesOfRow } from './signed-scan.repository';

type Judged = Pick<SignedPage, 'outcome' | 'rowId' | 'formMark' | 'part' | 'parts' | 'pageKey'>;

/** What becomes of a page that is of nobody. */
export const unplaced = (outcome: SignedPage['outcome'], rowId: string | null = null): Judged => ({
  outcome,
  rowId,
  formMark: null,
  part: null,
  parts: null,
  pageKey: null,
});

/** Whose page a code says it is, and whether it can be taken now; takes nothing yet. */
export async function judgePage(ctx: Context, open: OpenRoster, code: FormCode): Promise<Judged> {
  if (code.rosterId !== open.roster.id) return unplaced('foreign');
  const member = await lockMember(ctx, open, code.rowId);
  if (!member) return unplaced('row-gone');
  const rowId = member.row.id;
  if (!(await isOpen(ctx, open, member))) return unplaced('row-closed', rowId);
  if (member.row.disputedAt !== null) return unplaced('disputed', rowId);
  if (formMarkOf(ctx, open, member.application) !== code.mark) return unplaced('outdated', rowId);
  const { mark: formMark, part, parts } = code;
  const known = await pagesOfRow(ctx.h, rowId, formMark);
  const isTwice = known.some((page) => page.part === part);
  return {
    outcome: isTwice ? 'twice' : 'taken',
    rowId,
    formMark,
    part,
    parts,
    pageKey: isTwice ? null : pageKeyOf({ rowId, formMark, part }),
  };
}

export const pageKeyOf = ({ rowId, formMark, part }: { rowId: string; formMark: string; part: number }): string =>
  `${rowId}:${formMark}:${part}`;

/** A row that nobody else gives pages to until the transaction ends; null when it is there no more. */
export async function lockMember(ctx: Context, { roster }: OpenRoster, rowId: string): Promise<Member | null> {
  await lockRow(ctx.h, rowId);
  const row = await findRosterRow(ctx.h, roster.id, rowId);
  return row && memberOf(ctx.h, row);
}

async function isOpen(ctx: Context, open: OpenRoster, member: Member): Promise<boolean> {
  if (!MENDABLE.includes(member.application.state)) return false;
  return refuseMending(ctx, open, member).then(
    () => true,
    (error: unknown) => {
      if (!refusalIn(error)) throw error;
      return false;
    },
  );
}

/** A page that was written as taken goes to its candidate's papers; with the last one the signed form stands for the member. */
export async function attachPage(ctx: Context, page: Pick<SignedPage, 'rowId' | 'fileId' | 'formMark'>): Promise<void> {
  const { rowId, fileId, formMark } = page;
  if (rowId === null || fileId === null || formMark === null) throw new Error('a page of nobody');
  await attachFile(ctx.h, rowId, fileId);
  const known = await pagesOfRow(ctx.h, rowId, formMark);
  if (missingOf(known).length > 0) return;
  const first = known[0]?.fileId ?? fileId;
  await changeRow(ctx.h, rowId, { confirmedBy: 'form', confirmedAt: ctx.now.ms, formFileId: first });
  ctx.audit('roster-row-confirmed', { applicationId: rowId }, { by: 'form', pages: known.length });
}

/** Which pages of a form are still to come; where nobody knows how many it has, none. */
export function missingOf(known: readonly Pick<SignedPage, 'part' | 'parts'>[]): number[] {
  const parts = Math.max(0, ...known.map((page) => page.parts ?? 0));
  const there = new Set(known.map(({ part }) => part));
  return Array.from({ length: parts }, (_, at) => at + 1).filter((part) => !there.has(part));
}
