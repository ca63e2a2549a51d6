import { type Migration, id, instant, int, json, key, longText, ref, text, word } from '../platform/db';

export const noticeTables: Migration = {
  name: '0040-notices',
  up: async (schema) => {
    await schema.table(
      'notice',
      {
        id: key(64),
        bodyId: ref(),
        kind: word(),
        year: int(),
        title: text(200),
        currentVersion: int(),
        createdAt: instant(),
      },
      { index: { ix_notice_body: ['bodyId'] } },
    );
    await schema.table(
      'notice_version',
      {
        id: id(),
        noticeId: text(64),
        version: int(),
        language: int(),
        content: json(),
        rawText: longText(),
        sha256: text(64),
        publishedAt: instant(),
      },
      {
        unique: { uq_notice_version: ['noticeId', 'version'] },
        foreign: { fk_notice_version_notice: { column: 'noticeId', references: 'notice', onDelete: 'RESTRICT' } },
      },
    );
    await schema.table(
      'calendar_year',
      {
        id: id(),
        year: int(),
        off: json(),
        workedWeekends: json(),
        source: text(200),
        addedAt: instant(),
      },
      { unique: { uq_calendar_year: ['year'] } },
    );
  },
};
