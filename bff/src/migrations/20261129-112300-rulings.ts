import { type Migration, bool, id, instant, nullable, ref, sealedText, text, word } from '../platform/db';

/** What staff decide about a word for all of a session. */
export const rulings: Migration = {
  name: '20261129-112300-rulings',
  up: (schema) =>
    schema.table(
      'ruling',
      {
        id: id(),
        eventId: ref(),
        bodyId: ref(),
        noticeId: text(64),
        offeringCode: text(64),
        code: word(40),
        wordIndex: text(64),
        word: sealedText(100),
        counts: bool(),
        reason: sealedText(200),
        byAccountId: ref(),
        at: instant(),
        liveKey: nullable(text(200)),
        takenBackAt: nullable(instant()),
        takenBackBy: nullable(ref()),
      },
      {
        unique: { uq_ruling_live: ['liveKey'] },
        index: { ix_ruling_event: ['eventId', 'id'], ix_ruling_notice: ['bodyId', 'noticeId', 'id'] },
        foreign: { fk_ruling_event: { column: 'eventId', references: 'event', onDelete: 'CASCADE' } },
      },
    ),
};
