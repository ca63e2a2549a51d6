import * as z from 'zod/mini';
import { FeeItemSchema } from '../notice';
import {
  ATTEMPT_METHODS,
  ATTEMPT_STATES,
  PAY_METHODS,
  RECEIPT_METHODS,
  RECEIPT_STATES,
  REFUND_STATES,
} from '../rules/fees';
import { ORDER_STATES } from '../rules/progress';
import { CASE_STATES, CaseKind } from './cases';
import { endpoint } from './endpoint';
import {
  Bytes,
  ClauseView,
  Count,
  Day,
  FenAmount,
  Id,
  IdParams,
  Instant,
  OfferingView,
  bankAccount,
  line,
  prose,
} from './fields';

const AttemptView = z.object({
  id: Id,
  method: z.enum(ATTEMPT_METHODS),
  state: z.enum(ATTEMPT_STATES),
  createdAt: Instant,
});

/** Money that came outside WeChat: a transfer (with voucher), a cheque or cash at the counter (B26 三(三)). */
const ReceiptView = z.object({
  id: Id,
  method: z.enum(RECEIPT_METHODS),
  state: z.enum(RECEIPT_STATES),
  amountFen: FenAmount,
  paidOn: Day,
  reference: z.nullable(z.string()),
  voucherUrl: z.nullable(z.string()),
  reason: z.nullable(z.string()),
});

const RefundState = z.enum(REFUND_STATES);

/** Where money goes back to by hand, masked as far as one still knows one's own again. */
const RefundAccount = z.object({ holder: z.string(), bank: z.string(), numberMasked: z.string(), on: Day });
export type RefundAccount = z.output<typeof RefundAccount>;

export const OrderView = z.object({
  id: Id,
  /** What it is called on the phone, on receipts and in lists: `261123-0042-8`. */
  number: z.string(),
  applicationId: Id,
  state: z.enum(ORDER_STATES),
  offering: OfferingView,
  /** All that its people take, the first one's first. */
  offerings: z.array(OfferingView),
  /** The unit that pays; null: the people themselves. */
  unitName: z.nullable(z.string()),
  /** How many it is for. */
  people: Count,
  noticeId: Id,
  noticeTitle: z.string(),
  lines: z.array(z.object({ item: FeeItemSchema, fen: FenAmount, source: ClauseView })),
  totalFen: FenAmount,
  payBy: z.nullable(Day),
  settledAt: z.nullable(Instant),
  payee: z.nullable(
    z.object({
      name: z.string(),
      taxNumber: z.nullable(z.string()),
      address: z.nullable(z.string()),
      phone: z.nullable(z.string()),
      bank: z.string(),
      account: z.string(),
    }),
  ),
  methods: z.array(z.enum(PAY_METHODS)),
  attempts: z.array(AttemptView),
  receipts: z.array(ReceiptView),
  refunds: z.array(
    z.object({
      id: Id,
      amountFen: FenAmount,
      state: RefundState,
      reason: z.string(),
    }),
  ),
  /** Money is to go back by hand; `account`: where to, once somebody has said so. Null: nothing is. */
  dueByHand: z.nullable(z.object({ totalFen: FenAmount, account: z.nullable(RefundAccount) })),
});
export type OrderView = z.output<typeof OrderView>;

/** The order of an application; 404 before approval. */
export const getOrder = endpoint({
  name: 'getOrder',
  method: 'GET',
  path: '/applications/:id/order',
  who: 'signed-in',
  params: IdParams,
  reply: OrderView,
  refusals: [],
});

/** Starts paying: `jsapi` inside WeChat (parameters for requestPayment), `h5` elsewhere (the cashier's address). */
export const startPayment = endpoint({
  name: 'startPayment',
  method: 'POST',
  path: '/orders/:id/attempts',
  who: 'signed-in',
  params: IdParams,
  body: z.strictObject({ method: z.enum(ATTEMPT_METHODS), returnUrl: z.optional(z.url().check(z.maxLength(300))) }),
  reply: z.object({
    attemptId: Id,
    jsapi: z.nullable(
      z.object({
        timeStamp: z.string(),
        nonceStr: z.string(),
        package: z.string(),
        signType: z.literal('RSA'),
        paySign: z.string(),
      }),
    ),
    cashierUrl: z.nullable(z.string()),
  }),
  refusals: [
    'already-paid',
    'order-closed',
    'too-early',
    'too-late',
    'payment-method-unavailable',
    'payment-unavailable',
    'merchant-missing',
  ],
});

