import { reviewList } from '@jikaotong/shared/lists';
import { handedIn } from '../../test/support/apply';
import { addHandedIn } from '../../test/support/many-handed-in';
import { KNOWN_KEYS } from '../../test/support/many-paid';
import { startMariadb } from '../../test/support/mariadb';
import { openSession } from '../../test/support/open-session';
import { candidateByWechat, firstAdministrator, staffAgain, staffMember } from '../../test/support/people';
import { openWorld } from '../../test/support/world';
import { type Spread, spreadOf } from './statistics';

export type QueueFigures = {
  /** Milliseconds until the first fifty of 5,000 are there, over HTTP, and for the bare query of the same rows. */
  readonly listed: Spread;
  readonly queried: Spread;
  readonly listedByQueried: Spread;
  /** Seconds for 1,000 approved together, each judged in a transaction of its own, and for as many bare updates. */
  readonly approved: Spread;
  readonly updated: Spread;
  readonly approvedByUpdated: Spread;
};

const WAITING = 5_000;
const TOGETHER = 1_000;
const TICKED = 500;
const ROUNDS = 3;

/** The queue of a large session on MariaDB: its first rows, and a thousand approved together, turn by turn with a yardstick. */
export async function measureQueue({ rounds }: { rounds: number }): Promise<QueueFigures> {
  const mariadb = await startMariadb();
  try {
    process.env['TEST_DATABASE_URL'] = mariadb.url;
    process.env['JIKAOTONG_TEST_DB'] = 'mariadb';
    const world = await openWorld({ day: '2026-11-23', env: KNOWN_KEYS });
    try {
      const administrator = await firstAdministrator(world);
      const reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
      const params = { id: await openSession(administrator) };
      const first = await handedIn(await candidateByWechat(world, 'o-bench'), params.id, { name: '首位' });
      await addHandedIn(world, first.id, { count: WAITING - 1, trials: 0, unseen: 0 });
      const list = () => reviewer.api.ok(reviewList.rows, { params, query: { state: 'submitted', limit: '50' } });
      const ask = () =>
        world.db.read((h) =>
          h.query(
            `SELECT p.candidate_id, p.version, p.name, p.offering_code, p.state, a.doubts, p.submitted_at, c.phone,
               c.document_number, p.decided_at
             FROM participant p JOIN candidate c ON c.id = p.candidate_id JOIN application a ON a.id = p.candidate_id
             WHERE p.event_id = ? AND p.state = 'submitted' AND p.submitted_at IS NOT NULL AND p.name IS NOT NULL
             ORDER BY p.submitted_at, p.id LIMIT 51`,
            [params.id],
          ),
        );
      const looks: { listed: number; queried: number }[] = [];
      for (let warming = 0; warming < 5; warming += 1) await Promise.all([list(), ask()]);
      for (let round = 0; round < rounds; round += 1)
        looks.push({ listed: await millisecondsOf(list), queried: await millisecondsOf(ask) });

      // nobody has looked at the portrait of the first one
      const others = 'SELECT id FROM application WHERE id <> ? LIMIT 5000';
      const ids = (await world.db.read((h) => h.query<{ id: string }>(others, [first.id]))).map(({ id }) => id);
      const approve = async (some: readonly string[]) => {
        for (let from = 0; from < some.length; from += TICKED) {
          const own = await staffAgain(world, 'shenhe');
          const which = { ids: some.slice(from, from + TICKED) };
          const { id } = await own.api.ok(reviewList.acting.select, { params, body: { act: 'approve', which } });
          await own.api.ok(reviewList.acting.start, { params: { ...params, selectionId: id } });
          await world.runJobs();
          // asked of the database: on a busy machine a token is over by now
          const [counted] = await world.db.read((h) =>
            h.query<{ n: number | string }>(
              "SELECT COUNT(*) AS n FROM selection_row WHERE selection_id = ? AND state = 'done'",
              [id],
            ),
          );
          const done = Number(counted?.n);
          if (done !== which.ids.length) throw new Error(`${which.ids.length - done} were not approved`);
        }
      };
      const update = async (some: readonly string[]) => {
        for (const id of some)
          await world.db.tx((h) => h.run('UPDATE participant SET version = version + 1 WHERE candidate_id = ?', [id]));
      };
      const acts: { approved: number; updated: number }[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const some = ids.slice(round * TOGETHER, (round + 1) * TOGETHER);
        acts.push({
          approved: (await millisecondsOf(() => approve(some))) / 1000,
          updated: (await millisecondsOf(() => update(some))) / 1000,
        });
      }
      return {
        listed: spreadOf(looks.map(({ listed }) => listed)),
        queried: spreadOf(looks.map(({ queried }) => queried)),
        listedByQueried: spreadOf(looks.map(({ listed, queried }) => listed / queried)),
        approved: spreadOf(acts.map(({ approved }) => approved)),
        updated: spreadOf(acts.map(({ updated }) => updated)),
        approvedByUpdated: spreadOf(acts.map(({ approved, updated }) => approved / updated)),
      };
    } finally {
      await world.stop();
    }
  } finally {
    await mariadb.stop();
  }
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
