import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failedJobs } from '@jikaotong/shared/contract';
import { enqueue } from '@jikaotong/bff/platform/jobs';
import { type SignedInPerson, firstAdministrator, staffMember } from '../support/people';
import { type World, openWorld } from '../support/world';

describe('work of the system that never succeeds', () => {
  let world: World;
  let administrator: SignedInPerson;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    administrator = await firstAdministrator(world);
  });
  afterAll(() => world.stop());

  const job = (key: string, payload: Readonly<Record<string, unknown>>) =>
    world.db.tx((h) => enqueue(h, { kind: 'order-lapse', key, dueMs: world.clock.businessNow(), payload }));
  const failed = () => administrator.api.ok(failedJobs.listFailedJobs, {});
  const stateOf = async (id: string) =>
    (await world.db.read((h) => h.query<{ state: string }>('SELECT state FROM job WHERE id = ?', [id])))[0]?.state;
  const retry = (id: string) => administrator.api.call(failedJobs.retryJob, { params: { id } });

  it('is shown to administrators once it is given up, and runs again when they say so', async () => {
    await job('good', { orderId: 'nobody' });
    await job('bad', { orderId: 1 });
    for (let attempt = 1; attempt <= 12; attempt += 1) {
      expect((await failed()).total).toBe(0);
      await world.runJobs();
      // the back-off is wall time; whoever is signed in meanwhile stays so only for minutes
      await world.db.tx((h) => h.run('UPDATE job SET not_before = ?', [new Date(world.clock.wallNow())]));
    }
    const { total, items } = await failed();
    expect({ total, items }).toMatchObject({ total: 1, items: [{ kind: 'order-lapse', attempts: 12 }] });
    const id = items[0]?.id ?? '';
    expect(JSON.stringify(items)).not.toContain('orderId');

    const clerk = await staffMember(world, administrator, 'kaowu', ['exam-officer']);
    expect(await clerk.api.refused(failedJobs.listFailedJobs, {})).toMatchObject({ code: 'forbidden' });
    expect(await clerk.api.refused(failedJobs.retryJob, { params: { id } })).toMatchObject({ code: 'forbidden' });
    expect(await retry('no-such-job')).toMatchObject({ code: 'wrong-state' });

    // what was wrong is put right, and of two who say so at once one is enough
    await world.db.tx((h) => h.run('UPDATE job SET payload = ? WHERE id = ?', ['{"orderId":"nobody"}', id]));
    const answers = await Promise.all([retry(id), retry(id)]);
    expect(answers.map(({ code }) => code).toSorted()).toEqual(['ok', 'wrong-state']);
    expect(await failed()).toEqual({ total: 0, items: [] });
    await world.runJobs();
    expect(await stateOf(id)).toBe('done');
    expect(await retry(id)).toMatchObject({ code: 'wrong-state' });
  });
});
