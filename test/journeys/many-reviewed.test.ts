import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications, orders } from '@jikaotong/shared/contract';
import { type SelectionView, reviewList } from '@jikaotong/shared/lists';
import { reviewSource } from '../../bff/src/features/applications/review-list.repository';
import { planFaults } from '../../bff/src/platform/lists/plan.testing';
import { handedIn } from '../support/apply';
import { addHandedIn } from '../support/many-handed-in';
import { KNOWN_KEYS, knownCrypto, nameOf, numberOf } from '../support/many-paid';
import { openSession } from '../support/open-session';
import { patience } from '../support/patience';
import { type SignedInPerson, candidateByWechat, firstAdministrator, staffMember } from '../support/people';
import { type World, openWorld } from '../support/world';

const CANDIDATES = 560;
const TOGETHER = 300;
/** So many of them look like somebody trying the system out. */
const TRIALS = 5;
/** Beside the first one: of so many nobody has looked at the photo. */
const UNSEEN = 20;

describe(`${CANDIDATES} applications to one session`, () => {
  let world: World;
  let reviewer: SignedInPerson;
  let wang: SignedInPerson;
  let params: { id: string };
  let firstId: string;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23', env: KNOWN_KEYS });
    const administrator = await firstAdministrator(world);
    reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
    params = { id: await openSession(administrator) };
    wang = await candidateByWechat(world, 'o-wang');
    firstId = (await handedIn(wang, params.id, { name: '首位' })).id;
    await addHandedIn(world, firstId, { count: CANDIDATES - 1, trials: TRIALS, unseen: UNSEEN });
  }, patience(120_000));
  afterAll(() => world.stop());

  const rows = (query: Record<string, string>) => reviewer.api.ok(reviewList.rows, { params, query });
  const counts = (query: Record<string, string> = {}) => reviewer.api.ok(reviewList.counts, { params, query });
  const timed = async <T>(what: string, ask: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const answer = await ask();
    console.log(`${what}: ${(performance.now() - began).toFixed(1)} ms`);
    return answer;
  };
  /** Watches it as a reviewer does, while the job runs beside. */
  const done = async ({ id }: SelectionView): Promise<SelectionView> => {
    const running = world.runJobs();
    for (;;) {
      const at = { params: { ...params, selectionId: id } };
      const view = await reviewer.api.ok(reviewList.acting.progress, at);
      if (view.state !== 'done') continue;
      await running;
      return view;
    }
  };

  it('are counted by state and doubt, and come oldest first', async () => {
    await rows({});
    const first = await timed('first page of 50', () => rows({ state: 'submitted' }));
    expect(first.items).toHaveLength(50);
    expect(first.items[0]).toMatchObject({
      id: firstId,
      name: '首位',
      doubts: ['portrait', 'clear'],
      phone: '138****1111',
    });
    const { total, by } = await timed('counts', () => counts());
    expect([total, by['state'], by['doubts']]).toEqual([
      CANDIDATES,
      { submitted: CANDIDATES },
      { clear: CANDIDATES - TRIALS, 'trial-name': TRIALS, portrait: UNSEEN + 1 },
    ]);
  });

  it('are found by any part of a name, by the whole number and by its end, wherever they stand', async () => {
    const sought = CANDIDATES - 10;
    for (const q of [nameOf(sought).slice(1), numberOf(sought), numberOf(sought).slice(-4)]) {
      const { items } = await timed(`search of ${q.length} letters`, () => rows({ q, limit: '200' }));
      expect(items.map(({ name }) => name)).toContain(nameOf(sought));
    }
    const trials = await timed('filter by doubt', () => rows({ doubts: 'trial-name' }));
    expect(trials.items.map(({ doubts }) => doubts)).toEqual(Array.from({ length: TRIALS }, () => ['trial-name']));
  });

  it('are read along an index', async () => {
    if (world.db.dialect === 'mysql')
      await world.db.tx(async (h) => {
        for (const table of ['participant', 'candidate', 'application']) await h.run(`ANALYZE TABLE ${table}`);
      });
    const given = { withinId: params.id, crypto: knownCrypto };
    expect(await world.db.read((h) => planFaults(h, reviewList, reviewSource, given))).toEqual([]);
  });

  it('are all chosen by what they have in common, as they stand at that moment', async () => {
    const which = { match: { state: 'submitted', submittedAt: '2026-11-23..2026-11-23' }, except: [firstId] };
    const body = { act: 'approve' as const, which };
    const frozen = await timed('freeze', () => reviewer.api.ok(reviewList.acting.select, { params, body }));
    // whoever must be looked at stays out
    expect(frozen).toMatchObject({ total: CANDIDATES - 1 - TRIALS - UNSEEN, aside: TRIALS + UNSEEN });
  });

  it(
    'are approved together but for those that must be looked at, and given back',
    async () => {
      const latest = await rows({ sort: '-submittedAt', limit: '200' });
      const before = await rows({ sort: '-submittedAt', limit: '100', cursor: latest.next ?? '' });
      const ids = [...latest.items, ...before.items].map((row) => row.id);
      const one = ids.at(-1) ?? '';
      const body = { act: 'approve' as const, which: { ids } };
      const frozen = await reviewer.api.ok(reviewList.acting.select, { params, body });
      const at = { params: { ...params, selectionId: frozen.id } };
      await reviewer.api.ok(reviewList.acting.start, at);
      const view = await timed(`approval of ${ids.length}`, () => done(frozen));
      expect(view).toMatchObject({ done: TOGETHER - TRIALS, refused: TRIALS, aside: 0, mayTakeBack: true });
      const results = await reviewer.api.ok(reviewList.acting.results, { ...at, query: { state: 'refused' } });
      expect(results.items.map(({ code, data }) => [code, data])).toEqual(
        Array.from({ length: TRIALS }, () => ['look-first', { doubts: ['trial-name'] }]),
      );
      expect((await counts()).by['state']).toEqual({
        approved: TOGETHER - TRIALS,
        submitted: CANDIDATES - TOGETHER + TRIALS,
      });
      expect(await wang.api.ok(orders.getOrder, { params: { id: one } })).toMatchObject({ state: 'open' });

      const back = await reviewer.api.ok(reviewList.acting.takeBack, at);
      expect(await timed('taking back', () => done(back))).toMatchObject({ done: TOGETHER - TRIALS, refused: 0 });
      expect((await counts()).by['state']).toEqual({ submitted: CANDIDATES });
      expect(await wang.api.ok(orders.getOrder, { params: { id: one } })).toMatchObject({ state: 'cancelled' });
      const codes = await world.db.read((h) =>
        h.query<{ code: string }>('SELECT code FROM message WHERE candidate_id = ? ORDER BY id', [one]),
      );
      expect(codes.map(({ code }) => code)).toEqual(['application-approved', 'application-reopened']);
    },
    patience(120_000),
  );

  it('changed since they were chosen are left, and an approval is given anew', async () => {
    const body = { act: 'approve' as const, which: { ids: [firstId] } };
    const stale = await reviewer.api.ok(reviewList.acting.select, { params, body });
    const { version } = await reviewer.api.ok(applications.getReview, { params: { id: firstId } });
    await reviewer.api.ok(applications.approveApplication, { params: { id: firstId }, body: { version } });
    await reviewer.api.ok(reviewList.acting.start, { params: { ...params, selectionId: stale.id } });
    expect(await done(stale)).toMatchObject({ done: 0, refused: 1 });
    expect(await wang.api.ok(orders.getOrder, { params: { id: firstId } })).toMatchObject({ state: 'open' });
  });

  it('are not for others', async () => {
    expect((await wang.api.refused(reviewList.rows, { params, query: {} })).code).toBe('forbidden');
    expect((await reviewer.api.refused(reviewList.rows, { params: { id: 'x' }, query: {} })).code).toBe('not-found');
  });
});
