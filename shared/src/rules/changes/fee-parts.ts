import type { FeeTable, Notice, NodePath, Offering } from '../../notice';
import { type NoticePart, namedOffering, noticePartOf } from './notice-part';

const fees: NodePath = ['fees'];

/** What it costs, a unit a line of an offering, and how it is paid. */
export const feeParts = {
  fees: ({ fees: table, offerings }: Notice): readonly NoticePart[] =>
    table === null ? [] : tableUnits(table, offerings),
  reviewBeforePayment: ({ reviewBeforePayment: node }: Notice): readonly NoticePart[] => [
    noticePartOf('fees', 'review-before-payment', { path: ['reviewBeforePayment'], node, text: String(node.value) }),
  ],
};

const tableUnits = (table: FeeTable, known: readonly Offering[]): readonly NoticePart[] => [
  noticePartOf('fees', 'fee-year', { path: [...fees, 'year'], node: table.year, text: table.year.value }),
  ...table.rows.flatMap((row, at) => {
    const path: NodePath = [...fees, 'rows', at];
    return row.offerings.flatMap((offering): NoticePart[] => {
      const named = namedOffering(
        offering,
        known.find(({ code }) => code === offering),
      );
      return [
        ...row.lines.map(({ item, fen }, position) =>
          noticePartOf('fees', 'fee-line', {
            name: `${offering} ${item}`,
            path: [...path, 'lines', position],
            node: { item, fen },
            offerings: [offering],
            data: { ...named, item },
            text: fen,
            source: row.source,
          }),
        ),
        noticePartOf('fees', 'fee-total', {
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
  noticePartOf('fees', 'retake-material', {
    path: [...fees, 'retakeMaterial'],
    node: table.retakeMaterial,
    text: table.retakeMaterial.value,
  }),
  noticePartOf('fees', 'payee', { path: [...fees, 'payee'], node: table.payee, text: table.payee?.account ?? null }),
  ...table.methods.map((node, at) =>
    noticePartOf('fees', 'payment-method', {
      name: `${node.method} ${node.where}`,
      path: [...fees, 'methods', at],
      node,
      data: { method: node.method, where: node.where },
    }),
  ),
  noticePartOf('fees', 'refund', {
    path: [...fees, 'refundForPersonalReasons'],
    node: table.refundForPersonalReasons,
    text: table.refundForPersonalReasons === null ? null : String(table.refundForPersonalReasons.value),
  }),
  ...table.invoice.map((node, at) =>
    noticePartOf('fees', 'invoice', { path: [...fees, 'invoice', at], node, text: node.text }),
  ),
];
