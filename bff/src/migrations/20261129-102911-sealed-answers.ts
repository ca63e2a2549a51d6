import { type Migration, json, nullable, sealedText } from '../platform/db';

/**
 * What people tell and what is written about them stands sealed: answers, papers' numbers and the judgement that quotes
 * them, remarks and reasons, what an account is told, the words of a receipt.
 */
export const sealedAnswers: Migration = {
  name: '20261129-102911-sealed-answers',
  up: async (schema) => {
    await schema.changeColumns('application', {
      facts: nullable(json()),
      papers: nullable(json()),
      rejection: nullable(sealedText(400)),
    });
    await schema.sealInPlace('application', ['facts', 'papers', 'assessment', 'rejection']);
    await schema.changeColumns('application_remark', { text: sealedText(200) });
    await schema.sealInPlace('application_remark', ['text']);
    await schema.sealInPlace('message', ['data']);
    await schema.changeColumns('correction', { reason: sealedText(200), refusal: nullable(sealedText(200)) });
    await schema.sealInPlace('correction', ['reason', 'refusal']);
    await schema.changeColumns('counter_slip', { note: nullable(sealedText(200)) });
    await schema.sealInPlace('counter_slip', ['note']);
    await schema.changeColumns('pay_receipt', {
      reference: nullable(sealedText(60)),
      reason: nullable(sealedText(200)),
    });
    await schema.sealInPlace('pay_receipt', ['reference', 'reason']);
    for (const table of ['pay_refund', 'pay_return']) {
      await schema.changeColumns(table, { reason: nullable(sealedText(400)) });
      await schema.sealInPlace(table, ['reason']);
    }
    await schema.changeColumns('open_case', {
      refundNote: nullable(sealedText(400)),
      resolution: nullable(sealedText(400)),
    });
    await schema.sealInPlace('open_case', ['refundNote', 'resolution']);
    await schema.changeColumns('score_review_step', { reason: sealedText(400) });
    await schema.sealInPlace('score_review_step', ['reason']);
    await schema.changeColumns('contest_entry', {
      groupNote: nullable(sealedText(60)),
      coach: nullable(sealedText(60)),
      decisionReason: nullable(sealedText(200)),
    });
    await schema.sealInPlace('contest_entry', ['groupNote', 'coach', 'decisionReason']);
  },
};
