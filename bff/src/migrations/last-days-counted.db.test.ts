import { expect, it } from 'vitest';
import { records } from '../app';
import type { Handle } from '../platform/db';
import { type UpgradeStory, killAtEveryStatement } from '../platform/db/killed-upgrade.testing';
import { proveCount } from '../prove-count.testing';
import { lastDaysCounted } from './20261128-221500-last-days-counted';
import { lastDaysCountedMoved } from './20261128-221600-last-days-counted-moved';
import { countedFactsGone } from './20261128-221700-counted-facts-gone';
import { seedCandidate, seedEvents } from './enrolled.testing';
import { migrations } from './index';

/** One upgrade a statement. */
const MANY_UPGRADES_MS = 300_000;

const job = (to: string | null) => ({ occupation: '保安员', from: '2015-01-01', to });
const FACTS = {
  a1: { jobs: [job('2018-12-31'), job('2020-02-28'), job(null)], residence: [{ city: '北京', to: '2024-02-29' }] },
  a2: { intends: true, jobs: [] },
};

async function seed(h: Handle): Promise<void> {
  await seedEvents(h);
  for (const [id, facts] of Object.entries(FACTS)) {
    await seedCandidate(h, id, { kind: 'application', accountId: `of-${id}` });
    await h.run('UPDATE application SET facts = ? WHERE id = ?', [JSON.stringify(facts), id]);
  }
}

const story: UpgradeStory = {
  records,
  old: migrations.slice(0, migrations.indexOf(lastDaysCounted)),
  new: [lastDaysCounted, lastDaysCountedMoved, countedFactsGone],
  seed: (db) => db.tx(seed),
  see: (db) =>
    db.read(async (h) => {
      const rows = await h.query<{ facts: unknown }>('SELECT facts FROM application ORDER BY id');
      return rows.map(({ facts }): unknown => (typeof facts === 'string' ? JSON.parse(facts) : facts));
    }),
};

it('moves every end by one day, once, wherever it dies', { timeout: MANY_UPGRADES_MS }, async () => {
  const { undisturbed, deaths } = await killAtEveryStatement(story, proveCount(8));
  expect(undisturbed).toEqual([
    { jobs: [job('2019-01-01'), job('2020-02-29'), job(null)], residence: [{ city: '北京', to: '2024-03-01' }] },
    { intends: true, jobs: [] },
  ]);
  expect(deaths.length).toBeGreaterThan(0);
  for (const { after, seen } of deaths) expect({ after, seen }).toEqual({ after, seen: undisturbed });
});