/** Asks WeChat what became of the latest attempts; used when the notification is late or lost. */
export const queryPayment = endpoint({
  name: 'queryPayment',
  method: 'POST',
  path: '/orders/:id/queries',
  who: 'signed-in',
  params: IdParams,
  reply: OrderView,
  refusals: ['payment-unavailable'],
});

/** Hands in the voucher of a bank transfer; finance confirms when the money has arrived. */
export const claimTransfer = endpoint({
  name: 'claimTransfer',
  method: 'POST',
  path: '/orders/:id/vouchers',
  who: 'signed-in',
  params: IdParams,
  body: z.strictObject({ fileId: Id, paidOn: Day, reference: z.optional(line(60)) }),
  reply: OrderView,
  refusals: ['already-paid', 'order-closed', 'payment-method-unavailable', 'file-refused', 'too-late'],
});

/**
 * Says where money goes that came by transfer, cheque or cash and is to go back: kept sealed, shown masked, and erased once
 * it is back. Said again, the latest holds. `wrong-state`: nothing goes back by hand now.
 */
export const giveRefundAccount = endpoint({
  name: 'giveRefundAccount',
  method: 'PUT',
  path: '/orders/:id/refund-account',
  who: 'signed-in',
  params: IdParams,
  body: bankAccount(line(60)),
  reply: OrderView,
  refusals: ['wrong-state'],
});

/** Why what lapsed cannot go on: somebody else, or the candidate anew, has the place. */
const REINSTATING = ['wrong-state', 'document-held', 'person-held', 'changed-meanwhile'] as const;

const StaffOrderView = z.object({
  ...OrderView.shape,
  candidateName: z.string(),
  sessionId: Id,
  sessionName: z.string(),
  /** No money for it was received before. */
  openedOn: Day,
  /** What settled it was booked by hand today, and may be undone; `asked`: by whom, while a second person has not agreed. */
  undo: z.nullable(
    z.object({ receiptId: Id, asked: z.nullable(z.object({ byId: Id, byName: z.string(), reason: z.string() })) }),
  ),
});
export type StaffOrderView = z.output<typeof StaffOrderView>;

/** One order as finance sees it. */
export const getStaffOrder = endpoint({
  name: 'getStaffOrder',
  method: 'GET',
  path: '/staff/orders/:id',
  who: ['finance', 'administrator'],
  params: IdParams,
  reply: StaffOrderView,
  refusals: [],
});

/**
 * Records money received outside WeChat, or confirms a claimed transfer; `paidOn` is the day it was received, not the day
 * it is booked. In time it settles, also an order that lapsed meanwhile: then `reason` is needed, and the applications go
 * on. What came too late is a `paid-late` case, and settles nothing.
 */
export const recordReceipt = endpoint({
  name: 'recordReceipt',
  method: 'POST',
  path: '/staff/orders/:id/receipts',
  who: ['finance'],
  params: IdParams,
  body: z.strictObject({
    receiptId: z.optional(Id),
    method: z.enum(RECEIPT_METHODS),
    amountFen: FenAmount,
    paidOn: Day,
    reference: z.optional(line(60)),
    reason: z.optional(prose(200)),
  }),
  reply: StaffOrderView,
  refusals: [
    'already-paid',
    'order-closed',
    'amount-mismatch',
    'payment-method-unavailable',
    'received-day-wrong',
    'reinstating-reason-needed',
    ...REINSTATING,
  ],
});

export const refuseTransfer = endpoint({
  name: 'refuseTransfer',
  method: 'POST',
  path: '/staff/receipts/:id/refusal',
  who: ['finance'],
  params: IdParams,
  body: z.strictObject({ reason: prose(200) }),
  reply: StaffOrderView,
  refusals: ['wrong-state'],
});

/**
 * Undoes what was booked by hand by mistake, on the same day and with a reason: the order is open again, or lapses where its
 * time is over. Outside a demonstration the first person only asks for it, and a second one does it. Refused are money
 * that came with a voucher or on an earlier day, and whoever has a seat or ticket by it (`receipt-stands`).
 */
export const undoReceipt = endpoint({
  name: 'undoReceipt',
  method: 'POST',
  path: '/staff/receipts/:id/undoing',
  who: ['finance', 'administrator'],
  params: IdParams,
  body: z.strictObject({ reason: prose(200) }),
  reply: StaffOrderView,
  refusals: ['wrong-state', 'receipt-stands', 'undo-by-another', 'deputy-needed'],
});

