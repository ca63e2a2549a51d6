import type { RoomRecordView } from '@jikaotong/shared/contract';
import { type LocalDate, type TimeOfDay, instantAt } from '@jikaotong/shared/kernel';
import { graceEndsMs } from '@jikaotong/shared/rules/door';
import type { Context } from '../../platform/http';
import { liveOf } from './attendance.repository';
import { countKinds } from './door-act.repository';
import { dutiesOfSession } from './duty.repository';
import { graceOf } from './own-duty';
import { type RoomHour, type Seated, seatedIn } from './room-hours.repository';
import { findRecord } from './room-record.repository';
import { stepsOf } from './room-step.repository';

/** A room of a session in one hour. */
export type RoomPlace = {
  readonly sessionId: string;
  readonly bodyId: string;
  readonly slot: string;
  readonly roomId: string;
};

type Moments = { readonly absentFrom: number; readonly closesFrom: number };

/** When nobody is let into a room any more, and when its papers are over. */
export async function momentsOf(
  h: Context['h'],
  bodyId: string,
  { day, startsAt, endsAt }: Pick<RoomHour, 'day' | 'endsAt'> & { readonly startsAt: TimeOfDay },
): Promise<Moments> {
  return { absentFrom: await graceEndOf(h, bodyId, { day, startsAt }), closesFrom: instantAt(day, endsAt) };
}

/** The last instant at which somebody of a paper is let in: nobody is absent from it before. */
export async function graceEndOf(
  h: Context['h'],
  bodyId: string,
  { day, startsAt }: { readonly day: LocalDate; readonly startsAt: TimeOfDay },
): Promise<number> {
  const { graceMinutes } = await graceOf(h, bodyId);
  return graceEndsMs({ day, graceMinutes }, { startsAt });
}

/** The record of a room as it stands, with the seats of which the door knows nothing. */
export async function presentRoom(
  ctx: Pick<Context, 'h' | 'ports'>,
  place: RoomPlace,
  { hour, accountId }: { readonly hour: RoomHour; readonly accountId: string },
): Promise<{ readonly view: RoomRecordView; readonly unnoted: readonly Seated[] }> {
  const { h } = ctx;
  const { sessionId, bodyId, slot, roomId } = place;
  const seats = await seatedIn(h, { slot, roomIds: [roomId] });
  const live = new Map(
    (
      await liveOf(
        h,
        seats.map(({ id }) => id),
      )
    ).map((one) => [one.sittingId, one]),
  );
  const unnoted = seats.filter(({ id }) => !live.has(id));
  const noted = (state: string) => [...live.values()].filter((one) => one.state === state).length;
  const unnotedAs = (state: string) => unnoted.filter((seat) => seat.state === state).length;
  const kinds = await countKinds(h, { slot, roomId });
  const row = await findRecord(h, slot, roomId);
  const names = new Map((await dutiesOfSession(h, sessionId)).map(({ id, name }) => [id, name]));
  const nameOf = (dutyId: string | null) => (dutyId === null ? '' : (names.get(dutyId) ?? ''));
  const isCounted = row !== null && row.countedAt !== null;
  const steps = await stepsOf(ctx, { sessionId, roomId, slot });
  const closing = steps.findLast(({ kind }) => kind === 'closed');
  const view: RoomRecordView = {
    expected: seats.length,
    present: noted('present'),
    absent: noted('absent'),
    inferred: { present: unnotedAs('present'), absent: unnotedAs('absent') },
    open: unnotedAs('planned'),
    warnings: kinds('warning'),
    breaches: kinds('breach'),
    impostors: kinds('impostor'),
    incidents: kinds('incident'),
    conflicts: kinds('conflict'),
    papers: isCounted
      ? {
          taken: row.taken ?? 0,
          returned: row.returned ?? 0,
          blank: row.blank ?? 0,
          sealNumber: row.sealNumber ?? '',
          countedBy: nameOf(row.countedDutyId),
          countedAt: row.countedAt ?? 0,
          secondBy: row.secondAt === null ? null : nameOf(row.secondDutyId),
          secondAt: row.secondAt,
          mayCountersign: row.secondAt === null && row.closedAt === null && row.countedBy !== accountId,
        }
      : null,
    closedBy: row?.closedAt ? (closing?.by ?? nameOf(row.closedDutyId)) : null,
    closedAt: row?.closedAt ?? null,
    ...(await momentsOf(h, bodyId, { ...hour, startsAt: latestOf(seats, hour) })),
    steps,
  };
  return { view, unnoted };
}

const latestOf = (seats: readonly Seated[], hour: RoomHour): TimeOfDay =>
  seats.reduce((latest, { startsAt }) => (startsAt > latest ? startsAt : latest), hour.startsAt);
