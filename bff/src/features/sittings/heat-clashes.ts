import type { Handle } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { drawnPlaces } from '../draws';
import { listExamPapers, lockExamDay, renewExamDay } from '../sessions';
import type { Sitting } from './sitting.record';
import { sittingsIn } from './sitting.repository';

type Hours = { readonly day: string; readonly startsAt: string; readonly endsAt: string };
type Placed = Hours & { readonly participantId: string };

const overlap = (one: Hours, other: Hours): boolean =>
  one.day === other.day && one.startsAt < other.endsAt && other.startsAt < one.endsAt;

/**
 * Nobody stands at a station while sitting in a room: by the seats, else by the hours in which all are to sit. Under the lock of the exam
 * day, as seats are given. Refuses `heats-clash` with the hours and how many people.
 */
export async function refuseHeatClash(
  { h }: Pick<Context, 'h'>,
  { stageId, places }: { readonly stageId: string; readonly places: readonly Placed[] },
): Promise<void> {
  if (!(await lockExamDay(h, stageId))) return;
  // whoever gives seats at this moment looks at what it knows once more
  await renewExamDay(h, stageId);
  const seats = await sittingsIn(h, stageId);
  if (seats.length > 0) return refuseClash(seats, places);
  const papers = await listExamPapers(h, stageId);
  refuseClash(
    places.flatMap(({ participantId }) => papers.map((paper) => ({ ...paper, participantId }))),
    places,
  );
}

/** The same of seats that are about to be given in a stage whose heats are drawn; under the lock of its exam day. */
export async function refuseSeatClash(h: Handle, stageId: string, seats: readonly Sitting[]): Promise<void> {
  refuseClash(seats, [...(await drawnPlaces(h, stageId)).values()]);
}

function refuseClash(seats: readonly Placed[], places: readonly Placed[]): void {
  const placesOf = new Map<string, Placed[]>();
  for (const place of places) placesOf.set(place.participantId, [...(placesOf.get(place.participantId) ?? []), place]);
  const clashing = seats.filter((seat) =>
    (placesOf.get(seat.participantId) ?? []).some((place) => overlap(seat, place)),
  );
  if (clashing.length === 0) return;
  const hours = [...new Set(clashing.map(({ day, startsAt, endsAt }) => `${day} ${startsAt}–${endsAt}`))];
  const people = new Set(clashing.map(({ participantId }) => participantId)).size;
  refuse('heats-clash', { people, hours: hours.toSorted() });
}
