import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rosterRows } from '@jikaotong/shared/contract';
import { proveCount } from '../../bff/src/prove-count.testing';
import { type WaitingUnit, takeAllIn, unitsWithSheets } from '../support/many-units';
import { patience } from '../support/patience';
import { type World, openWorld } from '../support/world';

const UNITS = proveCount(4);
const PEOPLE = UNITS > 4 ? 250 : 60;
const limit = { timeout: patience(UNITS > 4 ? 1_200_000 : 120_000) };

describe(`${UNITS} agents of ${UNITS} units hand in ${PEOPLE} people each at once`, () => {
  let world: World;
  let units: WaitingUnit[];
  beforeAll(async () => {
    world = await openWorld({ day: '2024-08-12' });
    units = await unitsWithSheets(world, { units: UNITS, people: PEOPLE });
  }, limit.timeout);
  afterAll(() => world.stop());

  /** Each row of each roster, with the document it names. */
  const standing = () =>
    world.db.read((h) =>
      h.query<{ roster: string; document: string; unit: string }>(
        `SELECT r.roster_id AS roster, c.document_index AS document, c.unit_id AS unit
         FROM roster_row r JOIN candidate c ON c.id = r.id JOIN participant p ON p.candidate_id = c.id
         JOIN application a ON a.id = c.id WHERE p.state = 'draft'`,
      ),
    );

  it('and all are taken in, everybody once and with their own unit', limit, async () => {
    const runs = await takeAllIn(world, units);
    expect(runs.map(({ state, applied, refused }) => [state, applied, refused])).toEqual(
      units.map(() => ['done', PEOPLE, 0]),
    );
    const rows = await standing();
    expect(rows).toHaveLength(UNITS * PEOPLE);
    expect(new Set(rows.map(({ document }) => document)).size).toBe(UNITS * PEOPLE);
    for (const { roster } of units) {
      const own = rows.filter((row) => row.roster === roster.id);
      expect([own.length, new Set(own.map(({ unit }) => unit))]).toEqual([PEOPLE, new Set([roster.unitId])]);
    }
  });

  it('and once more: nobody stands twice', limit, async () => {
    const runs = await takeAllIn(world, units.slice(0, 2));
    expect(runs.map(({ counts, total }) => [counts.same, total])).toEqual([
      [PEOPLE, 0],
      [PEOPLE, 0],
    ]);
    expect(await standing()).toHaveLength(UNITS * PEOPLE);
  });

  it('and none sees anybody of another', limit, async () => {
    const [mine, theirs] = units;
    const refused = mine?.agent.api.refused(rosterRows.listRosterRows, {
      params: { id: theirs?.roster.id ?? '' },
      query: {},
    });
    expect((await refused)?.code).toBe('not-found');
  });
});
