import { type SubjectCode, SubjectCodeSchema } from '@jikaotong/shared/notice';
import { Not } from 'typeorm';
import * as z from 'zod/mini';
import { type Handle, placeholders } from '../../platform/db';
import { LIVE, type Participant, participantRecord } from './participant.record';

/** How many participants of an event are in each state, and how far those that are approved have come. */
export async function countByEvent(
  h: Handle,
  eventId: string,
): Promise<{ states: ReadonlyMap<string, number> } & Record<keyof typeof COUNTED, number>> {
  const rows = await h.query<{ state: string; n: number | string }>(
    'SELECT state, COUNT(*) AS n FROM participant WHERE event_id = ? GROUP BY state',
    [eventId],
  );
  const counts = Object.entries(COUNTED).map(
    ([name, condition]) => `COUNT(CASE WHEN ${condition} THEN 1 END) AS ${name}`,
  );
  const [sums] = await h.query<Record<keyof typeof COUNTED, number | string>>(
    `SELECT ${counts.join(', ')} FROM participant WHERE event_id = ? AND state = 'approved'`,
    [eventId],
  );
  const count = (name: keyof typeof COUNTED): number => Number(sums?.[name] ?? 0);
  return {
    states: new Map(rows.map((row) => [row.state, Number(row.n)])),
    claimed: count('claimed'),
    owing: count('owing'),
    paid: count('paid'),
    scored: count('scored'),
    published: count('published'),
    certified: count('certified'),
    passedWithoutCertificate: count('passedWithoutCertificate'),
  };
}

const COUNTED = {
  claimed: 'transfer_claimed = 1',
  owing: "paid_at IS NULL AND transfer_claimed = 0 AND kind <> 'entry'",
  // an entrant of a competition owes nothing
  paid: "(paid_at IS NOT NULL OR kind = 'entry')",
  scored: 'results_complete = 1',
  published: 'results_published_on IS NOT NULL',
  certified: 'certificate_issued_on IS NOT NULL',
  passedWithoutCertificate: "outcome = 'passed' AND certificate IS NULL AND score_review_open = 0",
} as const;

/** So many approved participants of an offering take the same subjects; null: all of the offering. */
export type Approved = {
  readonly offeringCode: string;
  readonly subjects: readonly SubjectCode[] | null;
  readonly people: number;
};

/** How many participants of an event are approved, by offering and what they take: whoever retakes takes fewer. */
export async function countApproved(h: Handle, eventId: string): Promise<Approved[]> {
  const rows = await h.query<{ offering_code: string; subjects: string | null; n: number | string }>(
    `SELECT p.offering_code, c.subjects, COUNT(*) AS n FROM participant p JOIN candidate c ON c.id = p.candidate_id
     WHERE p.event_id = ? AND p.state = 'approved' GROUP BY p.offering_code, c.subjects
     ORDER BY p.offering_code, c.subjects`,
    [eventId],
  );
  return rows.map(({ offering_code: offeringCode, subjects, n }) => ({
    offeringCode,
    subjects: subjects === null ? null : Taken.parse(typeof subjects === 'string' ? JSON.parse(subjects) : subjects),
    people: Number(n),
  }));
}
const Taken = z.array(SubjectCodeSchema);

/** How many participants of an event have paid, or owe nothing, by offering. */
export async function countPaidByOffering(h: Handle, eventId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await h.query<{ offering_code: string; n: number | string }>(
    `SELECT offering_code, COUNT(*) AS n FROM participant
     WHERE event_id = ? AND state = 'approved' AND (paid_at IS NOT NULL OR kind = 'entry') GROUP BY offering_code`,
    [eventId],
  );
  return new Map(rows.map(({ offering_code: code, n }) => [code, Number(n)]));
}

/** How many open cases name an applicant of an event. */
export async function countOpenCasesOfEvent(h: Handle, eventId: string): Promise<number> {
  const [row] = await h.query<{ n: number | string }>(
    `SELECT COUNT(*) AS n FROM open_case c JOIN participant p ON p.candidate_id = c.candidate_id
     WHERE c.state = 'open' AND p.event_id = ?`,
    [eventId],
  );
  return Number(row?.n ?? 0);
}

/** How many live participants these events have, by event, offering and whether they were ever handed in. */
export async function countLive(
  h: Handle,
  eventIds: readonly string[],
): Promise<{ eventId: string; offeringCode: string; handedIn: boolean; count: number }[]> {
  if (eventIds.length === 0) return [];
  const rows = await h.query<{ event_id: string; offering_code: string; handed: number | string; n: number | string }>(
    `SELECT event_id, offering_code, CASE WHEN first_submitted_on IS NULL THEN 0 ELSE 1 END AS handed, COUNT(*) AS n
     FROM participant WHERE event_id IN (${placeholders(eventIds)}) AND state IN (${placeholders(LIVE)})
     GROUP BY event_id, offering_code, CASE WHEN first_submitted_on IS NULL THEN 0 ELSE 1 END`,
    [...eventIds, ...LIVE],
  );
  return rows.map(({ event_id: eventId, offering_code: offeringCode, handed, n }) => ({
    eventId,
    offeringCode,
    handedIn: Number(handed) === 1,
    count: Number(n),
  }));
}

/** The newest participants of an event in whatever state but stopped, and how many there are. */
export async function latestOfEvent(
  h: Handle,
  eventId: string,
  limit: number,
): Promise<{ total: number; rows: Participant[] }> {
  const where = { eventId, state: Not('void' as const) };
  const rows = await h.repo(participantRecord).find({ where, order: { candidateId: 'DESC' }, take: limit });
  return { total: rows.length < limit ? rows.length : await h.repo(participantRecord).countBy(where), rows };
}

/** The approved participants of an event in one offering. */
export const participantsOfEvent = async (h: Handle, eventId: string, offeringCode: string): Promise<string[]> =>
  (
    await h.repo(participantRecord).find({ select: { id: true }, where: { eventId, offeringCode, state: 'approved' } })
  ).map(({ id }) => id);
