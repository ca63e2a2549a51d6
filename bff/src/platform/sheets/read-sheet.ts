import { type Result, failed, ok } from '@jikaotong/shared/kernel';
import type { SheetProblem, SheetRead, SheetRefusal } from './column';
import { inWorker } from './in-worker';
import type { SheetLayout } from './reading/layout-of';
import type { WantedColumns } from './reading/read-rows';
import { recordOf } from './record-of';

/** The rows of a file that a stranger sent, and every problem found at its cell; read in a worker. */
export async function readSheet<K extends string>(
  bytes: Buffer,
  wanted: WantedColumns<K>,
): Promise<Result<SheetRead<K>, SheetRefusal>> {
  const answer = await inWorker({ do: 'read', bytes, wanted });
  if (!answer.ok) return failed(answer.error);
  if (!('rows' in answer.value)) throw new Error('something else where rows were asked');
  const { rows, ...read } = answer.value;
  // a message from a worker names its columns as text
  return ok({
    ...read,
    rows: rows.map(({ row, values }) => ({ row, values: recordOf(wanted.columns, (key) => values[key]) })),
  });
}

/** How a file that a stranger sent is laid out: its header, and what stands above; read in a worker. */
export async function readLayout(bytes: Buffer): Promise<Result<SheetLayout, SheetRefusal>> {
  const answer = await inWorker({ do: 'layout', bytes });
  if (!answer.ok) return failed(answer.error);
  if (!('headers' in answer.value)) throw new Error('something else where a layout was asked');
  return ok(answer.value);
}

/** The same problems with the address of their cell, such as `D60`, where they concern one. */
export const withCells = <P extends Pick<SheetProblem<string>, 'column'> & { readonly row: number | null }>(
  problems: readonly P[],
  letters: Readonly<Record<string, string>>,
): (P & { cell: string | null })[] =>
  problems
    .map((problem) => {
      const letter = problem.column === null ? undefined : letters[problem.column];
      return { ...problem, cell: letter === undefined || problem.row === null ? null : `${letter}${problem.row}` };
    })
    .toSorted((a, b) => (a.row ?? LAST) - (b.row ?? LAST));

/** What stands in no row comes behind all that do. */
const LAST = Number.MAX_SAFE_INTEGER;
