import type { ROW_ADMISSIONS, ROW_CONFIRMATIONS, RowStanding } from '@jikaotong/shared/contract';
import { wordsIn } from '../../platform/crypto';
import { type Row, day, encrypted, id, instant, int, json, nullable, record, ref, text, word } from '../../platform/db';
import type { StoredPhoto } from '../candidates';

/** What one unit hands in to one session. */
export const rosterRecord = record(
  'roster',
  {
    id: id(),
    unitId: ref(),
    bodyId: ref(),
    sessionId: ref(),
    noticeId: text(64),
    /** `unit:session`. */
    rosterKey: text(80),
    /** One more with every change by hand and with every sheet that is confirmed: a sheet compared before is refused. */
    version: int(),
    /** When an agent declared that the unit has examined its people, where the notice asks for it. */
    firstReviewedAt: nullable(instant()),
    firstReviewedBy: nullable(ref()),
    /** How often new codes to claim with were made. */
    codeRound: nullable(int()),
    createdAt: instant(),
  },
  {
    unique: { uq_roster: ['rosterKey'] },
    index: { ix_roster_unit: ['unitId', 'id'], ix_roster_session: ['sessionId'] },
    foreign: { fk_roster_unit: { column: 'unitId', references: 'unit', onDelete: 'RESTRICT' } },
  },
);
export type Roster = Row<typeof rosterRecord>;

/** What only a row of a roster has; its id is its candidate's. */
export const rosterRowRecord = record(
  'roster_row',
  {
    id: id(),
    rosterId: ref(),
    /**
     * `roster:offering:document`: nobody stands in a roster twice for one offering. What a member filled in for a document
     * that stands there already has a key of its own, `roster:row`, until the unit lets one of the two go.
     */
    rowKey: text(200),
    position: int(),
    /** By the rules when it was written last; live verdicts are judged anew. */
    standing: word<RowStanding>(),
    confirmedBy: nullable(word<(typeof ROW_CONFIRMATIONS)[number]>()),
    confirmedAt: nullable(instant()),
    /** The scan of the signed form. */
    formFileId: nullable(ref()),
    /** Out of a ZIP, until the job has attached it. */
    nextPhoto: nullable(json<StoredPhoto>()),
    /** Since when it waits to be handed in. */
    queuedAt: nullable(instant()),
    /** Why it was not, the last time; a refusal's code. */
    outcome: nullable(text(60)),
    /** Of what a member filled in; null: entered by the unit. */
    admission: nullable(word<(typeof ROW_ADMISSIONS)[number]>()),
    /** When the member agreed that the unit may see it. */
    sharedAt: nullable(instant()),
    /** Since when it stands on the list that the unit brings to the counter. */
    listedAt: nullable(instant()),
    /** Since when the member lets the unit see the own marks. */
    marksSharedAt: nullable(instant()),
    /** The last day on which the member was asked to confirm. */
    remindedOn: nullable(day()),
    /** The message of that, which may have gone to a phone that several people share. */
    remindMessageId: nullable(ref()),
    /** Since when the member waits for something called wrong to be mended or answered. */
    disputedAt: nullable(instant()),
  },
  {
    unique: { uq_roster_row: ['rowKey'] },
    index: { ix_roster_row: ['rosterId', 'position'], ix_roster_row_queued: ['rosterId', 'queuedAt', 'position'] },
    foreign: {
      fk_roster_row_candidate: { column: 'id', references: 'candidate', onDelete: 'CASCADE' },
      fk_roster_row: { column: 'rosterId', references: 'roster', onDelete: 'CASCADE' },
    },
  },
);
export type RosterRow = Row<typeof rosterRowRecord>;

/** By which the unit's people fill in their own rows; the agents see it as long as it lives, others bring its token. */
export const rosterLinkRecord = record(
  'roster_link',
  {
    id: id(),
    rosterId: ref(),
    /** The roster, while it lives. */
    liveKey: nullable(text(60)),
    tokenHash: text(64),
    token: encrypted(),
    /** It is dead with the rights of whoever made it. */
    byAccountId: ref(),
    at: instant(),
    endedAt: nullable(instant()),
  },
  {
    unique: { uq_roster_link: ['liveKey'], uq_roster_link_token: ['tokenHash'] },
    foreign: { fk_roster_link: { column: 'rosterId', references: 'roster', onDelete: 'CASCADE' } },
  },
);
export type RosterLink = Row<typeof rosterLinkRecord>;
export const linkWords = wordsIn<'token'>('roster_link');
