import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demonstration } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import { enqueue } from '@jikaotong/bff/platform/jobs';
import { openSession } from '../support/open-session';
import { firstAdministrator } from '../support/people';
import { instantOf } from '../support/test-clock';
import { type World, openWorld } from '../support/world';

describe('the clock of a demonstration', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
  });
  afterAll(() => world.stop());
  const advance = (toDay?: string) =>
    world.stranger.ok(demonstration.advanceDemonstration, { body: toDay ? { toDay: localDate(toDay) } : {} });

  it('has nowhere to go while there is no session', async () => {
    expect(await world.stranger.ok(demonstration.getDemonstration, {})).toMatchObject({
      on: true,
      day: '2026-11-23',
      time: '09:00',
      next: null,
      smsInboxUrl: `${world.sandbox.url}/sms`,
    });
    expect(await world.stranger.refused(demonstration.advanceDemonstration, { body: {} })).toMatchObject({
      code: 'no-next-event',
    });
  });

  it('goes from window to window, each on its morning, past jobs that nobody waits for', async () => {
    await openSession(await firstAdministrator(world));
    const queue = (kind: string, on: string, payload: Record<string, string>) =>
      world.db.tx((h) => enqueue(h, { kind, key: on, dueMs: instantOf(on, '10:00'), payload }));
    await queue('payment-query', '2026-11-25', { attemptId: 'none' });
    await queue('payment-remind', '2026-11-26', { orderId: 'none' });
    const seen: (string | undefined)[][] = [];
    for (let view = await world.stranger.ok(demonstration.getDemonstration, {}); view.next; view = await advance()) {
      seen.push([view.next.day, view.next.what]);
      if (seen.length > 20) break;
    }
    expect(seen.slice(0, 4)).toEqual([
      ['2026-11-26', 'payment-remind'],
      ['2026-12-01', 'application-over'],
      ['2026-12-05', 'payment-over'],
      ['2026-12-07', 'ticket-opens'],
    ]);
    expect(seen.map(([day]) => day)).toEqual(seen.map(([day]) => day).toSorted());
  });

  it('goes to a later day and never back', async () => {
    const today = world.today();
    const back = (toDay: string) =>
      world.stranger.refused(demonstration.advanceDemonstration, { body: { toDay: localDate(toDay) } });
    expect(await back(today)).toMatchObject({ code: 'too-late' });
    expect(await back('2026-11-24')).toMatchObject({ code: 'too-late' });
    expect(await advance('2028-01-05')).toMatchObject({ day: '2028-01-05', time: '09:00' });
  });

  it('makes up for a thousand nights in one, however far somebody sends it', async () => {
    const nights = async () => {
      const rows = await world.db.read((h) =>
        h.query<{ n: number | string }>("SELECT COUNT(*) AS n FROM job WHERE kind = 'retention' AND state = 'done'"),
      );
      return Number(rows[0]?.n);
    };
    const before = await nights();
    await advance('2999-01-05');
    expect(await nights()).toBe(before + 1);
  });
});
