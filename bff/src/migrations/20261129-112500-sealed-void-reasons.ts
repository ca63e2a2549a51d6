import { type Migration, nullable, sealedText } from '../platform/db';

/** Why a certificate is void names people, too. */
export const sealedVoidReasons: Migration = {
  name: '20261129-112500-sealed-void-reasons',
  up: async (schema) => {
    await schema.changeColumns('certificate', { voidReason: nullable(sealedText(200)) });
    await schema.sealInPlace('certificate', ['voidReason']);
  },
};
