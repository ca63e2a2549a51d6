import { type Row, id, instant, nullable, record, ref, text } from '../../platform/db';

const ofAccount = (name: string) =>
  ({ [name]: { column: 'accountId', references: 'account', onDelete: 'CASCADE' } }) as const;

/** A notice that an account follows. */
export const followRecord = record(
  'notice_follow',
  { id: id(), accountId: ref(), noticeId: text(64), followedAt: instant() },
  {
    unique: { uq_notice_follow: ['accountId', 'noticeId'] },
    foreign: {
      ...ofAccount('fk_notice_follow_account'),
      fk_notice_follow_notice: { column: 'noticeId', references: 'notice', onDelete: 'CASCADE' },
    },
  },
);

/** The feed of an account: the hash of its secret, null once taken back. */
export const feedRecord = record(
  'calendar_feed',
  { id: id(), accountId: ref(), tokenHash: nullable(text(64)), madeAt: instant() },
  {
    unique: { uq_calendar_feed_account: ['accountId'], uq_calendar_feed_token: ['tokenHash'] },
    foreign: ofAccount('fk_calendar_feed_account'),
  },
);
export type Feed = Row<typeof feedRecord>;
