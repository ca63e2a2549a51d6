import { bodyIn } from '../../platform/audit';
import type { Feature } from '../../platform/http';
import { jobs as caseListJobs, routes as caseListRoutes } from './case-list.routes';
import { routes as caseRoutes } from './case.routes';
import { routes as financeRoutes } from './finance.routes';
import { attemptRecord, receiptRecord, refundRecord } from './payment.record';
import { routes as notifyRoutes } from './notify.routes';
import { jobs } from './order.jobs';
import { jobs as listJobs, routes as listRoutes } from './order-list.routes';
import { orderLineRecord, orderRecord } from './order.record';
import { routes as orderRoutes } from './order.routes';
import { refundJob } from './refund';
import { routes as refundListRoutes } from './refund-list.routes';
import { returnRecord } from './return.record';
import { routes as receiptPrintRoutes } from './receipt-print.routes';
import { heldHere } from './held';

export { cancelOrdersOfSession, carryOrder, giveUpOrder, moveOrdersOfSession } from './follow-session';
export { LAPSE_JOB, REMIND_JOB } from './job-kinds';
export { cancelOrder, giveBackOf } from './leave-order';
export { followOwner, openOrder, openOrderFor } from './open-order';
export { orderSettled, orderUnsettled } from './order-events';
export { type Paid, paidBy, paidForLeft } from './order-lines.repository';
export type { Order } from './order.record';

/** Orders and the money for them: WeChat Pay, transfers, the counter, refunds; each order settles once. */
export const feature: Feature = {
  name: 'orders',
  bodyOf: { orderId: bodyIn(orderRecord) },
  fileColumns: [{ table: 'pay_receipt', column: 'voucher_file_id' }],
  records: [orderRecord, orderLineRecord, attemptRecord, receiptRecord, refundRecord, returnRecord],
  held: heldHere,
  routes: [
    ...orderRoutes,
    ...financeRoutes,
    ...listRoutes,
    ...receiptPrintRoutes,
    ...caseListRoutes,
    ...caseRoutes,
    ...refundListRoutes,
    ...notifyRoutes,
  ],
  jobs: [...jobs, ...listJobs, ...caseListJobs, refundJob],
};
