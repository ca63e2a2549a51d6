import { type Migration, instant, nullable, ref, text } from '../platform/db';

/** Certificates are made void and replaced: one that holds a candidate, where there was one at all. */
export const certificatesVoid: Migration = {
  name: '20261129-071100-certificates-void',
  up: async (schema) => {
    await schema.addColumns('certificate', {
      liveKey: nullable(ref()),
      outdatedAt: nullable(instant()),
      voidedAt: nullable(instant()),
      voidedBy: nullable(ref()),
      voidReason: nullable(text(200)),
      replacedById: nullable(ref()),
    });
    await schema.run("UPDATE certificate SET live_key = candidate_id WHERE state = 'issued' AND live_key IS NULL");
    // before the unique key goes: the foreign key needs an index
    await schema.addKeys('certificate', {
      unique: { uq_certificate_live: ['liveKey'], uq_certificate_replaced: ['replacedById'] },
      index: { ix_certificate_candidate: ['candidateId', 'issuedAt'] },
    });
    await schema.dropKeys('certificate', ['uq_certificate_candidate']);
  },
};
