import { type Migration, day, id, instant, int, json, nullable, ref, sealedText, text, word } from '../platform/db';

/** Printed certificates are told of, fetched, sent, lost and printed again, and confirmed on the official look-up. */
export const certificateCollections: Migration = {
  name: '20261129-182500-certificate-collections',
  up: async (schema) => {
    await schema.addColumns('certificate', {
      duplicates: nullable(int()),
      duplicatedOn: nullable(day()),
      duplicatedBy: nullable(ref()),
      duplicateReason: nullable(sealedText(200)),
      registeredOn: nullable(day()),
      registeredBy: nullable(ref()),
    });
    await schema.run('UPDATE certificate SET duplicates = 0 WHERE duplicates IS NULL');
    await schema.changeColumns('certificate', { duplicates: int() });
    await schema.table(
      'certificate_collection',
      {
        id: id(),
        candidateId: ref(),
        toldAt: nullable(instant()),
        notice: nullable(json()),
        method: nullable(word(24)),
        askedAt: nullable(instant()),
        recipient: nullable(sealedText(60)),
        phone: nullable(sealedText(20)),
        address: nullable(sealedText(200)),
        agentDocumentType: nullable(word(40)),
        agentDocumentNumber: nullable(sealedText(40)),
        carrier: nullable(text(40)),
        trackingNumber: nullable(text(40)),
        sentOn: nullable(day()),
        collectedOn: nullable(day()),
        collectedBy: nullable(ref()),
      },
      {
        index: { ix_certificate_collection_candidate: ['candidateId'] },
        foreign: {
          fk_certificate_collection: { column: 'id', references: 'certificate', onDelete: 'RESTRICT' },
        },
      },
    );
    await schema.copy({
      from: 'certificate',
      to: 'certificate_collection',
      columns: { id: 's.id', candidateId: 's.candidate_id' },
    });
  },
};
