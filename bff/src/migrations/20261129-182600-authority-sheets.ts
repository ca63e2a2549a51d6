import { type Migration, id, instant, int, json, nullable, ref, sealedJson, text, word } from '../platform/db';

/** Layouts of the sheets that authorities want, and what candidates tell for them. */
export const authoritySheets: Migration = {
  name: '20261129-182600-authority-sheets',
  up: async (schema) => {
    await schema.table(
      'authority_sheet',
      {
        id: id(),
        bodyId: ref(),
        kind: word(24),
        name: text(60),
        layout: json(),
        sources: json(),
        photoName: nullable(word(24)),
        version: int(),
        changedAt: instant(),
        changedBy: ref(),
      },
      { index: { ix_authority_sheet_body: ['bodyId', 'id'] } },
    );
    await schema.table(
      'extra_facts',
      { id: id(), answers: sealedJson(), consentedAt: instant() },
      { foreign: { fk_extra_facts_candidate: { column: 'id', references: 'candidate', onDelete: 'CASCADE' } } },
    );
  },
};
