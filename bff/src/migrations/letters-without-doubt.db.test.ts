import { expect, it } from 'vitest';
import { records } from '../app';
import type { Handle } from '../platform/db';
import { fixedCrypto } from '../platform/db/fixed-crypto.testing';
import { type UpgradeStory, killAtEveryStatement } from '../platform/db/killed-upgrade.testing';
import { proveCount } from '../prove-count.testing';
import { lettersWithoutDoubt } from './20261130-135000-letters-without-doubt';
import { SEEDED_AT, seedCandidate, seedEvents } from './enrolled.testing';
import { migrations } from './index';

/** One upgrade a statement. */
const MANY_UPGRADES_MS = 300_000;
const crypto = fixedCrypto();
const letter = { document: 'work-experience-letter', fileIds: [], number: null };

const ROWS = [
  ['letter', [letter], 'papers', 'submitted'],
  ['mended', [letter, letter], 'mended,papers,twin', 'submitted'],
  ['signed', [{ ...letter, fileIds: ['f'] }], 'papers', 'submitted'],
  ['number', [letter, { ...letter, document: 'chsi-code', number: 'A1B2C3' }], 'papers', 'submitted'],
  ['none', [letter], null, 'submitted'],
  ['decided', [letter], 'papers', 'approved'],
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
  old: migrations.slice(0, migrations.indexOf(lettersWithoutDoubt)),
  new: [lettersWithoutDoubt],
  seed: (db) => db.tx(seed),
  see: (db) =>
    db.read(async (h) => {
      const rows = await h.query<{ id: string; doubts: string | null }>('SELECT id, doubts FROM application');
      return Object.fromEntries(rows.map(({ id, doubts }) => [id, doubts]));
    }),
};

it(
  'doubts no longer whoever waits with nothing but letters that we write, wherever it dies',
  { timeout: MANY_UPGRADES_MS },
  async () => {
    const { undisturbed, deaths } = await killAtEveryStatement(story, proveCount(6));
    expect(undisturbed).toEqual({
      letter: null,
      mended: 'mended,twin',
      signed: 'papers',
      number: 'papers',
      none: null,
      decided: 'papers',
    });
    for (const { after, seen } of deaths) expect({ after, seen }).toEqual({ after, seen: undisturbed });
  },
);
