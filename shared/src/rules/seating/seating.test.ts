import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SeatingCandidate, type SeatingInput, planLate, planSeating } from './index';
import { adjacenciesIn, faultsOf, fewestIn, lowerBoundOf, people, room, sessionOf, shift } from './seating.testing';

/** `npm run prove -- seating` seats 5,000. */
const COUNT = Number(process.env['PROVE_COUNT'] ?? 240);

const placesOf = (input: SeatingInput) => {
  const plan = planSeating(input);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
};

describe('a session of two subjects in three shifts each', () => {
  it('whose rooms just fit: everybody once, nobody in two places, and again the same from a list in another order', () => {
    const input = sessionOf(COUNT);
    const places = placesOf(input);
    expect(faultsOf(input, places)).toEqual([]);
    const again = placesOf({ ...input, candidates: input.candidates.toReversed() });
    expect(again).toEqual(places);
    expect(placesOf({ ...input, seed: 'another' })).not.toEqual(places);
  });

  it('balances each offering over its shifts', () => {
    const input = sessionOf(COUNT);
    const counts = new Map(input.shifts.map(({ id }) => [id, 0]));
    for (const { shift } of placesOf(input)) counts.set(shift, (counts.get(shift) ?? 0) + 1);
    for (const { offering, subject } of input.shifts) {
      const shares = [1, 2, 3].map((at) => counts.get(`${offering}.${subject}.${at}`) ?? 0);
      expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(3);
    }
  });

  it('37 places short: says in which subject and shift', () => {
    const input = sessionOf(COUNT, { short: 37 });
    const plan = planSeating(input);
    if (plan.ok) throw new Error('it fits');
    expect(plan.error.unplanned).toEqual([]);
    expect(plan.error.short.reduce((sum, { missing }) => sum + missing, 0)).toBe(37);
    expect(plan.error.short.every(({ shift }) => shift.endsWith('.skill.2'))).toBe(true);
  });

  it.each([0.38, 0.6])('a unit of %d of everybody: no more neighbours than must be', (big) => {
    const input = sessionOf(COUNT, { big });
    const places = placesOf(input);
    expect(adjacenciesIn(input, places)).toBe(lowerBoundOf(input, places));
  });

  it('a unit of 38 and one of 60 in a hundred: no more neighbours than must be', () => {
    const whole = sessionOf(COUNT, { big: 0.6 });
    const candidates = whole.candidates.map((one, at) => {
      const group = at < COUNT * 0.6 ? 1 : at < COUNT * 0.98 ? 2 : null;
      return { ...one, group };
    });
    const input = { ...whole, candidates };
    const places = placesOf(input);
    expect(adjacenciesIn(input, places)).toBe(lowerBoundOf(input, places));
  });
});

describe('the independent checker', () => {
  it.each([
    [9, 3],
    [8, 4],
    [10, 4],
    [12, 3],
  ])('of %i seats in rows of %i says what trying every way of seating says', (seats, perRow) => {
    const fewest = Array.from({ length: seats + 1 }, () => Infinity);
    for (let ways = 0; ways < 1 << seats; ways += 1) {
      const sits = (seat: number) => ((ways >> seat) & 1) === 1;
      let [members, pairs] = [0, 0];
      for (let seat = 0; seat < seats; seat += 1) {
        if (!sits(seat)) continue;
        members += 1;
        if (seat % perRow > 0 && sits(seat - 1)) pairs += 1;
        if (seat >= perRow && sits(seat - perRow)) pairs += 1;
      }
      fewest[members] = Math.min(fewest[members] ?? Infinity, pairs);
    }
    expect(fewest.map((_, members) => fewestIn({ seats, perRow }, members))).toEqual(fewest);
  });
});

describe('a room', () => {
  const sizes = [4, 5, 6, 7].flatMap((perRow) => [3, 4, 5, 6].map((rows) => [perRow * rows, perRow] as const));

  it.each([...sizes, [10, 4] as const, [29, 6] as const, [13, 13] as const])(
    'of %i seats in rows of %i parts a unit of any size as far as can be',
    (seats, perRow) => {
      for (let members = 1; members <= seats; members += 1) {
        const input: SeatingInput = {
          seed: `${members}`,
          candidates: Array.from({ length: seats }, (_, at) => ({
            key: `c${at}`,
            offering: 'a',
            subjects: ['theory'],
            group: at < members ? 1 : null,
            reserved: false,
          })),
          shifts: [
            {
              id: 's',
              offering: 'a',
              subject: 'theory',
              day: '2026-12-12',
              startsAt: '09:00',
              endsAt: '10:00',
              rooms: ['r'],
            },
          ],
          rooms: [{ id: 'r', seats, perRow, reserved: [] }],
          kept: [],
        };
        const places = placesOf(input);
        expect([members, adjacenciesIn(input, places)]).toEqual([members, fewestIn({ seats, perRow }, members)]);
      }
    },
  );
});

