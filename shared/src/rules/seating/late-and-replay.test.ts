import { describe, expect, it } from 'vitest';
import { type SeatingCandidate, type SeatingInput, planLate, planSeating, replaySeating } from './index';
import { faultsOf, people, room, sessionOf, shift } from './seating.testing';

const placesOf = (input: SeatingInput) => {
  const plan = planSeating(input);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
};

describe('a late change', () => {
  it('moves nobody while there is a place', () => {
    const before = { ...sessionOf(90), candidates: sessionOf(90).candidates.slice(0, 80) };
    const kept = placesOf(before);
    const input = { ...before, candidates: sessionOf(90).candidates, kept };
    const late = planLate(input);
    if (!late.ok) throw new Error(JSON.stringify(late.error));
    expect(late.value.moved).toEqual([]);
    expect(faultsOf(input, [...kept, ...late.value.added])).toEqual([]);
  });

  it('moves one where the places that are left are at one time, and says whom', () => {
    const shifts = [
      shift('theory.a.1', '09:00', '10:00', ['t']),
      shift('theory.a.2', '10:00', '11:00', ['t']),
      shift('skill.a.1', '09:00', '10:00', ['s']),
      shift('skill.a.2', '10:00', '11:00', ['s']),
    ];
    const rooms = [room('t', 2), room('s', 2)];
    // free are theory at 9 and skill at 9
    const kept = [
      { key: 'k0', shift: 'theory.a.1', room: 't', seat: 1 },
      { key: 'k0', shift: 'skill.a.2', room: 's', seat: 1 },
      { key: 'k1', shift: 'theory.a.2', room: 't', seat: 1 },
      { key: 'k2', shift: 'theory.a.2', room: 't', seat: 2 },
      { key: 'k1', shift: 'skill.a.1', room: 's', seat: 1 },
      { key: 'k3', shift: 'skill.a.2', room: 's', seat: 2 },
    ];
    const candidates = [
      ...people(2),
      ...people(1, { subjects: ['theory'] }, 2),
      ...people(1, { subjects: ['skill'] }, 3),
      ...people(1, {}, 4),
    ];
    const input = { seed: 's', candidates, shifts, rooms, kept };
    expect(planSeating(input).ok).toBe(false);
    const late = planLate(input);
    if (!late.ok) throw new Error(JSON.stringify(late.error));
    expect(late.value.moved).toHaveLength(1);
    const gone = new Set(late.value.moved.map(({ from }) => `${from.key} ${from.shift}`));
    const after = [
      ...kept.filter((one) => !gone.has(`${one.key} ${one.shift}`)),
      ...late.value.moved.map(({ to }) => to),
      ...late.value.added,
    ];
    expect(faultsOf(input, after)).toEqual([]);
  });
});

describe('the steps of a session', () => {
  const rooms = [room('r', 12)];
  const shifts = [shift('theory', '09:00', '10:00')];
  const only = { subjects: ['theory'] };
  const drawn = (candidates: SeatingCandidate[]) => {
    return { kind: 'drawn' as const, shifts, rooms, candidates, stood: [], mayMove: false };
  };

  it('give every place again: drawn, given up, changed by hand, and drawn for who came late', () => {
    const first = replaySeating('s', [drawn(people(4, only))]);
    const [one, two] = first;
    if (!one || !two) throw new Error('nobody sits');
    const moves = [
      { from: one, to: { ...one, seat: two.seat } },
      { from: two, to: { ...two, seat: 12 } },
    ];
    const late = people(2, only, 10);
    const [gone] = first.slice(2);
    const after = replaySeating('s', [
      drawn(people(4, only)),
      { kind: 'moved', moves },
      { kind: 'left', keys: [gone?.key ?? ''] },
      drawn(late),
    ]);
    expect(after.map(({ key }) => key).toSorted()).toEqual(
      [...first.map(({ key }) => key), 'k10', 'k11'].filter((key) => key !== gone?.key).toSorted(),
    );
    expect(after).toEqual(expect.arrayContaining(moves.map(({ to }) => to)));
    const input = { seed: 's', candidates: [...people(4, only), ...late], shifts, rooms, kept: [] };
    expect(faultsOf(input, after)).toEqual([`${gone?.key} lacks a seat`]);
  });
});
