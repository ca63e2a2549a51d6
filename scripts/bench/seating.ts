import { type SeatingInput, planSeating } from '@jikaotong/shared/rules/seating';
import { type Spread, spreadOf } from './statistics';

export type SeatingFigures = {
  /** Milliseconds for the places of 5,000 in two subjects, and for sorting as many rows by a hash. */
  readonly seated: Spread;
  readonly sorted: Spread;
  readonly ratio: Spread;
  /** Twice as many candidates cost so many times as much. */
  readonly growth: Spread;
};

const CANDIDATES = 5_000;

/** The plan of a large session beside a bare sort of its seats, turn by turn. */
export function measureSeating({ rounds }: { rounds: number }): SeatingFigures {
  const [whole, half] = [sessionOf(CANDIDATES), sessionOf(CANDIDATES / 2)];
  const places = seat(whole);
  for (let warming = 0; warming < 3; warming += 1) seat(half);
  const measured: { seated: number; sorted: number; half: number }[] = [];
  for (let round = 0; round < rounds; round += 1)
    measured.push({
      seated: millisecondsOf(() => seat(whole)),
      half: millisecondsOf(() => seat(half)),
      sorted: millisecondsOf(() =>
        places.toSorted((a, b) => a.room.localeCompare(b.room) || a.seat - b.seat || a.key.localeCompare(b.key)),
      ),
    });
  return {
    seated: spreadOf(measured.map(({ seated }) => seated)),
    sorted: spreadOf(measured.map(({ sorted }) => sorted)),
    ratio: spreadOf(measured.map(({ seated, sorted }) => seated / sorted)),
    growth: spreadOf(measured.map(({ seated, half }) => seated / half)),
  };
}

function seat(input: SeatingInput) {
  const plan = planSeating(input);
  if (!plan.ok) throw new Error('they do not fit');
  return plan.value;
}

function millisecondsOf(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

function sessionOf(count: number): SeatingInput {
  const offerings = ['installer-4', 'installer-3'];
  const rooms = Array.from({ length: Math.ceil(count / 90) }, (_, at) => ({
    id: `r${at}`,
    seats: 30,
    perRow: 6,
    reserved: [],
  }));
  const shifts = ['theory', 'skill'].flatMap((subject, day) =>
    ['08:00', '11:00', '14:00'].flatMap((startsAt, at) =>
      offerings.map((offering) => ({
        id: `${offering} ${subject} ${at}`,
        offering,
        subject,
        day: `2026-12-1${day}`,
        startsAt,
        endsAt: `${Number(startsAt.slice(0, 2)) + 2}:00`,
        rooms: rooms.map(({ id }) => id),
      })),
    ),
  );
  const candidates = Array.from({ length: count }, (_, at) => ({
    key: `c${at}`,
    offering: offerings[at % 2] ?? '',
    subjects: ['theory', 'skill'],
    group: at % 5 === 0 ? null : at % 150,
    reserved: false,
  }));
  return { seed: 'bench', candidates, shifts, rooms, kept: [], byDay: true };
}
