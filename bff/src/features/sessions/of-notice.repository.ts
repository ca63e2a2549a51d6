import { In } from 'typeorm';
import type { Handle } from '../../platform/db';
import { eventRecord } from './event.record';
import { eventStatesThatAre } from './event.states';
import { sessionOfferingRecord, sessionRecord } from './session.record';

/** The ids of a notice's sessions that are not cancelled, in order. */
export async function listIdsOfNotice(h: Handle, noticeId: string): Promise<string[]> {
  const rows = await h.repo(eventRecord).find({
    select: { id: true },
    where: { noticeId, kind: 'session', state: In(eventStatesThatAre('standing')) },
    order: { id: 'ASC' },
  });
  return rows.map(({ id }) => id);
}

/** The published sessions of a notice, the latest exam first; enough of them to find one with applications. */
export async function listLatestSessions(h: Handle, noticeId: string): Promise<{ id: string; name: string }[]> {
  const events = await h.repo(eventRecord).find({
    select: { id: true },
    where: { noticeId, kind: 'session', state: 'published' },
    order: { firstDay: 'DESC', id: 'DESC' },
    take: 12,
  });
  const ids = events.map(({ id }) => id);
  const own = await h.repo(sessionRecord).find({ select: { id: true, name: true }, where: { id: In(ids) } });
  return ids.flatMap((id) => own.filter((session) => session.id === id));
}

/** In which months the standing sessions of a notice are examined, by offering. */
export async function plannedMonths(
  h: Handle,
  noticeId: string,
): Promise<{ readonly offeringCode: string; readonly month: string }[]> {
  const events = await h.repo(eventRecord).find({
    select: { id: true, firstDay: true },
    where: { noticeId, kind: 'session', state: In(eventStatesThatAre('standing')) },
  });
  const monthOf = new Map(events.map(({ id, firstDay }) => [id, firstDay?.slice(0, 7) ?? '']));
  const offerings = await h.repo(sessionOfferingRecord).findBy({ sessionId: In([...monthOf.keys()]) });
  return offerings.map(({ sessionId, code }) => ({ offeringCode: code, month: monthOf.get(sessionId) ?? '' }));
}
