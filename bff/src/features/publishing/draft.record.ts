import type { PublicationView } from '@jikaotong/shared/contract';
import { type Row, id, instant, int, json, longText, nullable, record, ref, text, word } from '../../platform/db';

/**
 * An imported notice. It is never edited: another import is another draft. `openKey` (body:notice) is set while it waits,
 * so that a notice has one open draft.
 */
export const draftRecord = record(
  'notice_draft',
  {
    id: id(),
    noticeId: text(64),
    bodyId: ref(),
    title: text(200),
    /** The version it was held against when it was imported or looked at anew; 0: a new notice. */
    baseVersion: int(),
    content: json<unknown>(),
    rawText: longText(),
    sha256: text(64),
    state: word<'open' | 'published' | 'discarded'>(),
    openKey: nullable(text(110)),
    importedBy: ref(),
    importedAt: instant(),
    endedBy: nullable(ref()),
    endedAt: nullable(instant()),
    publishedVersion: nullable(int()),
    /** What publishing answered: the sessions that went over to the version, and how many people hear of it. */
    publication: nullable(json<PublicationView>()),
    /** How far people have been told of the version: the last one told, or `done`; null before it is published. */
    told: nullable(text(48)),
  },
  {
    unique: { uq_notice_draft_open: ['openKey'] },
    index: { ix_notice_draft_body: ['bodyId', 'state'] },
  },
);
export type Draft = Row<typeof draftRecord>;

/** An assumed leaf that a person took as true. */
export const confirmedRecord = record(
  'notice_draft_assumption',
  { id: id(), draftId: ref(), path: text(200), accountId: ref(), confirmedAt: instant() },
  {
    unique: { uq_notice_draft_assumption: ['draftId', 'path'] },
    foreign: { fk_notice_draft_assumption: { column: 'draftId', references: 'notice_draft', onDelete: 'CASCADE' } },
  },
);
export type Confirmed = Row<typeof confirmedRecord>;
