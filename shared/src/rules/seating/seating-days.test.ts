import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Days, daysIn, fewestDays } from './days.testing';
import {
  type SeatingCandidate,
  type SeatingInput,
  type SeatingShift,
  planLate,
  planSeating,
  replaySeating,
} from './index';
import { faultsOf, people, room } from './seating.testing';

const COUNT = Number(process.env['PROVE_COUNT'] ?? 240);
const [saturday, sunday] = ['2026-12-12', '2026-12-13'];

const placesOf = (input: SeatingInput) => {
  const plan = planSeating(input);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
};
const on = (day: string, id: string, from: string, to: string, rooms: string[]): SeatingShift => {
  const [subject = '', offering = 'a'] = id.split('.');
  return { id: `${id} ${day} ${from}`, offering, subject, day, startsAt: from, endsAt: to, rooms };
};

/** Theory in the morning and skill in the afternoon of each day, with so many places. */
const sessionWith = (days: readonly (readonly [theory: number, skill: number])[], candidates: SeatingCandidate[]) => {
  const dayOf = (at: number) => `2026-12-${12 + at}`;
  return {
    seed: 's',
    candidates,
    shifts: days.flatMap((_, at) => [
      on(dayOf(at), 'theory', '09:00', '10:30', [`t${at}`]),
      on(dayOf(at), 'skill', '13:00', '15:00', [`s${at}`]),
    ]),
    rooms: days.flatMap(([theory, skill], at) => [room(`t${at}`, theory), room(`s${at}`, skill)]),
    kept: [],
    byDay: true,
  };
};

describe('subjects on two days', () => {
  it('come on one day for everybody where both days hold them, though one subject has room to spare', () => {
    const input = sessionWith(
      [
        [60, 20],
        [60, 40],
      ],
      people(60),
    );
    const places = placesOf(input);
    expect(faultsOf(input, places)).toEqual([]);
    expect(daysIn(input, places)).toEqual({ parted: 0, turned: 0 });
    // days that count for nothing part some of them
    expect(daysIn(input, placesOf({ ...input, byDay: false })).parted).toBeGreaterThan(0);
  });

  it('part as few as the places of each day leave over', () => {
    const day = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }));
    const given = fc.record({
      days: fc.array(day, { minLength: 2, maxLength: 5 }),
      share: fc.integer({ min: 1, max: 100 }),
    });
    let twinParted = 0;
    fc.assert(
      fc.property(given, ({ days, share }) => {
        const sum = (of: (day: readonly [number, number]) => number) => days.reduce((all, one) => all + of(one), 0);
        const most = Math.min(
          sum(([theory]) => theory),
          sum(([, skill]) => skill),
        );
        const count = Math.max(1, Math.floor((most * share) / 100));
        const input = sessionWith(days, people(count));
        const places = placesOf(input);
        expect(faultsOf(input, places)).toEqual([]);
        const fits = sum(([theory, skill]) => Math.min(theory, skill));
        const least = Math.max(0, count - fits);
        expect(daysIn(input, places)).toEqual({ parted: least, turned: 0 });
        if (daysIn(input, placesOf({ ...input, byDay: false })).parted > least) twinParted += 1;
      }),
      { numRuns: Math.min(COUNT, 600), seed: 9 },
    );
    expect(twinParted).toBeGreaterThan(0);
  });

  it('come in their order, though the rounds of both run all day', () => {
    const hours = ['09:00', '10:00', '11:00', '12:00', '13:00'];
    const rounds = (subject: string, from: number, to: number) =>
      hours.slice(from, to).map((hour, at) => on(saturday, subject, hour, hours[from + at + 1] ?? '14:00', [subject]));
    const input = {
      seed: 's',
      candidates: people(40),
      shifts: [...rounds('skill', 0, 5), ...rounds('theory', 0, 5)],
      rooms: [room('theory', 10), room('skill', 10)],
      kept: [],
      byDay: true,
    };
    expect(daysIn(input, placesOf(input))).toEqual({ parted: 0, turned: 0 });
    // fifty fill every round: one round of theory is after, or at the time of, the last of skill
    const full = { ...input, candidates: people(50) };
    expect(faultsOf(full, placesOf(full))).toEqual([]);
    expect(daysIn(full, placesOf(full))).toEqual({ parted: 0, turned: 10 });
  });

  it('take a seat that is kept back rather than a second day', () => {
    const input = sessionWith(
      [
        [4, 4],
        [4, 4],
      ],
      people(8),
    );
    const rooms = input.rooms.map((one) => ({ ...one, reserved: [1] }));
    expect(daysIn(input, placesOf({ ...input, rooms }))).toEqual({ parted: 0, turned: 0 });
  });

  it('come to the day of the subject that one has a seat for, also for who comes late', () => {
    const input = sessionWith(
      [
        [4, 9],
        [9, 9],
      ],
      people(6),
    );
    const kept = [{ key: 'k0', shift: `theory ${sunday} 09:00`, room: 't1', seat: 3 }];
    const places = placesOf({ ...input, kept });
    expect(places.find(({ key, shift }) => key === 'k0' && shift.startsWith('skill'))?.shift).toContain(sunday);
    const late = planLate({ ...input, candidates: people(9), kept: [...kept, ...places] });
    if (!late.ok) throw new Error('they fit');
    expect(late.value.moved).toEqual([]);
    const all = { ...input, candidates: people(9) };
    expect(daysIn(all, [...kept, ...places, ...late.value.added])).toEqual({ parted: 0, turned: 0 });
  });

  it('are the same again from the steps of the public file, and those of an older file as they were', () => {
    const input = sessionWith(
      [
        [60, 20],
        [60, 40],
      ],
      people(60),
    );
    const { shifts, rooms, candidates } = input;
    const step = { kind: 'drawn' as const, shifts, rooms, candidates, stood: [], mayMove: false };
    expect(replaySeating('s', [{ ...step, byDay: true }])).toEqual(placesOf(input));
    expect(replaySeating('s', [step])).toEqual(placesOf({ ...input, byDay: false }));
    expect(placesOf({ ...input, candidates: candidates.toReversed() })).toEqual(placesOf(input));
  });
});

