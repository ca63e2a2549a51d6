import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demonstrationSecrets } from '@jikaotong/bff/platform/config';
import { rosters } from '@jikaotong/shared/contract';
import { proveCount } from '../../bff/src/prove-count.testing';
import { eventually } from '../support/eventually';
import { freePort } from '../support/free-port';
import { keptDatabase } from '../support/kept-database';
import { type ServerProcess, startServerProcess } from '../support/killed-process';
import { patience } from '../support/patience';
import { filledRoster, manyLines, templateOf } from '../support/rosters';
import { type TrainingBody, trainingBodyIn } from '../support/training-body';
import { openWorld } from '../support/world';

const PEOPLE = proveCount(640);
/** How far it is when the power goes: before its first rows, on the way, and close to the end. */
const MOMENTS = PEOPLE > 640 ? [0, 0.3, 0.6, 0.75] : [0.15];

let env: Record<string, string>;
let dropped: () => Promise<void>;
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jikaotong-killed-'));
  const database = await keptDatabase();
  env = {
    ...demonstrationSecrets(folder),
    DATA_DIR: folder,
    PORT: String(await freePort()),
    DEMONSTRATION_DAY: '2024-08-12',
    LOG_LEVEL: 'error',
    ...database.env,
  };
  dropped = async () => {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  };
});
afterAll(() => dropped());

/** Looks into the database while no server runs; on the embedded file nobody else may. */
async function between<T>(look: (world: Awaited<ReturnType<typeof openWorld>>) => Promise<T>): Promise<T> {
  const world = await openWorld({ day: '2024-08-12', env, kept: true });
  try {
    return await look(world);
  } finally {
    await world.stop();
  }
}

/** What stands in the roster, and what of it names somebody who stands there already. */
const counted = () =>
  between(({ db }) =>
    db.read(async (h) => {
      const rows = await h.query<{ document: string; position: number }>(
        `SELECT c.document_index AS document, r.position AS position FROM roster_row r JOIN candidate c ON c.id = r.id
         JOIN participant p ON p.candidate_id = c.id JOIN application a ON a.id = c.id`,
      );
      const candidates = await h.query<{ id: string }>('SELECT id FROM candidate');
      return {
        rows: rows.length,
        people: new Set(rows.map(({ document }) => document)).size,
        candidates: candidates.length,
      };
    }),
  );

/** The lease of the dead process runs out. */
const passLease = () =>
  between(({ db }) => db.tx((h) => h.run("UPDATE job SET not_before = ? WHERE state = 'waiting'", [new Date(0)])));

it(
  `a list of ${PEOPLE} is taken in once by a server that is killed ${MOMENTS.length} times`,
  { timeout: patience(PEOPLE > 640 ? 1_200_000 : 240_000) },
  async () => {
    let agent: TrainingBody['agent'] | null = null;
    let params = { id: '', importId: '' };
    await between(async (world) => {
      const body = await trainingBodyIn(world);
      agent = body.agent;
      const bytes = await filledRoster(await templateOf(body.agent, body.roster.id), manyLines(PEOPLE));
      const at = { id: body.roster.id };
      const sent = await body.agent.api.ok(rosters.rosterSheet.upload, {
        params: at,
        file: { bytes, name: '名单.xlsx' },
      });
      params = { ...at, importId: sent.id };
      await body.agent.api.ok(rosters.rosterSheet.confirm, { params, body: { missing: 'keep' } });
    });
    const progress = () => agent?.api.ok(rosters.rosterSheet.get, { params });
    const reached = (server: ServerProcess, share: number) =>
      eventually(async () => {
        const run = await progress();
        if (run?.state !== 'applying') throw new Error(`too late to kill it: ${run?.state}`);
        return run.applied >= share * PEOPLE;
      }).then(
        () => server.kill(),
        async (error: unknown) => {
          await server.kill();
          throw error;
        },
      );

    const deaths: number[] = [];
    for (const share of MOMENTS) {
      await reached(await startServerProcess(env), share);
      const stood = await counted();
      // half a transaction is none: nobody stands there in part, or twice
      expect(stood.people).toBe(stood.rows);
      expect(stood.candidates).toBe(stood.rows);
      deaths.push(stood.rows);
      await passLease();
    }
    expect(deaths.every((rows) => rows < PEOPLE)).toBe(true);
    const last = await startServerProcess(env);
    await eventually(async () => (await progress())?.state === 'done');
    expect(await progress()).toMatchObject({ applied: PEOPLE, refused: 0 });
    await last.kill();
    expect(await counted()).toEqual({ rows: PEOPLE, people: PEOPLE, candidates: PEOPLE });

    // a copy that forgets what it has applied, as if it began anew: the keys of the rows hold
    const again = async (forgetKeys: boolean) => {
      await between(({ db }) =>
        db.tx(async (h) => {
          if (forgetKeys) await h.run('UPDATE roster_row SET row_key = id');
          await h.run("UPDATE sheet_item SET state = 'waiting' WHERE kind = 'added'");
          await h.run("UPDATE sheet_import SET state = 'applying', applied = 0, refused = 0, finished_at = NULL");
          await h.run(
            "UPDATE job SET state = 'waiting', not_before = ?, done_at = NULL WHERE kind = 'sheet-apply-roster'",
            [new Date(0)],
          );
        }),
      );
      const server = await startServerProcess(env);
      await eventually(async () => (await progress())?.state === 'done');
      await server.kill();
      return counted();
    };
    expect(await again(false)).toEqual({ rows: PEOPLE, people: PEOPLE, candidates: PEOPLE });
    // and a copy without row keys as well doubles everybody, which the same count sees
    expect(await again(true)).toEqual({ rows: 2 * PEOPLE, people: PEOPLE, candidates: 2 * PEOPLE });
  },
);
