import { type Result, failed, ok } from '@jikaotong/shared/kernel';
import { type ContestRule, UNIT_KINDS } from '@jikaotong/shared/notice';
import { type Finisher, awardsOf } from '@jikaotong/shared/rules/awards';
import { type Answer, type Problem, printedSource } from './answer';
import { entrantProblems, groupProblems, oneOf } from './entrants';
import { findContest, groupsOf } from './find-contest';
import { readArguments } from './read-arguments';
import { type TableRow, problem, readTable } from './read-table';

const COLUMNS = ['entrant', 'unit', 'unitKind', 'coach', 'unionCard', 'takingPart', 'reached', 'rank'] as const;
type Column = (typeof COLUMNS)[number] | 'group';
type Row = TableRow<Column>;

/** `awards ID --ranking FILE.csv`: every award with its recipient and clause, and what staff decide. */
export async function awards(args: readonly string[]): Promise<Answer> {
  const read = readArguments(args, ['ranking']);
  if (!read.ok) return read;
  const contest = await findContest(read.value.subject);
  if (!contest.ok) return contest;
  const finishers = await readFinishers(contest.value, read.value.options.ranking);
  if (!finishers.ok) return finishers;
  const { lines, forStaff } = awardsOf(contest.value, finishers.value);
  return ok({
    awards: lines.map(({ award, to, fen, source }) => ({
      award,
      to: `${to.kind}:${to.name}`,
      fen,
      clause: printedSource(source).clause,
    })),
    forStaff: [...new Set(forStaff.map(({ award }) => award))],
  });
}

async function readFinishers(
  contest: ContestRule,
  path: string | undefined,
): Promise<Result<readonly Finisher[], readonly Problem[]>> {
  const groups = groupsOf(contest);
  const table = await readTable<Column>('--ranking', path, {
    required: groups === null ? COLUMNS : [...COLUMNS, 'group'],
    optional: groups === null ? ['group'] : [],
  });
  if (!table.ok) return table;
  const { rows, has } = table.value;
  const stages = contest.stages.map(({ code }) => code);
  const problems = [
    ...entrantProblems(rows),
    ...(has('group') ? groupProblems(rows, groups) : []),
    ...rows.flatMap((row) => [...wordProblems(row, stages), ...contradictions(row, stages)]),
    ...rankProblems(rows),
    ...unitProblems(rows),
  ];
  if (problems.length > 0) return failed(problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)));
  return ok(rows.map((row) => finisherOf(row, has('group'))));
}

const finisherOf = ({ cells }: Row, hasGroup: boolean): Finisher => {
  const kind = oneOf(UNIT_KINDS, cells.unitKind);
  return {
    entrant: cells.entrant,
    group: hasGroup ? cells.group : null,
    unit: cells.unit !== '' && kind ? { name: cells.unit, kind } : null,
    coach: cells.coach === '' ? null : cells.coach,
    unionCard: cells.unionCard === 'yes',
    takingPart: cells.takingPart === 'yes',
    reached: cells.reached === '' ? null : cells.reached,
    rank: cells.rank === '' ? null : Number(cells.rank),
  };
};

/** Cells that hold none of the words they may hold. */
function wordProblems({ line, cells }: Row, stages: readonly string[]): readonly Problem[] {
  const unless = (column: Column, words: readonly string[], mayBeEmpty: boolean): Problem[] =>
    words.includes(cells[column]) || (mayBeEmpty && cells[column] === '')
      ? []
      : [
          problem(
            column,
            line,
            `${CODES[column] ?? column}-unknown`,
            `"${cells[column]}" is none of ${words.join(', ')}`,
          ),
        ];
  return [
    ...unless('unitKind', UNIT_KINDS, cells.unit === ''),
    ...unless('unionCard', ['yes', 'no'], false),
    ...unless('takingPart', ['yes', 'no'], false),
    ...unless('reached', stages, true),
    ...(/^([1-9]\d{0,5})?$/.test(cells.rank)
      ? []
      : [problem('rank', line, 'rank-not-a-number', `"${cells.rank}" is no rank from 1`)]),
  ];
}
const CODES: Partial<Record<Column, string>> = {
  unitKind: 'unit-kind',
  unionCard: 'union-card',
  takingPart: 'taking-part',
  reached: 'stage',
};

/** Rows that cannot be true: a rank without the final, a later stage for somebody who never took part. */
function contradictions({ line, cells }: Row, stages: readonly string[]): readonly Problem[] {
  const { takingPart, reached, rank } = cells;
  if (rank !== '' && stages.includes(reached) && reached !== stages.at(-1))
    return [problem('rank', line, 'rank-without-final', `ranked ${rank} in the final and reached ${reached}`)];
  if (rank !== '' && reached === '')
    return [problem('rank', line, 'rank-without-final', `ranked ${rank} and reached no stage`)];
  if (takingPart === 'no' && stages.indexOf(reached) > 0)
    return [problem('takingPart', line, 'absent-yet-advanced', `reached ${reached} without taking part`)];
  return [];
}

function rankProblems(rows: readonly Row[]): readonly Problem[] {
  const lines = new Map<string, number>();
  return rows.flatMap(({ line, cells: { rank, group } }) => {
    if (rank === '') return [];
    const key = `${group}\n${rank}`;
    const first = lines.get(key);
    if (first !== undefined) return [problem('rank', line, 'rank-twice', `${rank} stands on line ${first} as well`)];
    lines.set(key, line);
    return [];
  });
}

/** A unit is of one kind. */
function unitProblems(rows: readonly Row[]): readonly Problem[] {
  const kinds = new Map<string, { kind: string; line: number }>();
  return rows.flatMap(({ line, cells: { unit, unitKind } }) => {
    if (unit === '') return [];
    const first = kinds.get(unit) ?? { kind: unitKind, line };
    kinds.set(unit, first);
    if (first.kind === unitKind) return [];
    return [problem('unitKind', line, 'unit-kind-differs', `${unit} is ${first.kind} on line ${first.line}`)];
  });
}
