import { In, IsNull, Like } from 'typeorm';
import { type Handle, insert, isDuplicate, newId, updateWhere } from '../../platform/db';
import type { Context } from '../../platform/http';
import { type Case, type CaseKind, caseRecord, caseWords } from './case.record';

/** What a case is about; `caseKey` names its cause. */
export type CaseCause = {
  /** That of a row of its own, which says more; absent: a new one. */
  readonly id?: string;
  readonly caseKey: string;
  readonly bodyId: string;
  readonly kind: CaseKind;
  /** Null: about an order of several. */
  readonly candidateId: string | null;
  readonly otherCandidateId?: string;
  readonly orderId?: string;
  readonly attemptId?: string;
  readonly amountFen?: Case['amountFen'];
};

/** Opens a case for staff; a cause already known opens none. */
export async function openCase(h: Handle, cause: CaseCause, nowMs: number): Promise<void> {
  const row: Case = {
    id: newId(),
    otherCandidateId: null,
    orderId: null,
    attemptId: null,
    amountFen: null,
    ...cause,
    refundAskedBy: null,
    refundAskedAt: null,
    refundNote: null,
    state: 'open',
    openedAt: nowMs,
    resolvedAt: null,
    resolvedBy: null,
    resolution: null,
  };
  try {
    await insert(h, caseRecord, row);
  } catch (error) {
    if (!isDuplicate(error, 'uq_open_case_key')) throw error;
  }
}

/** Open cases that name one of these candidates on either side, oldest first. */
export const openCasesOf = (h: Handle, candidateIds: readonly string[]): Promise<Case[]> =>
  candidateIds.length === 0
    ? Promise.resolve([])
    : h.repo(caseRecord).find({
        where: [
          { candidateId: In([...candidateIds]), state: 'open' },
          { otherCandidateId: In([...candidateIds]), state: 'open' },
        ],
        order: { openedAt: 'ASC', id: 'ASC' },
      });

export const findCase = (h: Handle, bodyIds: readonly string[], id: string): Promise<Case | null> =>
  h.repo(caseRecord).findOneBy({ id, bodyId: In([...bodyIds]) });

/** Opens a resolved case again: what resolved it did not come about. */
export const reopenCase = (h: Handle, id: string): Promise<number> =>
  updateWhere(
    h,
    caseRecord,
    { id, state: 'resolved' },
    { state: 'open', resolvedAt: null, resolvedBy: null, resolution: null, ...NOT_ASKED },
  );

const NOT_ASKED = { refundAskedBy: null, refundAskedAt: null, refundNote: null };

/** Notes that somebody wants the money of an open case sent back; false when somebody did already. */
export const askRefund = async (
  { h, ports }: Writing,
  id: string,
  by: Closing & { readonly accountId: string },
): Promise<boolean> =>
  (await updateWhere(
    h,
    caseRecord,
    { id, state: 'open', refundAskedBy: IsNull() },
    {
      refundAskedBy: by.accountId,
      refundAskedAt: by.nowMs,
      refundNote: caseWords.seal(ports.crypto, id, 'refundNote', by.note),
    },
  )) === 1;

/** Who closes a case, and with which words. */
type Writing = Pick<Context, 'h' | 'ports'>;
type Closing = { readonly accountId: string | null; readonly note: string; readonly nowMs: number };

/** Closes an open case; false when it was closed already. */
export const closeCase = async ({ h, ports }: Writing, id: string, by: Closing): Promise<boolean> =>
  (await updateWhere(
    h,
    caseRecord,
    { id, state: 'open' },
    {
      state: 'resolved',
      resolvedAt: by.nowMs,
      resolvedBy: by.accountId,
      resolution: caseWords.seal(ports.crypto, id, 'resolution', by.note),
    },
  )) === 1;

/** Whatever its body; for what knows it by id. */
export const findAnyCase = (h: Handle, id: string): Promise<Case | null> => h.repo(caseRecord).findOneBy({ id });

/** The case of a cause, open or not. */
export const findCaseByKey = (h: Handle, caseKey: string): Promise<Case | null> =>
  h.repo(caseRecord).findOneBy({ caseKey });

/** Closes the open case of a cause; false when there is none. */
export async function closeCaseByKey(ctx: Writing, caseKey: string, by: Closing): Promise<boolean> {
  const found = await findCaseByKey(ctx.h, caseKey);
  return found !== null && closeCase(ctx, found.id, by);
}

/** Every case whose cause begins like this, open or not, the oldest first. */
export const casesBegun = (h: Handle, beginning: string): Promise<Case[]> =>
  h.repo(caseRecord).find({ where: { caseKey: Like(`${beginning}%`) }, order: { openedAt: 'ASC', id: 'ASC' } });

/** Closes every open case whose cause begins like this. */
export async function closeCasesBegun(ctx: Writing, beginning: string, by: Closing): Promise<void> {
  const open = await ctx.h.repo(caseRecord).find({ where: { caseKey: Like(`${beginning}%`), state: 'open' } });
  for (const { id } of open) await closeCase(ctx, id, by);
}
