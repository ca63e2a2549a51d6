import { fen } from '@jikaotong/shared/kernel';
import { RECEIPT_METHODS } from '@jikaotong/shared/rules/fees';
import { paymentMethodWord } from '@jikaotong/shared/words';
import type { Context } from '../../platform/http';
import { findCandidates, openIdentity } from '../candidates';
import { unitContactsOf } from '../units';
import { returnsOfCases } from './follow-session.repository';
import { accountOf } from './refund-account';
import { receiptWords } from './payment.record';
import { receiptsOf } from './payment.repository';
import type { DueByHand } from './refund-list.repository';

/** What goes back by hand with everything that is known of where it came from, in the clear. */
export async function presentDues({ h, ports }: Pick<Context, 'h' | 'ports'>, dues: readonly DueByHand[]) {
  const { crypto } = ports;
  const candidates = await findCandidates(
    h,
    dues.flatMap(({ candidateId }) => candidateId ?? []),
  );
  const receipts = new Map(
    (
      await receiptsOf(
        h,
        dues.map(({ orderId }) => orderId),
      )
    ).map((one) => [one.id, one]),
  );
  const accounts = new Map(
    (
      await returnsOfCases(
        h,
        dues.map(({ caseId }) => caseId),
      )
    ).map((row) => [row.caseId, accountOf(crypto, row)]),
  );
  const units = await unitContactsOf(
    { h, ports },
    dues.flatMap(({ unitId }) => unitId ?? []),
  );
  return dues.map((due) => {
    const candidate = candidates.get(due.candidateId ?? '');
    const receipt = receipts.get(due.receiptId);
    const method = RECEIPT_METHODS.find((one) => one === due.method);
    const unit = due.unitId === null ? null : units.get(due.unitId);
    const own = candidate && candidate.erased === null ? openIdentity(crypto, candidate).phone : null;
    const account = accounts.get(due.caseId) ?? null;
    return {
      holder: account?.holder ?? '',
      account: account?.number ?? '',
      bank: account?.bank ?? '',
      name: unit ? unit.name : (due.name ?? ''),
      phone: (unit ? unit.phone : own) ?? '',
      about: unit ? (due.name ?? '') : '',
      order: due.orderNumber,
      method: method ? paymentMethodWord(method) : '',
      paidOn: due.paidOn,
      reference: receipt ? (receiptWords.openIf(crypto, receipt, 'reference') ?? '') : '',
      fen: fen(Number(due.amountFen)),
    };
  });
}
