import { type Migration, id, instant, int, json, longText, nullable, ref, text, word } from '../platform/db';

/** Imported notices that wait to be published, and what staff confirmed of them. */
export const publishingTables: Migration = {
  name: '0150-publishing',
  up: async (schema) => {
    await schema.table(
      'notice_draft',
      {
        id: id(),
        noticeId: text(64),
        bodyId: ref(),
        title: text(200),
        baseVersion: int(),
        content: json(),
        rawText: longText(),
        sha256: text(64),
        state: word(),
        openKey: nullable(text(110)),
        importedBy: ref(),
        importedAt: instant(),
        endedBy: nullable(ref()),
        endedAt: nullable(instant()),
        publishedVersion: nullable(int()),
        publication: nullable(json()),
        told: nullable(text(48)),
      },
      {
        unique: { uq_notice_draft_open: ['openKey'] },
        index: { ix_notice_draft_body: ['bodyId', 'state'] },
      },
    );
    await schema.table(
      'notice_draft_assumption',
      { id: id(), draftId: ref(), path: text(200), accountId: ref(), confirmedAt: instant() },
      {
        unique: { uq_notice_draft_assumption: ['draftId', 'path'] },
        foreign: { fk_notice_draft_assumption: { column: 'draftId', references: 'notice_draft', onDelete: 'CASCADE' } },
      },
    );
  },
};
