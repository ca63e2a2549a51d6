import { type Migration, bool, encrypted, id, instant, json, longText, nullable, ref, text } from '../platform/db';

export const bodyTables: Migration = {
  name: '0020-bodies',
  up: async (schema) => {
    await schema.table('body', {
      id: id(),
      name: text(80),
      ticketNumberPattern: text(60),
      certificatePrefix: nullable(json()),
      sealFileId: nullable(ref()),
      merchantId: nullable(ref()),
      demonstration: bool(),
      createdAt: instant(),
    });
    await schema.table(
      'merchant',
      {
        id: id(),
        bodyId: ref(),
        mchid: text(32),
        serial: text(64),
        privateKey: encrypted(),
        apiV3Key: encrypted(),
        platformKeyId: text(80),
        platformKeyPem: longText(),
        createdAt: instant(),
      },
      {
        index: { ix_merchant_body: ['bodyId'] },
        foreign: { fk_merchant_body: { column: 'bodyId', references: 'body', onDelete: 'RESTRICT' } },
      },
    );
  },
};
