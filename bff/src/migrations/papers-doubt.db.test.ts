import { expect, it } from 'vitest';
import { records } from '../app';
import type { Handle } from '../platform/db';
import { fixedCrypto } from '../platform/db/fixed-crypto.testing';
import { type UpgradeStory, killAtEveryStatement } from '../platform/db/killed-upgrade.testing';
import { proveCount } from '../prove-count.testing';
import { papersDoubt } from './20261129-180300-papers-doubt';
import { SEEDED_AT, seedCandidate, seedEvents } from './enrolled.testing';
import { migrations } from './index';

/** One upgrade a statement. */
const MANY_UPGRADES_MS = 300_000;
const crypto = fixedCrypto();
const scan = { document: 'chsi-code', fileIds: ['f'] };

const ROWS = [
  ['none', [], null, 'submitted'],
  ['scan', [scan], null, 'submitted'],
  ['twin', [scan], 'mended,twin', 'submitted'],
  ['over', [{ ...scan, validUntil: '2026-11-23' }], 'mended', 'submitted'],
  ['holds', [{ ...scan, validUntil: '2026-11-24' }], null, 'submitted'],
  ['known', [scan], 'papers', 'submitted'],
  ['decided', [scan], null, 'approved'],
] as const;

async function seed(h: Handle): Promise<void> {
  await seedEvents(h);
  for (const [id, papers, doubts, state] of ROWS) {
    await seedCandidate(h, id, { kind: 'application', accountId: `of-${id}` });
    const place = { table: 'application', column: 'papers', row: id };
    await h.run('UPDATE application SET papers = ?, doubts = ? WHERE id = ?', [
      JSON.stringify({ sealed: crypto.encryptField(place, JSON.stringify(papers)).toString('base64') }),
      doubts,
      id,
    ]);
    await h.run('UPDATE participant SET state = ?, submitted_at = ? WHERE candidate_id = ?', [state, SEEDED_AT, id]);
  }
}

const story: UpgradeStory = {
  records,
  old: migrations.slice(0, migrations.indexOf(papersDoubt)),
  new: [papersDoubt],
  seed: (db) => db.tx(seed),
  see: (db) =>
    db.read(async (h) => {
      const rows = await h.query<{ id: string; doubts: string | null }>('SELECT id, doubts FROM application');
      return Object.fromEntries(rows.map(({ id, doubts }) => [id, doubts]));
    }),
};

it(
  'doubts papers of those who waited before that was a doubt, wherever it dies',
  { timeout: MANY_UPGRADES_MS },
  async () => {
    const { undisturbed, deaths } = await killAtEveryStatement(story, proveCount(6));
    expect(undisturbed).toEqual({
      none: null,
      scan: 'papers',
      twin: 'mended,papers,twin',
      over: 'mended,code-expired',
      holds: 'papers',
      known: 'papers',
      decided: null,
    });
    for (const { after, seen } of deaths) expect({ after, seen }).toEqual({ after, seen: undisturbed });
  },
);
