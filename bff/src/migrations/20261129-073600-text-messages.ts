import { type Migration, bool, fenAmount, id, instant, int, key, nullable, ref, text, word } from '../platform/db';

/** SMS of what must not be missed: what went out, what a month cost a body, and who wants none. */
export const textMessages: Migration = {
  name: '20261129-073600-text-messages',
  up: async (schema) => {
    await schema.table(
      'text_message',
      {
        id: id(),
        accountId: ref(),
        messageId: ref(),
        bodyId: ref(),
        matter: text(160),
        state: word(),
        parts: int(),
        receipt: nullable(text(64)),
        sentAt: instant(),
      },
      { unique: { uq_text_message_matter: ['accountId', 'matter'] } },
    );
    await schema.table('text_message_month', {
      bodyId: key(36),
      month: key(7),
      sent: int(),
      parts: int(),
      fen: fenAmount(),
      heldBack: int(),
    });
    await schema.addColumns('message', { wentOutBy: nullable(word()) });
    await schema.addColumns('account', { textMessagesOff: bool() });
    await schema.addColumns('body', { textMessagesOff: bool(), textMessagesAMonth: nullable(int()) });
  },
};
