import { type Row, day, instant, key, nullable, record, text } from '../../platform/db';

/** The public code of a notice; one each, for ever. */
export const posterRecord = record(
  'poster',
  { code: key(12), noticeId: text(64), withdrawnOn: nullable(day()), createdAt: instant() },
  {
    published: true,
    unique: { uq_poster_notice: ['noticeId'] },
    foreign: { fk_poster_notice: { column: 'noticeId', references: 'notice', onDelete: 'RESTRICT' } },
  },
);
export type Poster = Row<typeof posterRecord>;
