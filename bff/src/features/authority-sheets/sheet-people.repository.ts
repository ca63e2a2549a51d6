import type { AuthoritySheetKind } from '@jikaotong/shared/contract';
import type { Handle } from '../../platform/db';

/** Where one of a session stands, as far as a sheet asks. */
export type Standing = {
  readonly participantId: string;
  readonly ticketNumber: string | null;
  readonly outcome: string | null;
  readonly certificateNumber: string | null;
  readonly issuedOn: string | null;
};

const ABOUT: Readonly<Record<AuthoritySheetKind, string>> = {
  applicants: '1 = 1',
  scores: 'p.outcome IS NOT NULL',
  certificates: 'e.id IS NOT NULL',
};

/** The approved of a session whom a kind of sheet is about, by ticket number, then name. */
export const standingIn = (h: Handle, sessionId: string, kind: AuthoritySheetKind): Promise<Standing[]> =>
  h.query<Standing>(
    `SELECT p.id AS participantId, t.number AS ticketNumber, p.outcome AS outcome, e.number AS certificateNumber,
       CAST(e.issued_on AS CHAR) AS issuedOn
     FROM participant p
     LEFT JOIN ticket t ON t.live_key = p.id
     LEFT JOIN certificate e ON e.live_key = p.candidate_id
     WHERE p.event_id = ? AND p.state = 'approved' AND ${ABOUT[kind]}
     ORDER BY t.number, p.name, p.id`,
    [sessionId],
  );

/** The mark that counts, by participant and subject; null: absent. */
export async function marksIn(h: Handle, sessionId: string): Promise<ReadonlyMap<string, number | null>> {
  const rows = await h.query<{ participantId: string; subject: string; score: number | string | null }>(
    `SELECT r.participant_id AS participantId, r.subject AS subject, r.score AS score FROM result r
     JOIN participant p ON p.id = r.participant_id
     WHERE r.session_id = ? AND p.results_published_on IS NOT NULL
       AND r.version = (SELECT MAX(v.version) FROM result v WHERE v.participant_id = r.participant_id AND v.subject = r.subject)`,
    [sessionId],
  );
  return new Map(
    rows.map(({ participantId, subject, score }) => [
      `${participantId} ${subject}`,
      score === null ? null : Number(score),
    ]),
  );
}
