import { type Result, failed, ok } from '@jikaotong/shared/kernel';
import type { SheetRefusal } from './column';
import { inWorker } from './in-worker';
import type { SheetLayout } from './reading/layout-of';
import type { WantedColumns } from './reading/read-rows';
import type { SheetTemplate } from './writing/build-sheet';
import type { MarkedCell } from './writing/mark-errors';

/** A template or an export as a workbook; written in a worker, for a long one takes seconds. */
export async function writeSheet<K extends string>(template: SheetTemplate<K>): Promise<Buffer> {
  const answer = await inWorker({ do: 'write', template });
  if (!answer.ok || !(answer.value instanceof Uint8Array)) throw new Error('a sheet was not written');
  return Buffer.from(answer.value);
}

/** Rows below the headers of a layout, every column in its place. */
export async function fillSheet(layout: SheetLayout, rows: readonly (readonly string[])[]): Promise<Buffer> {
  const answer = await inWorker({ do: 'fill', layout, rows });
  if (!answer.ok || !(answer.value instanceof Uint8Array)) throw new Error('a sheet was not written');
  return Buffer.from(answer.value);
}

/** The sheet as it was read, every cell where it stood, with what is wrong in a last column 错误. */
export async function markedSheet<K extends string>(
  bytes: Buffer,
  wanted: WantedColumns<K>,
  cells: readonly MarkedCell[],
): Promise<Result<Buffer, SheetRefusal>> {
  const answer = await inWorker({ do: 'mark', bytes, wanted, cells });
  if (!answer.ok) return failed(answer.error);
  if (!(answer.value instanceof Uint8Array)) throw new Error('rows where bytes were asked');
  return ok(Buffer.from(answer.value));
}
