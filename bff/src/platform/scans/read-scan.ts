import { type Result, failed, ok } from '@jikaotong/shared/kernel';
import { readPictures } from '../sheets';
import { workerPool } from '../worker-pool';
import type { ScanAnswer, ScanTask, SeenPage } from './task';

export type ScanPage = SeenPage;
/** `damaged`: it cannot be opened. The rest: why a ZIP is refused. */
export type ScanRefusal = 'damaged' | Extract<Awaited<ReturnType<typeof readPictures>>, { ok: false }>['error'];

/** One at a time: a page decoded takes a hundred megabytes. */
const pool = workerPool<ScanTask, ScanAnswer>({
  name: 'scan',
  source: new URL('worker.ts', import.meta.url),
  bundle: new URL('scan-worker.js', import.meta.url),
  atOnce: 1,
  queue: 40,
  deadlineMs: (task) => (task.do === 'count' ? 30_000 : 90_000),
  memoryMb: 512,
  renewAfter: 40,
});

type Scan = { readonly type: string; readonly bytes: Buffer };

/** How many pages a scan has: a PDF, a ZIP of pictures in the order of their names, or one picture. */
export async function pagesOfScan({ type, bytes }: Scan): Promise<Result<number, ScanRefusal>> {
  if (type === 'application/zip') {
    const pictures = await readPictures(bytes);
    return pictures.ok ? ok(pictures.value.length) : pictures;
  }
  if (type !== 'application/pdf') return ok(1);
  const answer = await pool({ do: 'count', pdf: bytes });
  if (!answer.ok) return failed(answer.error);
  return 'pages' in answer.value ? ok(answer.value.pages) : failed('damaged');
}

/** Some pages of a scan, from 1; a page that takes too long alone is one without a picture. */
export async function readScan(
  scan: Scan,
  { from, count }: { readonly from: number; readonly count: number },
): Promise<Result<readonly ScanPage[], ScanRefusal>> {
  const task = await taskOf(scan, { from, count });
  if (!task.ok) return task;
  const answer = await pool(task.value);
  if (answer.ok) return 'seen' in answer.value ? ok(answer.value.seen) : failed('damaged');
  if (answer.error !== 'too-heavy') return failed(answer.error);
  if (count === 1) return ok([{ picture: null, code: null }]);
  const pages: ScanPage[] = [];
  for (let at = from; at < from + count; at += 1) {
    const one = await readScan(scan, { from: at, count: 1 });
    if (!one.ok) return one;
    pages.push(...one.value);
  }
  return ok(pages);
}

async function taskOf(
  { type, bytes }: Scan,
  { from, count }: { readonly from: number; readonly count: number },
): Promise<Result<ScanTask, ScanRefusal>> {
  if (type === 'application/pdf') return ok({ do: 'read', pdf: bytes, from, count });
  if (type !== 'application/zip') return ok({ do: 'look', pictures: [bytes] });
  const unpacked = await readPictures(bytes);
  if (!unpacked.ok) return unpacked;
  const byName = unpacked.value.toSorted((one, other) =>
    one.name.localeCompare(other.name, 'zh-CN', { numeric: true }),
  );
  return ok({ do: 'look', pictures: byName.slice(from - 1, from - 1 + count).map((picture) => picture.bytes) });
}
