import { type Migration, bool, day, id, instant, int, json, nullable, ref, text, word } from '../platform/db';

const ofSession = (name: string) =>
  ({ [name]: { column: 'sessionId', references: 'session', onDelete: 'CASCADE' } }) as const;

export const sessionTables: Migration = {
  name: '0050-sessions',
  up: async (schema) => {
    await schema.table(
      'session',
      {
        id: id(),
        bodyId: ref(),
        noticeId: text(64),
        noticeVersionId: ref(),
        noticeVersion: int(),
        name: text(60),
        state: word(),
        examStart: day(),
        examEnd: day(),
        year: int(),
        number: int(),
        applicationOpens: nullable(day()),
        applicationCloses: nullable(day()),
        paymentOpens: nullable(day()),
        paymentCloses: nullable(day()),
        placesFrozen: bool(),
        windowsConfirmedAt: nullable(instant()),
        calendarYears: nullable(text(40)),
        publishedAt: nullable(instant()),
        resultsPublishedOn: nullable(day()),
        createdAt: instant(),
        revision: ref(),
      },
      {
        unique: { uq_session_number: ['bodyId', 'year', 'number'] },
        index: { ix_session_notice: ['noticeId', 'state'], ix_session_body: ['bodyId', 'id'] },
        foreign: {
          fk_session_version: { column: 'noticeVersionId', references: 'notice_version', onDelete: 'RESTRICT' },
        },
      },
    );
    await schema.table(
      'session_offering',
      { id: id(), sessionId: ref(), code: text(64), position: int() },
      { unique: { uq_session_offering: ['sessionId', 'code'] }, foreign: ofSession('fk_session_offering') },
    );
    await schema.table(
      'session_site',
      { id: id(), sessionId: ref(), position: int(), name: text(60), address: text(120) },
      { unique: { uq_session_site: ['sessionId', 'name'] }, foreign: ofSession('fk_session_site') },
    );
    await schema.table(
      'session_room',
      { id: id(), sessionId: ref(), siteId: ref(), position: int(), name: text(40), seats: int() },
      { unique: { uq_session_room: ['siteId', 'name'] }, foreign: ofSession('fk_session_room') },
    );
    await schema.table(
      'session_paper',
      {
        id: id(),
        sessionId: ref(),
        offeringCode: text(64),
        subject: word(),
        day: day(),
        startsAt: text(5),
        endsAt: text(5),
        siteId: ref(),
      },
      {
        unique: { uq_session_paper: ['sessionId', 'offeringCode', 'subject'] },
        foreign: ofSession('fk_session_paper'),
      },
    );
    await schema.table(
      'session_window',
      {
        id: id(),
        sessionId: ref(),
        position: int(),
        kind: word(),
        opens: nullable(day()),
        closes: nullable(day()),
        source: json(),
      },
      { unique: { uq_session_window: ['sessionId', 'kind'] }, foreign: ofSession('fk_session_window') },
    );
    await schema.table(
      'session_assumption',
      { id: id(), sessionId: ref(), path: text(200), accountId: ref(), confirmedAt: instant() },
      { unique: { uq_session_assumption: ['sessionId', 'path'] }, foreign: ofSession('fk_session_assumption') },
    );
  },
};
