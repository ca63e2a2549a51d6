import { type Migration, day, encrypted, id, instant, json, ref, text, word } from '../platform/db';

/** Certificates as printed. */
export const certificateTables: Migration = {
  name: '0110-certificates',
  up: async (schema) => {
    await schema.table(
      'certificate',
      {
        id: id(),
        bodyId: ref(),
        sessionId: ref(),
        applicationId: ref(),
        personId: ref(),
        batchId: ref(),
        number: text(22),
        state: word(),
        name: text(60),
        documentType: word(40),
        documentNumber: encrypted(),
        photoFileId: ref(),
        offering: json(),
        bodyName: text(80),
        issuedOn: day(),
        issuedAt: instant(),
        issuedBy: ref(),
        token: text(800),
      },
      {
        unique: { uq_certificate_number: ['number'], uq_certificate_application: ['applicationId'] },
        index: { ix_certificate_session: ['sessionId', 'number'], ix_certificate_person: ['personId'] },
        foreign: {
          fk_certificate_application: { column: 'applicationId', references: 'application', onDelete: 'RESTRICT' },
        },
      },
    );
  },
};
