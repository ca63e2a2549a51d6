import { SILENCES, STANDINGS, type TellTemplate } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Handle, Param } from '../../platform/db';
import { SILENCE, STANDING } from './standing';
import type { Stands } from './tell.policy';

/** Who of a choice is who, as far as a message asks. */
export type Addressee = Stands & {
  readonly candidateId: string;
  readonly participantId: string;
  readonly accountId: string | null;
  /** In account, by an SMS to the phone of the enrolment, or not at all. */
  readonly channel: 'account' | 'phone' | 'none';
};

const CHANNEL = `CASE WHEN c.account_id IS NOT NULL THEN 'account' WHEN c.phone IS NOT NULL THEN 'phone' ELSE 'none' END`;
/** What a unit owes is no silence of its members: its agents are reminded. */
const OWN_SILENCE = `CASE WHEN c.unit_id IS NOT NULL AND (${SILENCE}) = 'owing' THEN 'none' ELSE ${SILENCE} END`;
const COLUMNS = `p.candidate_id AS candidateId, p.id AS participantId, c.account_id AS accountId,
  ${CHANNEL} AS channel, ${STANDING} AS standing, ${OWN_SILENCE} AS silence`;

/** One of a session; null where there is none. */
export async function addresseeOf(h: Handle, eventId: string, candidateId: string): Promise<Addressee | null> {
  const [row] = await h.query<Raw>(
    `SELECT ${COLUMNS} FROM participant p JOIN candidate c ON c.id = p.candidate_id
     WHERE p.event_id = ? AND p.candidate_id = ?`,
    [eventId, candidateId],
  );
  return row ? addressee(row) : null;
}

export type ChosenCrowd = Pick<Addressee, 'standing' | 'silence' | 'channel'> & {
  readonly told: boolean;
  readonly people: number;
  /** One of them. */
  readonly candidateId: string;
};

/** Those of a frozen choice, counted by all that decides whether they get a message. */
export async function chosenCrowds(
  h: Handle,
  given: { eventId: string; selectionId: string; template: TellTemplate; onDay: LocalDate },
): Promise<ChosenCrowd[]> {
  const params: readonly Param[] = [given.template, given.onDay, given.selectionId, given.eventId];
  const rows = await h.query<Pick<Raw, 'standing' | 'silence' | 'channel' | 'candidateId'> & Counted>(
    `SELECT f.standing AS standing, f.silence AS silence, f.channel AS channel, f.told AS told,
       COUNT(*) AS n, MIN(f.candidateId) AS candidateId FROM (
       SELECT ${COLUMNS}, CASE WHEN EXISTS (SELECT 1 FROM staff_message w
           WHERE w.candidate_id = p.candidate_id AND w.template = ? AND w.on_day = ?) THEN 1 ELSE 0 END AS told
       FROM selection_row r
       JOIN participant p ON p.candidate_id = r.row_id
       JOIN candidate c ON c.id = p.candidate_id
       WHERE r.selection_id = ? AND p.event_id = ?) f
     GROUP BY f.standing, f.silence, f.channel, f.told`,
    params,
  );
  return rows.map((row) => ({
    ...standsOf(row),
    channel: channelOf(row.channel),
    told: Number(row.told) === 1,
    people: Number(row.n),
    candidateId: row.candidateId,
  }));
}

type Raw = {
  candidateId: string;
  participantId: string;
  accountId: string | null;
  channel: string;
  standing: string;
  silence: string;
};
type Counted = { n: number | string; told: number | string };

const addressee = (row: Raw): Addressee => ({
  candidateId: row.candidateId,
  participantId: row.participantId,
  accountId: row.accountId,
  channel: channelOf(row.channel),
  ...standsOf(row),
});

function standsOf({ standing, silence }: Pick<Raw, 'standing' | 'silence'>): Stands {
  const stands = STANDINGS.find((one) => one === standing);
  const waits = SILENCES.find((one) => one === silence);
  if (!stands || !waits) throw new Error(`nobody stands as ${standing} and ${silence}`);
  return { standing: stands, silence: waits };
}

const CHANNELS = ['account', 'phone', 'none'] as const;
function channelOf(channel: string): Addressee['channel'] {
  return CHANNELS.find((one) => one === channel) ?? 'none';
}
