import type { LocalDate } from '@jikaotong/shared/kernel';
import { type Row, id, instant, int, json, key, longText, record, ref, text, word } from '../../platform/db';

/** A notice by the name of its seed file; `currentVersion` is the one visitors read. */
export const noticeRecord = record(
  'notice',
  {
    id: key(64),
    bodyId: ref(),
    kind: word<'certification' | 'competition'>(),
    year: int(),
    title: text(200),
    currentVersion: int(),
    createdAt: instant(),
  },
  { published: true, index: { ix_notice_body: ['bodyId'] } },
);
export type NoticeRow = Row<typeof noticeRecord>;

/** What was published; never edited, a change is the next version. */
export const noticeVersionRecord = record(
  'notice_version',
  {
    id: id(),
    noticeId: text(64),
    version: int(),
    language: int(),
    content: json<unknown>(),
    rawText: longText(),
    /** Of the content with sorted keys and the raw text: the database may order keys its own way. */
    sha256: text(64),
    publishedAt: instant(),
  },
  {
    published: true,
    unique: { uq_notice_version: ['noticeId', 'version'] },
    foreign: { fk_notice_version_notice: { column: 'noticeId', references: 'notice', onDelete: 'RESTRICT' } },
  },
);
export type NoticeVersionRow = Row<typeof noticeVersionRecord>;

/** A year of days off as announced; staff add the next one when the State Council has. */
export const calendarYearRecord = record(
  'calendar_year',
  {
    id: id(),
    year: int(),
    off: json<readonly LocalDate[]>(),
    workedWeekends: json<readonly LocalDate[]>(),
    source: text(200),
    addedAt: instant(),
  },
  { published: true, unique: { uq_calendar_year: ['year'] } },
);
