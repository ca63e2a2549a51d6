import type { ENTRANT_GROUPS, UNIT_TYPES } from '@jikaotong/shared/contract';
import type { DocumentType, Origin, StageCode } from '@jikaotong/shared/notice';
import type { PhotoFacts } from '@jikaotong/shared/rules/photo';
import {
  type Row,
  bool,
  day,
  encrypted,
  id,
  instant,
  int,
  json,
  key,
  nullable,
  record,
  ref,
  text,
  word,
} from '../../platform/db';

/** The public code of a notice; one each, for ever. */
export const posterRecord = record(
  'poster',
  { code: key(12), noticeId: text(64), withdrawnOn: nullable(day()), createdAt: instant() },
  {
    unique: { uq_poster_notice: ['noticeId'] },
    foreign: { fk_poster_notice: { column: 'noticeId', references: 'notice', onDelete: 'RESTRICT' } },
  },
);
export type Poster = Row<typeof posterRecord>;

/**
 * One entry of an individual. Two unique keys, set while it lives: `accountKey` (notice:account) and `documentKey`
 * (notice:document). An entry whose document another account holds lives without `documentKey`, and staff have a case.
 */
export const entryRecord = record(
  'contest_entry',
  {
    id: id(),
    version: int(),
    accountId: ref(),
    bodyId: ref(),
    noticeId: text(64),
    noticeVersionId: ref(),
    offeringCode: text(64),
    state: word<'entered' | 'withdrawn'>(),
    accountKey: nullable(text(120)),
    documentKey: nullable(text(140)),
    verdict: word<'eligible' | 'needs-review'>(),
    name: text(60),
    origin: word<Origin>(),
    documentType: word<DocumentType>(40),
    documentNumber: encrypted(),
    documentExpiresOn: nullable(day()),
    birthDate: day(),
    sex: word<'male' | 'female'>(),
    phone: encrypted(),
    entrantGroup: word<(typeof ENTRANT_GROUPS)[number]>(),
    groupNote: nullable(text(60)),
    unit: text(80),
    unitType: word<(typeof UNIT_TYPES)[number]>(),
    coach: nullable(text(60)),
    unionCard: bool(),
    levels: json<readonly { occupation: string; level: number | null }[]>(),
    training: bool(),
    photo: json<{ fileId: string; facts: PhotoFacts }>(),
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
export type Entry = Row<typeof entryRecord>;

/** What staff announced of a stage; the last word counts. */
export const stageRecord = record(
  'contest_stage',
  {
    id: id(),
    noticeId: text(64),
    stage: word<StageCode>(),
    day: day(),
    startsAt: nullable(text(5)),
    place: text(120),
    announcedAt: instant(),
    announcedBy: ref(),
  },
  { unique: { uq_contest_stage: ['noticeId', 'stage'] } },
);
export type AnnouncedStage = Row<typeof stageRecord>;
