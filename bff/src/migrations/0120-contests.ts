import {
  type Migration,
  bool,
  day,
  encrypted,
  id,
  instant,
  int,
  json,
  key,
  nullable,
  ref,
  text,
  word,
} from '../platform/db';

/** Posters, entries to competitions and the announced stages. */
export const contestTables: Migration = {
  name: '0120-contests',
  up: async (schema) => {
    await schema.table(
      'poster',
      { code: key(12), noticeId: text(64), withdrawnOn: nullable(day()), createdAt: instant() },
      {
        unique: { uq_poster_notice: ['noticeId'] },
        foreign: { fk_poster_notice: { column: 'noticeId', references: 'notice', onDelete: 'RESTRICT' } },
      },
    );
    await schema.table(
      'contest_entry',
      {
        id: id(),
        version: int(),
        accountId: ref(),
        bodyId: ref(),
        noticeId: text(64),
        noticeVersionId: ref(),
        offeringCode: text(64),
        state: word(),
        accountKey: nullable(text(120)),
        documentKey: nullable(text(140)),
        verdict: word(),
        name: text(60),
        origin: word(),
        documentType: word(40),
        documentNumber: encrypted(),
        documentExpiresOn: nullable(day()),
        birthDate: day(),
        sex: word(),
        phone: encrypted(),
        entrantGroup: word(),
        groupNote: nullable(text(60)),
        unit: text(80),
        unitType: word(),
        coach: nullable(text(60)),
        unionCard: bool(),
        levels: json(),
        training: bool(),
        photo: json(),
        enteredOn: day(),
        enteredAt: instant(),
        withdrawnAt: nullable(instant()),
      },
      {
        unique: { uq_contest_entry_account: ['accountKey'], uq_contest_entry_document: ['documentKey'] },
        index: { ix_contest_entry_notice: ['noticeId', 'state', 'id'], ix_contest_entry_account: ['accountId', 'id'] },
        foreign: {
          fk_contest_entry_version: { column: 'noticeVersionId', references: 'notice_version', onDelete: 'RESTRICT' },
        },
      },
    );
    await schema.table(
      'contest_stage',
      {
        id: id(),
        noticeId: text(64),
        stage: word(),
        day: day(),
        startsAt: nullable(text(5)),
        place: text(120),
        announcedAt: instant(),
        announcedBy: ref(),
      },
      { unique: { uq_contest_stage: ['noticeId', 'stage'] } },
    );
  },
};
