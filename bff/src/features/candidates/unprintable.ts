import type { Context } from '../../platform/http';
import { closeCase, openCase, openCasesOf } from '../cases';
import type { Candidate } from './candidate.record';

const KIND = 'not-printable';

/**
 * Opens a case for staff when no font has a character of what goes on somebody's papers; nobody is refused for it. What
 * was settled stays settled while the characters are the same; when all can be printed again, the case is closed.
 */
export async function noteUnprintable(
  ctx: Pick<Context, 'h' | 'now' | 'ports'>,
  { id, bodyId }: Pick<Candidate, 'id' | 'bodyId'>,
  texts: unknown,
): Promise<void> {
  const { crypto, pdf } = ctx.ports;
  const missing = pdf.missingGlyphs(JSON.stringify(texts));
  // the characters themselves are part of a name and stand in no case
  const mark = crypto.blindIndex(KIND, missing.toSorted().join('')).slice(0, 24);
  const caseKey = `${KIND}:${id}:${mark}`;
  for (const open of await openCasesOf(ctx.h, [id]))
    if (open.kind === KIND && (missing.length === 0 || open.caseKey !== caseKey))
      await closeCase(ctx, open.id, { accountId: null, note: '已改成能打印的字', nowMs: ctx.now.ms });
  if (missing.length > 0) await openCase(ctx.h, { caseKey, bodyId, kind: KIND, candidateId: id }, ctx.now.ms);
}

/** Those of the candidates whose papers wait until staff have settled how they are printed. */
export const waitingForPrint = async (
  h: Context['h'],
  candidateIds: readonly string[],
): Promise<ReadonlySet<string | null>> =>
  new Set(
    (await openCasesOf(h, candidateIds)).filter(({ kind }) => kind === KIND).map(({ candidateId }) => candidateId),
  );
