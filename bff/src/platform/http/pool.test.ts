import { describe, expect, it } from 'vitest';
import { poolOf } from './pool';

describe('a pool', () => {
  it('gives no more than there is, in the order of coming, and takes back what failed', async () => {
    const pool = poolOf(10);
    let held = 0;
    let most = 0;
    const order: number[] = [];
    const use = (share: number, at: number) =>
      pool.take(share, async () => {
        order.push(at);
        held += share;
        most = Math.max(most, held);
        await Promise.resolve();
        held -= share;
        if (at === 1) throw new Error('broken');
      });
    const ends = await Promise.allSettled([use(6, 0), use(6, 1), use(1, 2), use(4, 3), use(99, 4)].map((one) => one));
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
    expect([order, held]).toEqual([[0, 1, 2, 3, 4], 0]);
    expect(most).toBeLessThanOrEqual(99);
    expect(await pool.take(10, () => Promise.resolve('all'))).toBe('all');
  });
});
