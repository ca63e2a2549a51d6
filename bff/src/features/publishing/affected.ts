import type { LocalDate } from '@jikaotong/shared/kernel';
import { type NoticeChange, type Standing, concernOf } from '@jikaotong/shared/rules/changes';
import { spanOf } from '@jikaotong/shared/rules/progress';
import type { Handle } from '../../platform/db';
import { countLive } from '../participants';
import { countEntries } from '../contests';
import type { Session, TouchedSession } from '../sessions';
import type { OpenDraft } from './draft';

/** Whether the changes mean anything to somebody with this offering. */
export function isConcerned(changes: readonly NoticeChange[], offeringCode: string, standing: Standing): boolean {
  const { holds, stays } = concernOf(changes, { offeringCode, standing });
  return holds.length + stays.length > 0;
}

/** A draft that can still be handed in; of one whose time is over nobody wants to know. */
export const mayStillApply = ({ windows }: Pick<Session, 'windows'>, day: LocalDate): boolean => {
  const { closes } = spanOf(windows, 'application');
  return closes === null || day <= closes;
};

/** How many drafts, applications handed in and entries would hear of the changes. */
export async function countAffected(
  h: Handle,
  given: {
    readonly open: Pick<OpenDraft, 'notice'>;
    readonly changes: readonly NoticeChange[];
    readonly touched: readonly TouchedSession[];
    readonly day: LocalDate;
  },
): Promise<{ drafts: number; submitted: number; entries: number }> {
  const { open, changes, touched, day } = given;
  if (changes.length === 0) return { drafts: 0, submitted: 0, entries: 0 };
  const sessions = new Map(touched.map(({ session }) => [session.id, session]));
  const counts = await countLive(h, [...sessions.keys()]);
  const sum = (handedIn: boolean) =>
    counts
      .filter((row) => row.handedIn === handedIn)
      .filter(({ offeringCode }) => isConcerned(changes, offeringCode, handedIn ? 'submitted' : 'draft'))
      .filter(({ eventId }) => {
        const session = sessions.get(eventId);
        return handedIn || (session !== undefined && mayStillApply(session, day));
      })
      .reduce((total, { count }) => total + count, 0);
  const [contestOffering] = open.notice.contest ? open.notice.offerings : [];
  const concerns = contestOffering !== undefined && isConcerned(changes, contestOffering.code, 'entry');
  const entries = concerns ? (await countEntries(h, open.notice.id)).entered : 0;
  return { drafts: sum(false), submitted: sum(true), entries };
}
