import type { FeeTable, Notice, NodePath } from '../../notice';
import { type Unit, unitOf } from './unit';

const fees: NodePath = ['fees'];

/** What it costs, a unit a line of an offering, and how it is paid. */
export const feeUnits = {
  fees: ({ fees: table }: Notice): readonly Unit[] => (table === null ? [] : tableUnits(table)),
  reviewBeforePayment: ({ reviewBeforePayment: node }: Notice): readonly Unit[] => [
    unitOf('fees', 'review-before-payment', { path: ['reviewBeforePayment'], node, text: String(node.value) }),
  ],
};

const tableUnits = (table: FeeTable): readonly Unit[] => [
  unitOf('fees', 'fee-year', { path: [...fees, 'year'], node: table.year, text: table.year.value }),
  ...table.rows.flatMap((row, at) => {
    const path: NodePath = [...fees, 'rows', at];
    return row.offerings.flatMap((offering): Unit[] => [
      ...row.lines.map(({ item, fen }, position) =>
        unitOf('fees', 'fee-line', {
          name: `${offering} ${item}`,
          path: [...path, 'lines', position],
          node: { item, fen },
          offerings: [offering],
          data: { offering, item },
          text: fen,
          source: row.source,
        }),
      ),
      unitOf('fees', 'fee-total', {
        name: offering,
        path,
        node: { totalFen: row.totalFen, source: row.source },
        offerings: [offering],
        data: { offering },
        text: row.totalFen,
      }),
    ]);
  }),
  unitOf('fees', 'retake-material', {
    path: [...fees, 'retakeMaterial'],
    node: table.retakeMaterial,
    text: table.retakeMaterial.value,
  }),
  unitOf('fees', 'payee', { path: [...fees, 'payee'], node: table.payee, text: table.payee?.account ?? null }),
  ...table.methods.map((node, at) =>
    unitOf('fees', 'payment-method', {
      name: `${node.method} ${node.where}`,
      path: [...fees, 'methods', at],
      node,
      data: { method: node.method, where: node.where },
    }),
  ),
  unitOf('fees', 'refund', {
    path: [...fees, 'refundForPersonalReasons'],
    node: table.refundForPersonalReasons,
    text: table.refundForPersonalReasons === null ? null : String(table.refundForPersonalReasons.value),
  }),
  ...table.invoice.map((node, at) =>
    unitOf('fees', 'invoice', { path: [...fees, 'invoice', at], node, text: node.text }),
  ),
];
