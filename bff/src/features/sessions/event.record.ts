import { type Row, day, id, int, nullable, record, ref, text, word } from '../../platform/db';
import type { EventState } from './event.states';

/**
 * What candidates take part in: a session of a certification or a stage of a competition. The parent of both: `session`
 * and `contest_stage` share its id, and participants point here.
 */
export const eventRecord = record(
  'event',
  {
    id: id(),
    kind: word<'session' | 'stage'>(),
    bodyId: ref(),
    noticeId: text(64),
    noticeVersionId: ref(),
    noticeVersion: int(),
    state: word<EventState>(),
    /** Null: not announced yet, as of most stages. */
    firstDay: nullable(day()),
    lastDay: nullable(day()),
    /** Another one after every change of the event and of what hangs on it; never one that was there before. */
    revision: ref(),
  },
  {
    published: true,
    index: { ix_event_notice: ['noticeId', 'state'], ix_event_body: ['bodyId', 'id'] },
    foreign: { fk_event_version: { column: 'noticeVersionId', references: 'notice_version', onDelete: 'RESTRICT' } },
  },
);
export type Event = Row<typeof eventRecord>;
