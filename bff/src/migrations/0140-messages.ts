import { type Migration, id, instant, json, nullable, ref, text } from '../platform/db';

export const messageTables: Migration = {
  name: '0140-messages',
  up: async (schema) => {
    await schema.table(
      'message',
      {
        id: id(),
        accountId: ref(),
        applicationId: nullable(ref()),
        code: text(64),
        data: json(),
        sentAt: instant(),
        readAt: nullable(instant()),
      },
      { index: { ix_message_account: ['accountId', 'id'] } },
    );
  },
};