it('hardly ever parts one more than trying every way does, and never leaves anybody over for it', () => {
  const hall = fc.record({
    day: fc.constantFrom(saturday, sunday),
    hour: fc.integer({ min: 8, max: 10 }),
    room: fc.constantFrom('p', 'q'),
  });
  const halls = fc.uniqueArray(hall, { minLength: 1, maxLength: 4, selector: ({ day, hour }) => `${day} ${hour}` });
  const session = fc.record({
    plan: fc.tuple(halls, halls, halls, halls),
    who: fc.array(fc.record({ offering: fc.constantFrom('a', 'b'), isWhole: fc.boolean() }), { maxLength: 6 }),
    seats: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
  });
  const papers = ['theory.a', 'skill.a', 'theory.b', 'skill.b'];
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
  const seen = { tried: 0, more: 0, twin: 0 };
  fc.assert(
    fc.property(session, ({ plan, who, seats }) => {
      const input: SeatingInput = {
        seed: 's',
        candidates: who.map(({ offering, isWhole }, at) => ({
          key: `k${at}`,
          offering,
          group: null,
          reserved: false,
          subjects: isWhole ? ['theory', 'skill'] : ['skill'],
        })),
        shifts: plan.flatMap((own, at) =>
          own.map(({ day, hour, room: name }) => on(day, papers[at] ?? '', clock(hour), clock(hour + 1), [name])),
        ),
        rooms: ['p', 'q'].map((id, at) => room(id, seats[at] ?? 1)),
        kept: [],
        byDay: true,
      };
      const least = fewestDays(input);
      const plain = planSeating({ ...input, byDay: false });
      const given = planSeating(input);
      // whoever finds places where days count for nothing finds them where they count
      expect(given.ok || !plain.ok).toBe(true);
      if (!given.ok || !least) return;
      expect(faultsOf(input, given.value)).toEqual([]);
      const worse = (days: Days) => days.parted > least.parted;
      expect(daysIn(input, given.value).parted).toBeLessThanOrEqual(least.parted + 1);
      seen.tried += 1;
      if (worse(daysIn(input, given.value))) seen.more += 1;
      if (plain.ok && worse(daysIn(input, plain.value))) seen.twin += 1;
    }),
    { numRuns: Math.min(Math.max(COUNT, 400), 2_000), seed: 4 },
  );
  expect(seen.more / seen.tried).toBeLessThan(0.02);
  // the twin that knows no days is caught
  expect(seen.twin / seen.tried).toBeGreaterThan(0.2);
});
