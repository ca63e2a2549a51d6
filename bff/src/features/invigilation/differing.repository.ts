import type { DifferingView } from '@jikaotong/shared/contract';
import { SubjectCodeSchema } from '@jikaotong/shared/notice';
import { In, IsNull } from 'typeorm';
import { type Handle, placeholders } from '../../platform/db';
import { liveOf } from './attendance.repository';
import { type StoredAct, doorActRecord, objectionRecord } from './invigilation.record';
import { ABSENT_BY_MARK, PUBLISHED, SAT_BY_MARK } from './marks-say';

/** A seat of which two facts say differently whether somebody came. */
export type Differing = Omit<DifferingView['items'][number], 'name' | 'ticketNumber'> & {
  readonly participantId: string;
};

/**
 * Of these offerings of a session, or of all: the door against the mark that counts, and what a phone, a paper or the candidate says
 * otherwise that nobody has decided, by room and seat. What is published stays in it while something is undecided.
 */
export async function differingIn(
  h: Handle,
  sessionId: string,
  offeringCodes?: readonly string[],
): Promise<Differing[]> {
  if (offeringCodes?.length === 0) return [];
  const said = await saidIn(h, sessionId);
  const asked = [...said.keys()];
  const rows = await h.query<Readonly<Record<'state' | 'participantId' | keyof Differing, unknown>>>(
    `SELECT sitting.id AS sittingId, sitting.participant_id AS participantId, sitting.slot AS slot,
            sitting.site_name AS siteName, sitting.room_name AS roomName, sitting.seat AS seat, sitting.subject AS subject,
            sitting.state AS state, EXISTS (${PUBLISHED}) AS published,
            CASE WHEN EXISTS (${ABSENT_BY_MARK}) THEN 'absent' WHEN EXISTS (${SAT_BY_MARK}) THEN 'present' END AS marks
     FROM sitting LEFT JOIN attendance a ON a.live_key = sitting.id
     WHERE sitting.session_id = ? AND sitting.state <> 'void'
       ${offeringCodes === undefined ? '' : `AND sitting.offering_code IN (${placeholders(offeringCodes)})`}
       AND ((NOT EXISTS (${PUBLISHED}) AND (
              (a.state = 'present' AND EXISTS (${ABSENT_BY_MARK})) OR (a.state = 'absent' AND EXISTS (${SAT_BY_MARK}))))
            ${asked.length === 0 ? '' : `OR sitting.id IN (${placeholders(asked)})`})
     ORDER BY sitting.slot, sitting.site_name, sitting.room_name, sitting.seat`,
    [sessionId, ...(offeringCodes ?? []), ...asked],
  );
  const live = new Map(
    (
      await liveOf(
        h,
        rows.map(({ sittingId }) => String(sittingId)),
      )
    ).map((one) => [one.sittingId, one]),
  );
  return rows.flatMap((row) => {
    const sittingId = String(row.sittingId);
    const door = live.get(sittingId) ?? null;
    const marks = oneOf(row.marks);
    const standing = oneOf(row.state);
    const open = said.get(sittingId)?.find((one) => isAgainst(one, standing)) ?? null;
    if (open === null && (door === null || marks === null || door.state === marks)) return [];
    return [
      {
        sittingId,
        participantId: String(row.participantId),
        slot: String(row.slot),
        siteName: String(row.siteName),
        roomName: String(row.roomName),
        seat: Number(row.seat),
        subject: SubjectCodeSchema.parse(row.subject),
        standing,
        door: door && { state: door.state, way: door.way, at: door.at },
        marks,
        said: open && { id: open.id, kind: open.kind, way: open.way, at: open.at },
        published: Number(row.published) > 0,
      },
    ];
  });
}

type State = 'present' | 'absent' | null;
const oneOf = (state: unknown): State => (state === 'present' || state === 'absent' ? state : null);

type Said = NonNullable<Differing['said']> & Pick<StoredAct, 'reason'>;

/** What nobody has decided, by sitting: an objection before what was recorded, and the earlier before the later. */
async function saidIn(h: Handle, sessionId: string): Promise<ReadonlyMap<string, readonly Said[]>> {
  const open = { sessionId, decidedAs: IsNull() };
  const objections = await h.repo(objectionRecord).find({ where: open, order: { askedAt: 'ASC', id: 'ASC' } });
  const acts = await h
    .repo(doorActRecord)
    .find({ where: { ...open, outcome: 'conflict', kind: In([...KINDS]) }, order: { at: 'ASC', id: 'ASC' } });
  const said = new Map<string, Said[]>();
  const add = (sittingId: string, one: Said) => said.set(sittingId, [...(said.get(sittingId) ?? []), one]);
  for (const { id, sittingId, askedAt } of objections)
    add(sittingId, { id, kind: 'objection', way: null, at: askedAt, reason: null });
  for (const { id, sittingId, kind, way, at, reason } of acts)
    if (sittingId !== null && isKind(kind)) add(sittingId, { id, kind, way, at, reason });
  return said;
}

const KINDS = ['check-in', 'undo', 'paper'] as const;
const isKind = (kind: string): kind is (typeof KINDS)[number] => KINDS.some((one) => one === kind);

/** Whether it says otherwise than it stands; what was noted while people could still come says nothing of who came later. */
function isAgainst({ kind, reason }: Said, standing: State): boolean {
  switch (kind) {
    case 'objection':
      return true;
    case 'check-in':
      return standing !== 'present';
    case 'undo':
      return standing === 'present' && reason !== 'not-in';
    case 'paper':
      return reason !== 'absent-too-early';
  }
}
