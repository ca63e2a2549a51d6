import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { type Score, isScore } from '@jikaotong/shared/kernel';
import type { ContestRule } from '@jikaotong/shared/notice';
import { readNoticeDraft } from '@jikaotong/shared/notice-file';
import { type Marks, rankStage } from '@jikaotong/shared/rules/ranking';
import { startMariadb } from '../../test/support/mariadb';
import { type Spread, spreadOf } from './statistics';

export type RankingFigures = {
  /** Milliseconds from the query to the ranks. */
  readonly rules: Spread;
  readonly sql: Spread;
  /** Rules : SQL, round by round; 1 is as fast. */
  readonly ratio: Spread;
};

const ENTRANTS = 10_000;
/** Total, then skill; how many share both, and of how many the percentage is. */
const WINDOWS = `
  SELECT entrant, total, RANK() OVER (ORDER BY total DESC, skill DESC) AS place,
         COUNT(*) OVER (PARTITION BY total, skill) AS tied, COUNT(*) OVER () AS scored
  FROM (SELECT entrant, 30 * theory + 70 * skill AS total, skill FROM bench_ranking.marks
        WHERE status = 'present' AND theory IS NOT NULL AND skill IS NOT NULL) AS present`;
const ROWS = 'SELECT entrant, theory, skill, status FROM bench_ranking.marks';

type Stored = RowDataPacket & { entrant: string; theory: number | null; skill: number | null; status: Marks['status'] };
type Placed = RowDataPacket & { entrant: string; place: number };

/** The ranking of a stage of 10,000 by the rules beside window functions, both from the same stored marks, turn by turn. */
export async function measureRanking({ rounds }: { rounds: number }): Promise<RankingFigures> {
  const contest = await contestOf('shared/notices/bspia-2025-competition-monitor-operator.yaml');
  const mariadb = await startMariadb();
  try {
    const db = await createConnection(mariadb.url);
    try {
      await storeMarks(db);
      return await measure(db, contest, rounds);
    } finally {
      await db.end();
    }
  } finally {
    await mariadb.stop();
  }
}

async function measure(db: Connection, contest: ContestRule, rounds: number): Promise<RankingFigures> {
  const byRules = async () => {
    const [rows] = await db.query<Stored[]>(ROWS);
    const marks = rows.map(({ entrant, theory, skill, status }): Marks => ({
      entrant,
      group: null,
      theory: scoreOf(theory),
      skill: scoreOf(skill),
      status,
    }));
    const ranking = rankStage({ contest, stage: 'preliminary', marks, decisions: [] });
    if (!ranking.ok) throw new Error('not ranked');
    return ranking.value.groups.flatMap(({ ranked }) => ranked.map(({ entrant, from }) => [entrant, from] as const));
  };
  const bySql = async () => {
    const [rows] = await db.query<Placed[]>(WINDOWS);
    return rows.map(({ entrant, place }) => [entrant, Number(place)] as const);
  };
  // fresh code runs slowly; and both say the same
  for (let warming = 0; warming < 3; warming++) {
    const places = new Map(await bySql());
    const differs = (await byRules()).filter(([entrant, from]) => places.get(entrant) !== from);
    if (differs.length > 0) throw new Error(`${differs.length} ranks differ`);
  }
  const measured: { rules: number; sql: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    // who goes first changes, for a machine that gets slower or faster meanwhile
    const rulesFirst = round % 2 === 0;
    const first = await millisecondsOf(rulesFirst ? byRules : bySql);
    const second = await millisecondsOf(rulesFirst ? bySql : byRules);
    measured.push(rulesFirst ? { rules: first, sql: second } : { rules: second, sql: first });
  }
  return {
    rules: spreadOf(measured.map(({ rules }) => rules)),
    sql: spreadOf(measured.map(({ sql }) => sql)),
    ratio: spreadOf(measured.map(({ rules, sql }) => rules / sql)),
  };
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Marks as an evening leaves them: many alike, some absent, some missing. */
async function storeMarks(db: Connection): Promise<void> {
  await db.query('CREATE DATABASE bench_ranking');
  await db.query(
    'CREATE TABLE bench_ranking.marks (entrant VARCHAR(64) PRIMARY KEY, theory INT NULL, skill INT NULL, status VARCHAR(16) NOT NULL)',
  );
  const rows = Array.from({ length: ENTRANTS }, (_, at) => {
    const mark = (step: number, different: number): number => 4_000 + ((at * step) % different) * 5;
    const status = at % 20 === 0 ? 'absent' : 'present';
    return [String(at + 1), at % 77 === 0 ? null : mark(7_919, 1_201), mark(104_729, 1_187), status];
  });
  await db.query('INSERT INTO bench_ranking.marks (entrant, theory, skill, status) VALUES ?', [rows]);
}

const scoreOf = (stored: number | null): Score | null => (stored !== null && isScore(stored) ? stored : null);

async function contestOf(file: string): Promise<ContestRule> {
  const notice = await readNoticeDraft(file);
  if (!notice.ok || notice.value.contest === null) throw new Error(`${file} does not read`);
  return notice.value.contest;
}
