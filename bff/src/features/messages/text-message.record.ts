import { type Row, fenAmount, id, instant, int, key, nullable, record, ref, text, word } from '../../platform/db';

/** One SMS to somebody about one matter: the unique key is why a matter costs once, whoever runs the job how often. */
export const textMessageRecord = record(
  'text_message',
  {
    id: id(),
    /** Whose it is: an account, or the enrolment of somebody without one. */
    accountId: ref(),
    messageId: ref(),
    bodyId: ref(),
    matter: text(160),
    /** `unsure`: handed over, but no answer came; never sent again. */
    state: word<'sending' | 'sent' | 'unsure'>(),
    parts: int(),
    /** The provider's own id. */
    receipt: nullable(text(64)),
    sentAt: instant(),
  },
  { unique: { uq_text_message_matter: ['accountId', 'matter'] } },
);

/** What a month of the business clock costs a body. */
export const textMessageMonthRecord = record('text_message_month', {
  bodyId: key(36),
  /** `2026-11`. */
  month: key(7),
  sent: int(),
  parts: int(),
  fen: fenAmount(),
  heldBack: int(),
});
export type TextMessageMonth = Row<typeof textMessageMonthRecord>;
