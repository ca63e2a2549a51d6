import { type Result, type Score, failed, ok, parseScore, totalText } from '@jikaotong/shared/kernel';
import type { ContestRule } from '@jikaotong/shared/notice';
import { parseDecisions } from '@jikaotong/shared/notice-file';
import {
  type DecisionFault,
  type Marks,
  type Ranking,
  type TieDecision,
  advancing,
  rankStage,
} from '@jikaotong/shared/rules/ranking';
import { type Answer, type Problem, refused, unfinished } from './answer';
import { entrantProblems, groupProblems, oneOf } from './entrants';
import { findContest, groupsOf } from './find-contest';
import { readArguments } from './read-arguments';
import { type Table, type TableRow, problem, readTable } from './read-table';
import { readText } from './read-text';

type Column = 'entrant' | 'theory' | 'skill' | 'status' | 'group';
const STATUSES = ['present', 'absent', 'disqualified'] as const;

/** `rank ID --stage S --scores FILE.csv [--decisions FILE]`: unique ranks and who advances; exit 1 while a tie is open. */
export async function rank(args: readonly string[]): Promise<Answer> {
  const read = readArguments(args, ['stage', 'scores', 'decisions']);
  if (!read.ok) return read;
  const { options, subject } = read.value;
  const contest = await findContest(subject);
  if (!contest.ok) return contest;
  const stages = contest.value.stages.map(({ code }) => code);
  const stage = oneOf(stages, options.stage ?? '');
  if (stage === null)
    return refused(
      '--stage',
      options.stage === undefined ? 'option-missing' : 'stage-unknown',
      `name one of ${stages.join(', ')}`,
    );
  const marks = await readMarks(contest.value, options.scores);
  if (!marks.ok) return marks;
  const decisions = await readDecisions(options.decisions);
  if (!decisions.ok) return decisions;
  const given = decisions.value.decisions;
  const ranking = rankStage({ contest: contest.value, stage, marks: marks.value, decisions: given });
  if (!ranking.ok) return failed(ranking.error.map((fault) => faultProblem(fault, decisions.value.lineOf)));
  const answer = printed(ranking.value);
  return answer.undecidedTies.length > 0 ? unfinished(answer) : ok(answer);
}

const printed = (ranking: Ranking) => ({
  ranked: ranking.groups.flatMap(({ ranked }) =>
    ranked.map((one) => ({
      entrant: one.entrant,
      rank: one.rank,
      total: totalText(one.total),
      advances: one.advances === 'yes',
    })),
  ),
  advancing: advancing(ranking),
  undecidedTies: ranking.groups.flatMap(({ undecidedTies }) => undecidedTies),
});

async function readMarks(
  contest: ContestRule,
  path: string | undefined,
): Promise<Result<readonly Marks[], readonly Problem[]>> {
  const groups = groupsOf(contest);
  const columns: readonly Column[] = ['entrant', 'theory', 'skill', 'status'];
  const table = await readTable<Column>('--scores', path, {
    required: groups === null ? columns : [...columns, 'group'],
    optional: groups === null ? ['group'] : [],
  });
  if (!table.ok) return table;
  const { rows, has } = table.value;
  const read = rows.map((row) => marksOf(row, has));
  const problems = [
    ...entrantProblems(rows),
    ...(has('group') ? groupProblems(rows, groups) : []),
    ...read.flatMap((row) => (row.ok ? [] : row.error)),
  ];
  if (problems.length > 0) return failed(problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)));
  return ok(read.flatMap((row) => (row.ok ? [row.value] : [])));
}

function marksOf({ line, cells }: TableRow<Column>, has: Table<Column>['has']): Result<Marks, readonly Problem[]> {
  const status = oneOf(STATUSES, cells.status);
  const theory = markOf('theory', line, cells.theory);
  const skill = markOf('skill', line, cells.skill);
  if (status !== null && theory.ok && skill.ok) {
    const group = has('group') ? cells.group : null;
    return ok({ entrant: cells.entrant, group, status, theory: theory.value, skill: skill.value });
  }
  return failed([
    ...(theory.ok ? [] : theory.error),
    ...(skill.ok ? [] : skill.error),
    ...(status === null
      ? [problem('status', line, 'status-unknown', `"${cells.status}" is none of ${STATUSES.join(', ')}`)]
      : []),
  ]);
}

/** An empty cell is no mark. */
function markOf(column: Column, line: number, given: string): Result<Score | null, readonly Problem[]> {
  if (given === '') return ok(null);
  const score = parseScore(given);
  if (score.ok) return score;
  const [, decimals = ''] = /^[+-]?\d+(?:\.(\d+))?$/.exec(given) ?? [null, null];
  if (decimals === null) return failed([problem(column, line, 'mark-not-a-number', `"${given}" is no decimal`)]);
  if (decimals.length > 2)
    return failed([problem(column, line, 'mark-too-fine', `${given} has more than two decimals`)]);
  return failed([problem(column, line, 'mark-out-of-range', `${given} is not from 0 to 100`)]);
}

type Decided = { readonly decisions: readonly TieDecision[]; readonly lineOf: (path: (string | number)[]) => number };

async function readDecisions(path: string | undefined): Promise<Result<Decided, readonly Problem[]>> {
  if (path === undefined) return ok({ decisions: [], lineOf: () => 1 });
  const text = await readText('--decisions', path);
  return text.ok ? parseDecisions(text.value) : text;
}

const faultProblem = ({ decision, code, entrants }: DecisionFault, lineOf: Decided['lineOf']): Problem =>
  problem(
    `${decision}.order`,
    lineOf([decision, 'order']),
    code,
    `${code.replaceAll('-', ' ')}: ${entrants.join(', ')}`,
  );
