import type { EntrantPlaceView } from '@jikaotong/shared/contract';
import { timeOfDay } from '@jikaotong/shared/kernel';
import type { Handle } from '../../platform/db';
import type { DrawnPlace } from '../draws';
import { rankingOf, rosterNumbersOf } from '../stages';
import type { Sitting } from './sitting.record';
import { sittingsOf, ticketsOf } from './sitting.repository';

/** Somebody whom a unit entered; `participantId` undefined: takes no part in the stage. */
export type GroupEntrant = {
  readonly id: string;
  readonly name: string;
  readonly participantId: string | undefined;
};

/** Of these people who holds a ticket for a stage or is on its published ranking, in their order. */
export async function placesIn(
  h: Handle,
  stageId: string,
  {
    people,
    drawn,
  }: { readonly people: readonly GroupEntrant[]; readonly drawn: () => Promise<ReadonlyMap<string, DrawnPlace>> },
): Promise<EntrantPlaceView[]> {
  const ids = people.flatMap(({ participantId }) => participantId ?? []);
  const ticketed = new Set((await ticketsOf(h, ids)).map(({ participantId }) => participantId));
  const ranked = new Map((await rankingOf(h, stageId))?.rows.map((row) => [row.candidateId, row]));
  if (ticketed.size === 0 && ranked.size === 0) return [];
  const sittings = new Map<string, Sitting[]>();
  for (const sitting of await sittingsOf(h, [...ticketed]))
    sittings.set(sitting.participantId, [...(sittings.get(sitting.participantId) ?? []), sitting]);
  const numbers = await rosterNumbersOf(h, ids);
  const heats = ticketed.size === 0 ? new Map<string, DrawnPlace>() : await drawn();
  return people.flatMap(({ id, name, participantId = '' }) => {
    const row = ranked.get(id);
    const hasTicket = ticketed.has(participantId);
    if (!row && !hasTicket) return [];
    const seats = (sittings.get(participantId) ?? []).map(({ subject, day, startsAt, siteName, roomName, seat }) => ({
      subject,
      day,
      startsAt: timeOfDay(startsAt),
      siteName,
      roomName,
      seat,
    }));
    return [
      {
        entryId: id,
        name,
        number: row?.number ?? numbers.get(participantId) ?? null,
        ticket: hasTicket ? { seats, heat: heatIn(heats.get(id)) } : null,
        result: row ? { rank: row.rank, advances: row.advances, standing: row.standing } : null,
      },
    ];
  });
}

function heatIn(place: DrawnPlace | undefined) {
  if (!place) return null;
  const { heat, station, paper, day, startsAt } = place;
  return { heat, station, paper, day, startsAt: timeOfDay(startsAt) };
}
