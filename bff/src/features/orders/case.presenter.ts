import type { CaseView } from '@jikaotong/shared/contract';
import { ATTEMPT_PAYS_BY, type PayMethod } from '@jikaotong/shared/rules/fees';
import type { Context } from '../../platform/http';
import { findAccount } from '../accounts';
import { type CandidateKind, kindsAndNamesOf } from '../candidates';
import { type Case, caseWords } from '../cases';
import { returnsOfCases } from './follow-session.repository';
import { findAttempts, receiptsOf, refundsOfCases } from './payment.repository';
import { presentAccount } from './refund-account';
import type { Return } from './return.record';

/** Cases as staff see them. */
export async function presentCases(
  { h, ports }: Pick<Context, 'h' | 'ports'>,
  cases: readonly Case[],
): Promise<CaseView[]> {
  const ids = cases.map(({ id }) => id);
  const refunds = await refundsOfCases(h, ids);
  const returns = await returnsOfCases(h, ids);
  const states = new Map([...refunds, ...returns].map(({ caseId, state }) => [caseId, state]));
  const waiting = new Set(returns.flatMap(({ caseId, state }) => (state === 'requested' ? [caseId] : [])));
  const accounts = new Map(returns.map((row) => [row.caseId, presentAccount(ports.crypto, row)]));
  const about = await kindsAndNamesOf(
    h,
    cases.flatMap(({ candidateId, otherCandidateId }) => [candidateId, otherCandidateId]),
  );
  const only = (kind: CandidateKind, id: string | null) => (id !== null && about.get(id)?.kind === kind ? id : null);
  const methods = await methodsOfCases(h, cases, returns);
  const askers = await askersOf({ h, ports }, cases);
  return cases.map((row) => ({
    id: row.id,
    bodyId: row.bodyId,
    kind: row.kind,
    applicationId: only('application', row.candidateId),
    otherApplicationId: only('application', row.otherCandidateId),
    entryId: only('entry', row.candidateId),
    otherEntryId: only('entry', row.otherCandidateId),
    candidateName: about.get(only('application', row.candidateId) ?? '')?.name ?? null,
    orderId: row.orderId,
    amountFen: row.amountFen,
    method: methods.get(row.id) ?? null,
    state: row.state,
    refund: states.get(row.id) ?? null,
    isByHand: waiting.has(row.id),
    account: accounts.get(row.id) ?? null,
    refundAsked: askers.get(row.id) ?? null,
    openedAt: row.openedAt,
    resolution: caseWords.openIf(ports.crypto, row, 'resolution'),
  }));
}

/** Who wants the money of a case sent back, and waits for a second person. */
async function askersOf(
  { h, ports }: Pick<Context, 'h' | 'ports'>,
  cases: readonly Case[],
): Promise<ReadonlyMap<string, CaseView['refundAsked']>> {
  const asked = new Map<string, CaseView['refundAsked']>();
  for (const row of cases) {
    const { id, state, refundAskedBy, refundAskedAt } = row;
    if (state !== 'open' || refundAskedBy === null || refundAskedAt === null) continue;
    const byName = (await findAccount(h, refundAskedBy))?.displayName ?? '工作人员';
    asked.set(id, {
      byId: refundAskedBy,
      byName,
      at: refundAskedAt,
      note: caseWords.openIf(ports.crypto, row, 'refundNote') ?? '',
    });
  }
  return asked;
}

/** How the money of each case came: by its attempt, or as the receipt that goes back by hand. */
async function methodsOfCases(
  h: Context['h'],
  cases: readonly Case[],
  returns: readonly Return[],
): Promise<ReadonlyMap<string, PayMethod>> {
  const asked = cases.flatMap(({ attemptId }) => attemptId ?? []);
  const attempts = new Map((await findAttempts(h, asked)).map(({ id, method }) => [id, ATTEMPT_PAYS_BY[method]]));
  const orderIds = returns.map(({ orderId }) => orderId);
  const receipts = new Map((await receiptsOf(h, orderIds)).map(({ id, method }) => [id, method]));
  const byHand = new Map(returns.map(({ caseId, receiptId }) => [caseId, receipts.get(receiptId)]));
  return new Map(
    cases.flatMap(({ id, attemptId }) => {
      const method = attemptId === null ? byHand.get(id) : attempts.get(attemptId);
      return method === undefined ? [] : [[id, method] as const];
    }),
  );
}
