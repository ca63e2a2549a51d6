import { type LocalDate, localDate } from '@jikaotong/shared/kernel';
import type { Handle } from '../../platform/db';

/** A session that was examined, or was to be, in a year. */
export type YearSession = {
  readonly id: string;
  readonly name: string;
  readonly cancelled: boolean;
  readonly noticeVersionId: string;
  readonly examStart: LocalDate;
  readonly examEnd: LocalDate;
};

/** How many of an offering came how far. */
export type YearFigures = {
  readonly sessionId: string;
  readonly offeringCode: string;
  readonly applied: number;
  readonly admitted: number;
  readonly present: number;
  readonly presumed: number;
  readonly passed: number;
  readonly certified: number;
  readonly objections: number;
  readonly reviews: number;
  readonly publishedOn: LocalDate | null;
  readonly certifiedOn: LocalDate | null;
};

/** The sessions of a body in a year that were ever published, by exam day. */
export async function sessionsOfYear(h: Handle, bodyId: string, year: string): Promise<YearSession[]> {
  const rows = await h.query<Record<keyof YearSession, string>>(
    `SELECT s.id AS id, s.name AS name, e.state AS cancelled, e.notice_version_id AS noticeVersionId,
       CAST(e.first_day AS CHAR) AS examStart, CAST(e.last_day AS CHAR) AS examEnd
     FROM session s JOIN event e ON e.id = s.id
     WHERE s.body_id = ? AND e.kind = 'session' AND s.published_at IS NOT NULL AND e.first_day IS NOT NULL
       AND e.first_day >= ? AND e.first_day <= ?
     ORDER BY e.first_day, s.id`,
    [bodyId, `${year}-01-01`, `${year}-12-31`],
  );
  return rows.map((row) => ({
    ...row,
    cancelled: row.cancelled === 'cancelled',
    examStart: localDate(row.examStart),
    examEnd: localDate(row.examEnd),
  }));
}

/** The years in which a body examined, the latest first. */
export async function yearsOf(h: Handle, bodyId: string): Promise<string[]> {
  const rows = await h.query<{ year: number | string }>(
    `SELECT DISTINCT s.year AS year FROM session s JOIN event e ON e.id = s.id
     WHERE s.body_id = ? AND e.kind = 'session' AND s.published_at IS NOT NULL ORDER BY s.year DESC`,
    [bodyId],
  );
  return rows.map(({ year }) => String(year));
}

const SAT = `EXISTS (SELECT 1 FROM sitting d WHERE d.participant_id = p.id AND d.state = 'present')`;
const ADMITTED = "p.state = 'approved' AND p.paid_at IS NOT NULL";
const NOTED = `EXISTS (SELECT 1 FROM attendance n
  WHERE n.participant_id = p.id AND n.state = 'present' AND n.live_key IS NOT NULL)`;
const PRESENT = `${ADMITTED} AND (p.outcome IN ('passed', 'failed') OR (p.outcome IS NULL AND ${SAT}))`;
/** Each figure as a condition on a participant `p`; whoever has an outcome other than 缺考 was there. */
const COUNTED = {
  applied: 'p.first_submitted_on IS NOT NULL',
  admitted: ADMITTED,
  present: PRESENT,
  presumed: `${PRESENT} AND NOT ${NOTED}`,
  passed: `${ADMITTED} AND p.outcome = 'passed'`,
  certified: "p.certificate = 'issued'",
} as const;

/** The figures of sessions, by session and offering. */
export async function figuresOf(h: Handle, sessionIds: readonly string[]): Promise<YearFigures[]> {
  if (sessionIds.length === 0) return [];
  const holes = sessionIds.map(() => '?').join(', ');
  const counts = Object.entries(COUNTED).map(([name, holds]) => `COUNT(CASE WHEN ${holds} THEN 1 END) AS ${name}`);
  const beside = (table: string) => `SUM((SELECT COUNT(*) FROM ${table} b WHERE b.participant_id = p.id))`;
  type Raw = Record<keyof typeof COUNTED | 'objections' | 'reviews', number | string> &
    Record<'sessionId' | 'offeringCode', string> &
    Record<'publishedOn' | 'certifiedOn', string | null>;
  const rows = await h.query<Raw>(
    `SELECT p.event_id AS sessionId, p.offering_code AS offeringCode, ${counts.join(', ')},
       ${beside('attendance_objection')} + ${beside('objection')} AS objections, ${beside('score_review')} AS reviews,
       CAST(MIN(p.results_published_on) AS CHAR) AS publishedOn,
       CAST(MIN(p.certificate_issued_on) AS CHAR) AS certifiedOn
     FROM participant p WHERE p.event_id IN (${holes}) GROUP BY p.event_id, p.offering_code`,
    [...sessionIds],
  );
  const dayOf = (text: string | null) => (text === null ? null : localDate(text));
  return rows.map((row) => ({
    sessionId: row.sessionId,
    offeringCode: row.offeringCode,
    applied: Number(row.applied),
    admitted: Number(row.admitted),
    present: Number(row.present),
    presumed: Number(row.presumed),
    passed: Number(row.passed),
    certified: Number(row.certified),
    objections: Number(row.objections),
    reviews: Number(row.reviews),
    publishedOn: dayOf(row.publishedOn),
    certifiedOn: dayOf(row.certifiedOn),
  }));
}
