import { newId } from '@jikaotong/bff/platform/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from '../support/world';
import { type Ask, type Asker, askerOf } from '../golden/ask';
import { type Difference, differencesOf, report } from '../golden/compare';
import { askForFiles, openVouchersOnly, worthAsking } from '../golden/file-rights';
import { askLater, letTimePass, withoutNewIds } from '../golden/later';
import { openGolden } from '../golden/open';
import { type Answers, readGolden } from '../golden/store';

/** Questions under way at a time: a database on a server answers while we read. */
const atOnce = 6;
const golden = readGolden();
const serverUrl = process.env['JIKAOTONG_TEST_DB'] === 'mariadb' ? process.env['TEST_DATABASE_URL'] : undefined;

describe('the golden database, opened with this code', () => {
  let world: World;
  const askers = new Map<string, Asker>();
  let waiting: string[];
  beforeAll(async () => {
    world = await openGolden(golden, serverUrl);
    for (const actor of golden.actors) askers.set(actor.name, await askerOf(world, actor));
    // the first night of erasing is queued by this code, at its own start
    waiting = await world.db.read((h) => jobIds(h, "state = 'waiting' AND kind <> 'retention'"));
  });
  afterAll(() => world.stop());

  const jobIds = async (h: { query: <R>(sql: string) => Promise<R[]> }, where: string) =>
    (await h.query<{ id: string }>(`SELECT id FROM job WHERE ${where}`)).map(({ id }) => id);
  const askAs = (name: string): Ask => {
    const asker = askers.get(name);
    if (!asker) throw new Error(`${name} is no actor`);
    return asker.ask;
  };
  const compare = async (answers: Answers, ask: (name: string, path: string) => ReturnType<Ask>) => {
    const questions = Object.entries(answers).flatMap(([name, byPath]) =>
      Object.entries(byPath).map(([path, was]) => ({ name, path, was })),
    );
    const found: Difference[] = [];
    for (let from = 0; from < questions.length; from += atOnce)
      await Promise.all(
        questions.slice(from, from + atOnce).map(async ({ name, path, was }) => {
          found.push(...differencesOf(name, path, was, await ask(name, path)));
        }),
      );
    return report(found);
  };

  it.each(golden.actors.map(({ name }) => name))('answers %s as it did, field by field', async (name) => {
    const answers = golden.now[name] ?? {};
    expect(Object.keys(answers).length).toBeGreaterThan(10);
    expect(await compare({ [name]: answers }, (_, path) => askAs(name)(path))).toBe(report([]));
  });

  it('names the field of a row that is not as it was', async () => {
    const rename = (to: string, from: string) =>
      world.db.tx(async (h) => {
        // what stands under a revision is kept in memory: a session that changes has another one
        await h.run('UPDATE event SET revision = ? WHERE id = (SELECT id FROM session WHERE name = ?)', [
          newId(),
          from,
        ]);
        return h.run('UPDATE session SET name = ? WHERE name = ?', [to, from]);
      });
    const [path, was] =
      Object.entries(golden.now['visitor'] ?? {}).find(
        ([one, { body }]) => one.startsWith('/sessions/') && JSON.stringify(body).includes('2026年12月批次'),
      ) ?? [];
    if (path === undefined || was === undefined) throw new Error('no visitor asked for the session');
    expect(await rename('别的批次', '2026年12月批次')).toBe(1);
    expect(differencesOf('visitor', path, was, await askAs('visitor')(path))).toEqual([
      { who: 'visitor', at: `${path}#body.data.name`, was: '"2026年12月批次"', is: '"别的批次"' },
    ]);
    await rename('2026年12月批次', '别的批次');
  });

  it('shows every file to whom it showed it, and to nobody else', async () => {
    expect(Object.keys(golden.files).length).toBeGreaterThan(100);
    const chosen = worthAsking(golden.files, golden.actors);
    const now = await openVouchersOnly(golden.files, world);
    expect(await askForFiles(askers, Object.keys(golden.files), chosen)).toEqual(now);
  });

  it('runs the jobs that the older code left behind, to the same effect', async () => {
    expect(waiting.length).toBeGreaterThan(20);
    await letTimePass(world);
    const left = await world.db.read((h) => jobIds(h, "state IN ('waiting', 'dead')"));
    expect(left.filter((id) => waiting.includes(id))).toEqual([]);
    const later: Answers = {};
    for (const actor of golden.actors) later[actor.name] = await askLater(askAs(actor.name), actor);
    const steadied = withoutNewIds(later, golden.now);
    const answer = async (name: string, path: string) => {
      const found = steadied[name]?.[path];
      if (!found) throw new Error(`nobody asked ${path}`);
      return found;
    };
    expect(await compare(golden.later, answer)).toBe(report([]));
  });
});
