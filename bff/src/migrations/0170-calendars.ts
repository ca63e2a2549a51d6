import { type Migration, id, instant, nullable, ref, text } from '../platform/db';

/** Which notices an account follows, and its secret calendar feed. */
export const calendarTables: Migration = {
  name: '0170-calendars',
  up: async (schema) => {
    const ofAccount = (name: string) =>
      ({
        [name]: { column: 'accountId', references: 'account', onDelete: 'CASCADE' },
      }) as const;
    await schema.table(
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
    await schema.table(
      'calendar_feed',
      { id: id(), accountId: ref(), tokenHash: nullable(text(64)), madeAt: instant() },
      {
        unique: { uq_calendar_feed_account: ['accountId'], uq_calendar_feed_token: ['tokenHash'] },
        foreign: ofAccount('fk_calendar_feed_account'),
      },
    );
  },
};
