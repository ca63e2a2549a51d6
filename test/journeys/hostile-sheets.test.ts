import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notices, registrations } from '@jikaotong/shared/contract';
import { hostileWorkbooks } from '../support/hostile/workbooks';
import { patience } from '../support/patience';
import { type SignedInPerson, firstAdministrator, staffMember } from '../support/people';
import { type World, openWorld } from '../support/world';

const params = { id: 'bspia-2024-competition-installer' };
describe('while somebody sends a sheet that means harm', () => {
  let world: World;
  let officer: SignedInPerson;
  beforeAll(async () => {
    world = await openWorld({ day: '2024-05-06' });
    officer = await staffMember(world, await firstAdministrator(world), 'kaowu', ['exam-officer']);
  });
  afterAll(() => world.stop());

  /** How long a stranger waits for the public list, asking one after another until `done`. */
  const askUntil = async (done: () => boolean): Promise<number[]> => {
    const waits: number[] = [];
    while (!done()) {
      const began = performance.now();
      await world.stranger.ok(notices.listNotices, { query: {} });
      waits.push(performance.now() - began);
    }
    return waits.toSorted((a, b) => a - b);
  };

  it.each(hostileWorkbooks)('%s: it is answered in words, and others do not wait', async (name, bytes, expected) => {
    let isOver = false;
    const sent = officer.api
      .call(registrations.listSheet.upload, { params, file: { bytes, name: `${name}.xlsx` } })
      .finally(() => (isOver = true));
    const waits = await askUntil(() => isOver);
    const { code, data } = await sent;
    const state = code === 'ok' ? String(Reflect.get(Object(data), 'state')) : code;
    expect(state).toMatch(expected === 'any' ? /^(preview|refused|file-refused)$/ : new RegExp(`^${expected}$`));
    expect(waits.at(-1) ?? 0).toBeLessThan(patience(1_000));
  });
});