/**
 * The receipt of one's own order as PDF, or of a unit's for whoever acts for it: what was paid and has not gone back.
 * `nothing-to-print` (`of`): it is not paid (`unpaid`), was closed without money (`closed`), or went back whole (`returned`).
 */
export const downloadReceipt = endpoint({
  name: 'downloadReceipt',
  method: 'GET',
  path: '/orders/:id/receipt',
  who: 'signed-in',
  kind: 'download',
  limit: 'heavy',
  params: IdParams,
  reply: Bytes,
  refusals: ['nothing-to-print'],
});

/** How many receipts one document holds. */
export const MOST_RECEIPTS = 500;

/**
 * Receipts of settled orders as one PDF, two a page: of one order, or of all that were settled in these days, in one session
 * or any. It is noted who printed how many.
 */
export const printReceipts = endpoint({
  name: 'printReceipts',
  method: 'GET',
  path: '/staff/bodies/:id/receipts',
  who: ['finance', 'administrator'],
  kind: 'download',
  limit: 'heavy',
  params: IdParams,
  query: z.strictObject({ order: z.optional(Id), session: z.optional(Id), from: z.optional(Day), to: z.optional(Day) }),
  reply: Bytes,
  refusals: ['nothing-to-print', 'too-many-to-print'],
});

/**
 * What is to go back by hand, as one list for the bank: open cases of a body, or of one session, with how the money came and
 * the account that the payer has named, or room for it. That it was taken is noted with its reason.
 */
export const downloadRefundList = endpoint({
  name: 'downloadRefundList',
  method: 'GET',
  path: '/staff/bodies/:id/refunds.xlsx',
  who: ['finance', 'administrator'],
  kind: 'download',
  limit: 'heavy',
  params: IdParams,
  query: z.strictObject({ session: z.optional(Id), reason: line(200) }),
  reply: Bytes,
  refusals: ['no-refunds'],
});

const CaseView = z.object({
  id: Id,
  bodyId: Id,
  kind: CaseKind,
  applicationId: z.nullable(Id),
  otherApplicationId: z.nullable(Id),
  /** Entries to a competition, where it is about those. */
  entryId: z.nullable(Id),
  otherEntryId: z.nullable(Id),
  /** Whose application it is; null for one of a competition's entries. */
  candidateName: z.nullable(z.string()),
  orderId: z.nullable(Id),
  amountFen: z.nullable(FenAmount),
  /** The way its money came. */
  method: z.nullable(z.enum(PAY_METHODS)),
  state: z.enum(CASE_STATES),
  /** How the refund stands that it was resolved by; `failed` opens the case again. */
  refund: z.nullable(RefundState),
  /** Its money goes back by hand and has not yet; `account` as of `OrderView.dueByHand`. */
  isByHand: z.boolean(),
  account: z.nullable(RefundAccount),
  /** Who wants its money sent back, while a second person has not agreed yet. */
  refundAsked: z.nullable(z.object({ byId: Id, byName: z.string(), at: Instant, note: z.string() })),
  openedAt: Instant,
  resolution: z.nullable(z.string()),
});
export type CaseView = z.output<typeof CaseView>;

export const getCase = endpoint({
  name: 'getCase',
  method: 'GET',
  path: '/staff/cases/:id',
  who: ['reviewer', 'finance', 'administrator'],
  params: IdParams,
  reply: CaseView,
  refusals: [],
});

/**
 * Closes a case; `refund` sends the money of the extra attempt back the way it came, again where that failed; `reinstate`
 * lets money that came late (`paid-late`) settle the order that lapsed, by a decision that `note` explains.
 * Outside a demonstration the first person's `refund` only asks for it, and the case stays open until a second one says
 * the same.
 */
export const resolveCase = endpoint({
  name: 'resolveCase',
  method: 'POST',
  path: '/staff/cases/:id/resolution',
  who: ['reviewer', 'finance', 'administrator'],
  params: IdParams,
  body: z.strictObject({ action: z.enum(['note', 'refund', 'reinstate']), note: prose(400) }),
  reply: CaseView,
  refusals: ['payment-unavailable', 'second-person-needed', 'deputy-needed', ...REINSTATING],
});

/** Finance notes where the money of a case goes that goes back by hand, as the payer says by phone or at the counter. */
export const noteRefundAccount = endpoint({
  name: 'noteRefundAccount',
  method: 'PUT',
  path: '/staff/cases/:id/refund-account',
  who: ['finance', 'administrator'],
  params: IdParams,
  body: bankAccount(line(60)),
  reply: CaseView,
  refusals: ['wrong-state'],
});
