import { type Result, failed, ok } from '@jikaotong/shared/kernel';
import type { SheetRead, SheetRefusal } from './column';
import { inWorker } from './in-worker';
import { readSheet } from './read-sheet';
import type { FileInZip, Package } from './reading/unpack-package';
import type { WantedColumns } from './reading/read-rows';

/** The one sheet of a package that has the columns wanted, read, with the pictures beside it. */
export type PackageRead<K extends string> = {
  readonly sheet: Buffer;
  readonly read: SheetRead<K>;
  readonly pictures: readonly FileInZip[];
};

/** The pictures in a ZIP that a stranger sent, unpacked in a worker. */
export async function readPictures(bytes: Buffer): Promise<Result<readonly FileInZip[], SheetRefusal>> {
  const unpacked = await unpack(bytes);
  if (!unpacked.ok) return unpacked;
  const { pictures } = unpacked.value;
  return pictures.length > 0 ? ok(pictures) : failed('no-pictures');
}

/** A package that a stranger sent: of its sheets the one with these columns. Refuses none (`no-sheet`) and two. */
export async function readPackage<K extends string>(
  bytes: Buffer,
  wanted: WantedColumns<K>,
): Promise<Result<PackageRead<K>, SheetRefusal>> {
  const unpacked = await unpack(bytes);
  if (!unpacked.ok) return unpacked;
  const { sheets, pictures } = unpacked.value;
  const found: Omit<PackageRead<K>, 'pictures'>[] = [];
  let refused: SheetRefusal | null = null;
  for (const { bytes: file } of sheets) {
    const sheet = Buffer.from(file);
    const read = await readSheet(sheet, wanted);
    if (read.ok) found.push({ sheet, read: read.value });
    else refused ??= read.error;
  }
  const whole = found.filter(({ read }) => !read.problems.some(({ code }) => code === 'column-missing'));
  if (whole.length > 1) return failed('sheets-twice');
  const one = whole[0] ?? found[0];
  return one ? ok({ ...one, pictures }) : failed(refused ?? 'no-sheet');
}

async function unpack(bytes: Buffer): Promise<Result<Package, SheetRefusal>> {
  const answer = await inWorker({ do: 'unpack', bytes });
  if (!answer.ok) return failed(answer.error);
  if (!('pictures' in answer.value)) throw new Error('something else than a package');
  return ok(answer.value);
}
