import type { Place, SeatingInput, SeatingShift } from './index';

/** How many are on several days, and of the others how many sit their subjects in another order than the notice's. */
export type Days = { readonly parted: number; readonly turned: number };

/** Counted from the places alone. */
export function daysIn({ candidates, shifts }: SeatingInput, places: readonly Place[]): Days {
  const shiftOf = new Map(shifts.map((shift) => [shift.id, shift]));
  let [parted, turned] = [0, 0];
  for (const { key, subjects } of candidates) {
    const own = places.filter((place) => place.key === key).flatMap(({ shift }) => shiftOf.get(shift) ?? []);
    const how = judged(subjects, own);
    if (how === 'parted') parted += 1;
    if (how === 'turned') turned += 1;
  }
  return { parted, turned };
}

function judged(subjects: readonly string[], own: readonly SeatingShift[]): 'whole' | 'parted' | 'turned' {
  if (new Set(own.map(({ day }) => day)).size > 1) return 'parted';
  const begins = subjects.flatMap((subject) => own.find((shift) => shift.subject === subject)?.startsAt ?? []);
  return begins.every((begin, at) => at === 0 || (begins[at - 1] ?? '') < begin) ? 'whole' : 'turned';
}

/**
 * The fewest on several days, and with so few the fewest out of order, by trying every way; null where not all find a
 * place. For shifts of one room each that begin and end together where they overlap.
 */
export function fewestDays({ candidates, shifts, rooms }: SeatingInput): Days | null {
  const seatsOf = new Map(rooms.map(({ id, seats }) => [id, seats]));
  const hallOf = ({ rooms: [room = ''], day, startsAt }: SeatingShift) => `${room} ${day} ${startsAt}`;
  const free = new Map(shifts.map((shift) => [hallOf(shift), seatsOf.get(shift.rooms[0] ?? '') ?? 0]));
  const waysOf = new Map<string, { own: SeatingShift[]; cost: number }[]>();
  const kindOf = ({ offering, subjects }: SeatingInput['candidates'][number]) => `${offering} ${subjects.join()}`;
  for (const one of candidates) {
    const ways = one.subjects.reduce<SeatingShift[][]>(
      (found, subject) =>
        found.flatMap((sat) =>
          shifts
            .filter((shift) => shift.offering === one.offering && shift.subject === subject)
            .filter((shift) => !sat.some(({ day, startsAt }) => day === shift.day && startsAt === shift.startsAt))
            .map((shift) => [...sat, shift]),
        ),
      [[]],
    );
    const costs = { whole: 0, turned: 1, parted: 1000 };
    const judgedWays = ways.map((own) => ({ own, cost: costs[judged(one.subjects, own)] }));
    waysOf.set(
      kindOf(one),
      judgedWays.toSorted((a, b) => a.cost - b.cost),
    );
  }
  const waiting = candidates.map(kindOf).toSorted();
  let best = Infinity;
  const search = (at: number, from: number, cost: number): void => {
    if (cost >= best) return;
    const kind = waiting[at];
    if (kind === undefined) {
      best = cost;
      return;
    }
    const ways = waysOf.get(kind) ?? [];
    // those who are alike take their ways in turn
    for (let way = from; way < ways.length; way += 1) {
      const { own, cost: more } = ways[way] ?? { own: [], cost: 0 };
      const halls = own.map(hallOf);
      if (halls.some((hall) => (free.get(hall) ?? 0) < halls.filter((other) => other === hall).length)) continue;
      for (const hall of halls) free.set(hall, (free.get(hall) ?? 0) - 1);
      search(at + 1, waiting[at + 1] === kind ? way : 0, cost + more);
      for (const hall of halls) free.set(hall, (free.get(hall) ?? 0) + 1);
    }
  };
  search(0, 0, 0);
  return best === Infinity ? null : { parted: Math.floor(best / 1000), turned: best % 1000 };
}