describe('nobody sits in two places', () => {
  const round = ['09:00', '10:00', '11:00', '12:00'];
  // each subject at each hour, in rooms of its own: who sits theory first may not sit skill first
  const shifts = ['theory', 'skill'].flatMap((subject) =>
    [0, 1, 2].map((at) => shift(`${subject}.a.${at}`, round[at] ?? '', round[at + 1] ?? '', [subject])),
  );

  it('where subjects go round, though every place is needed', () => {
    const input = {
      seed: 's',
      candidates: people(30),
      shifts,
      rooms: [room('theory', 10), room('skill', 10)],
      kept: [],
    };
    expect(faultsOf(input, placesOf(input))).toEqual([]);
  });

  it('though it costs a shift its balance', () => {
    const few = [...shifts.slice(0, 3), shifts[3] ?? shift('skill', '09:00', '10:00')];
    const input = {
      seed: 's',
      candidates: people(10),
      shifts: few,
      rooms: [room('theory', 10), room('skill', 10)],
      kept: [],
    };
    expect(faultsOf(input, placesOf(input))).toEqual([]);
  });

  it('so that a subject that always overlaps the other has no places', () => {
    const twice = [shift('theory', '09:00', '10:00', ['r']), shift('skill', '09:30', '10:30', ['q'])];
    const plan = planSeating({
      seed: 's',
      candidates: people(2),
      shifts: twice,
      rooms: [room('r', 9), room('q', 9)],
      kept: [],
    });
    expect(plan).toEqual({
      ok: false,
      error: { unplanned: [], short: [{ shift: 'skill', missing: 2, reserved: false }] },
    });
  });
});

describe('seats that are kept back', () => {
  const shifts = [shift('theory', '09:00', '10:00')];
  const only = { subjects: ['theory'] };
  const given = (candidates: SeatingCandidate[], kept: SeatingInput['kept'] = []) => ({
    seed: 's',
    candidates,
    shifts,
    rooms: [room('r', 8, [1, 2])],
    kept,
  });

  it('are for those who may sit nowhere else, as long as others find a seat', () => {
    const bound = people(1, { ...only, reserved: true }, 100);
    const places = placesOf(given([...people(6, only), ...bound]));
    expect(faultsOf(given([...people(6, only), ...bound]), places)).toEqual([]);
    const seats = places.filter(({ key }) => key !== 'k100').map(({ seat }) => seat);
    expect(seats.toSorted()).toEqual([3, 4, 5, 6, 7, 8]);
  });

  it('are given to others when nothing else is left', () => {
    const bound = people(1, { ...only, reserved: true }, 100);
    const input = given([...people(7, only), ...bound]);
    expect(faultsOf(input, placesOf(input))).toEqual([]);
  });

  it('are missing by name', () => {
    const plan = planSeating(given(people(3, { ...only, reserved: true })));
    expect(plan).toMatchObject({ error: { short: [{ shift: 'theory', missing: 1, reserved: true }] } });
  });

  it('that somebody else sits on are given up by one who moves', () => {
    const before = given(people(7, only));
    const kept = placesOf(before);
    const late = planLate(given([...people(7, only), ...people(2, { ...only, reserved: true }, 100)], kept));
    expect(late.ok).toBe(false);
    const one = planLate(given([...people(7, only), ...people(1, { ...only, reserved: true }, 100)], kept));
    if (!one.ok) throw new Error(JSON.stringify(one.error));
    expect(one.value.added).toHaveLength(1);
    const seatOfOther = kept.find(({ seat }) => seat === 1 || seat === 2);
    // one of the two is free already
    expect(one.value.moved).toEqual([]);
    expect([1, 2]).toContain(one.value.added[0]?.seat);
    expect(one.value.added[0]?.seat).not.toBe(seatOfOther?.seat);
  });
});

it('holds whatever the session is like', () => {
  const hours = [
    ['09:00', '10:00'],
    ['09:30', '10:30'],
    ['10:00', '11:00'],
    ['13:00', '14:00'],
  ] as const;
  const someShift = fc.record({
    hour: fc.integer({ min: 0, max: 3 }),
    rooms: fc.subarray(['p', 'q', 'r'], { minLength: 1 }),
  });
  const session = fc.record({
    plan: fc.array(fc.array(someShift, { minLength: 1, maxLength: 3 }), { minLength: 4, maxLength: 4 }),
    who: fc.array(
      fc.record({
        offering: fc.constantFrom('a', 'b'),
        subjects: fc.subarray(['theory', 'skill'], { minLength: 1 }),
        group: fc.constantFrom(null, 1, 2),
        reserved: fc.boolean(),
      }),
      { maxLength: 24 },
    ),
    seats: fc.tuple(...[1, 2, 3].map(() => fc.integer({ min: 1, max: 12 }))),
  });
  fc.assert(
    fc.property(session, fc.boolean(), ({ plan, who, seats }, byDay) => {
      const names = ['theory.a', 'skill.a', 'theory.b', 'skill.b'];
      const input: SeatingInput = {
        seed: 's',
        candidates: who.map((one, at) => ({ key: `k${at}`, ...one })),
        shifts: plan.flatMap((ofPaper, paper) =>
          ofPaper.map(({ hour, rooms }, at) => {
            const [from, to] = hours[hour] ?? ['09:00', '10:00'];
            return shift(`${names[paper]}.${at}`, from, to, rooms);
          }),
        ),
        rooms: ['p', 'q', 'r'].map((id, at) => room(id, seats[at] ?? 1, [1, 3])),
        kept: [],
        byDay,
      };
      const given = planSeating(input);
      const faults = given.ok ? faultsOf(input, given.value) : given.error.short.filter(({ missing }) => missing < 1);
      expect(faults).toEqual([]);
    }),
    { numRuns: Math.max(200, COUNT) },
  );
});
