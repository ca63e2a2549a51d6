import type { FeeTable, Notice, NodePath, Offering } from '../../notice';
import { type Unit, namedOffering, unitOf } from './unit';

const fees: NodePath = ['fees'];

/** What it costs, a unit a line of an offering, and how it is paid. */
export const feeUnits = {
  fees: ({ fees: table, offerings }: Notice): readonly Unit[] => (table === null ? [] : tableUnits(table, offerings)),
  reviewBeforePayment: ({ reviewBeforePayment: node }: Notice): readonly Unit[] => [
    unitOf('fees', 'review-before-payment', { path: ['reviewBeforePayment'], node, text: String(node.value) }),
  ],
};

const tableUnits = (table: FeeTable, known: readonly Offering[]): readonly Unit[] => [
  unitOf('fees', 'fee-year', { path: [...fees, 'year'], node: table.year, text: table.year.value }),
  ...table.rows.flatMap((row, at) => {
    const path: NodePath = [...fees, 'rows', at];
    return row.offerings.flatMap((offering): Unit[] => {
      const named = namedOffering(
        offering,
        known.find(({ code }) => code === offering),
      );
      return [
        ...row.lines.map(({ item, fen }, position) =>
          unitOf('fees', 'fee-line', {
            name: `${offering} ${item}`,
            path: [...path, 'lines', position],
            node: { item, fen },
            offerings: [offering],
            data: { ...named, item },
            text: fen,
            source: row.source,
          }),
        ),
        unitOf('fees', 'fee-total', {
          name: offering,
          path,
          node: { totalFen: row.totalFen, source: row.source },
          offerings: [offering],
          data: named,
          text: row.totalFen,
        }),
      ];
    });
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
