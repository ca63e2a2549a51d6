import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RosterView, rosterCounters, rosters } from '@jikaotong/shared/contract';
import { proveCount } from '../../bff/src/prove-count.testing';
import { changeSlips } from '../../bff/src/features/counter';
import { companyAtCounter } from '../support/company-at-counter';
import { colleagueOf } from '../support/counter';
import type { SignedInPerson } from '../support/people';
import { type World, openWorld } from '../support/world';

const AT_ONCE = proveCount(6);
const HERE = 5;

describe(`${AT_ONCE} clerks who have counted the same ${HERE} people`, () => {
  let world: World;
  let clerks: SignedInPerson[];
  let roster: RosterView;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    const company = await companyAtCounter(world, HERE);
    ({ roster } = company);
    clerks = [company.clerk, await colleagueOf(world, company.administrator, 'bspia', 'chuangkou2', ['reviewer'])];
    await company.agent.api.ok(rosters.submitRoster, { params: params(), body: { firstReviewed: false } });
    await world.runJobs();
  });
  afterAll(() => world.stop());
  const params = () => ({ id: roster.id });
  const many = <T>(act: (nth: number) => Promise<T>): Promise<T[]> =>
    Promise.all(Array.from({ length: AT_ONCE }, (_, nth) => act(nth)));
  const clerkAt = (nth: number) => clerks[nth % clerks.length] ?? expect.unreachable();
  const seen = () => clerkAt(0).api.ok(rosterCounters.getStaffRosterCounter, { params: params() });

  it('are all right in a twin that counts before it writes, and nobody knows who saw them', async () => {
    const open = () =>
      world.db.read((h) =>
        h.query<{ id: string }>(
          `SELECT s.candidate_id AS id FROM counter_slip s JOIN roster_row r ON r.id = s.candidate_id
           WHERE r.roster_id = ? AND s.queued_at IS NULL AND s.confirmed_at IS NULL`,
          [roster.id],
        ),
      );
    const looks = await many(open);
    const queue = (ids: string[], by: SignedInPerson | null) =>
      world.db.tx((h) =>
        changeSlips(h, ids, {
          queuedAt: by && world.clock.businessNow(),
          queuedBy: by?.accountId ?? null,
          outcome: null,
        }),
      );
    const believed = [];
    for (const [nth, look] of looks.entries())
      if (look.length === HERE) {
        const ids = look.map(({ id }) => id);
        await queue(ids, clerkAt(nth));
        believed.push(nth);
      }
    expect(believed).toHaveLength(AT_ONCE);
    await queue(
      (looks[0] ?? []).map(({ id }) => id),
      null,
    );
  });

  it('confirm them once: who came second is asked to count what is left', async () => {
    const answers = await many((nth) =>
      clerkAt(nth).api.call(rosterCounters.confirmRosterCounted, {
        params: params(),
        body: { count: HERE, except: [], truthful: true },
      }),
    );
    expect(answers.filter(({ code }) => code === 'ok')).toHaveLength(1);
    const others = answers.filter(({ code }) => code !== 'ok');
    expect(new Set(others.map(({ code, data }) => `${code} ${JSON.stringify(data)}`))).toEqual(
      new Set(['wrong-state {"state":"count-differs"}']),
    );
    const noted = await world.db.read((h) =>
      h.query("SELECT 1 AS one FROM audit_event WHERE code = 'roster-counted'", []),
    );
    expect(noted).toHaveLength(1);
    await world.runJobs();
    expect((await seen()).counts).toMatchObject({ confirmed: HERE, open: 0, queued: 0 });
  });
});
