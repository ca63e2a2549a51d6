import { heldFilePurposeWord } from '@jikaotong/shared/words';
import { Zip, ZipPassThrough } from 'fflate';
import * as z from 'zod/mini';
import type { StoredFile } from '../../platform/files';
import { recordFile } from '../../platform/files';
import { type JobRun, jobHandler } from '../../platform/http';
import { enqueue } from '../../platform/jobs';
import { EXPORT_OVER_JOB, changeWaiting, findExport } from './data-export.repository';
import { exportIndex } from './export-index';
import { collectParts } from './export-parts';

export const EXPORT_JOB = 'personal-data-export';

/** How long a copy can be fetched, by the wall clock. */
const LASTS_MS = 24 * 3_600_000;
const MOST_BYTES = 400_000_000;

/** Makes the copy that somebody asked for, file by file, so that others are served in between. */
export const exportJob = jobHandler(EXPORT_JOB, z.object({ exportId: z.string() }), async (run, { exportId }) => {
  const asked = await run.read((h) => findExport(h, exportId));
  if (asked?.state !== 'waiting') return;
  const { view, rows, files, papers } = await collectParts(run, asked.accountId);
  const total = files.length + papers.length + 1;
  const note = (done: number) => run.tx((ctx) => changeWaiting(ctx.h, exportId, { done, total }));
  const zip = zipping();
  const names: string[] = [];
  const add = async (name: string, bytes: Uint8Array) => {
    names.push(name);
    zip.add(name, bytes);
    await note(names.length);
  };
  for (const [place, file] of files.entries()) await add(nameOf(file, place + 1), await run.ports.files.read(file));
  for (const paper of papers) {
    const { name, bytes } = await paper();
    await add(name, bytes);
  }
  const written = { askedOn: run.now.day, summary: view, records: rows };
  zip.add('数据.json', Buffer.from(JSON.stringify(written, null, 1)));
  zip.add('目录.html', Buffer.from(exportIndex(view, { on: run.now.day, files: names })));
  await store(run, { exportId, accountId: asked.accountId, total, bytes: zip.end() });
});

async function store(
  run: JobRun,
  given: { exportId: string; accountId: string; total: number; bytes: Buffer },
): Promise<void> {
  const { exportId, accountId, total, bytes } = given;
  const spec = { purpose: 'export', ownerAccountId: null, savedAs: '我的个人信息.zip', maxBytes: MOST_BYTES };
  const file = await run.ports.files.write(bytes, { ...spec, accept: ['application/zip'] });
  const kept = await run.tx(async (ctx) => {
    const expiresAt = ctx.now.wallMs + LASTS_MS;
    if (!file.ok) return changeWaiting(ctx.h, exportId, { state: 'failed', liveKey: null });
    const set = {
      state: 'ready',
      liveKey: null,
      done: total,
      total,
      bytes: bytes.length,
      fileId: file.value.id,
    } as const;
    if (!(await changeWaiting(ctx.h, exportId, { ...set, expiresAt }))) return false;
    await recordFile(ctx.h, file.value);
    await enqueue(ctx.h, { kind: EXPORT_OVER_JOB, key: exportId, dueMs: ctx.now.ms + LASTS_MS, payload: {} });
    ctx.audit('data-exported', { accountId });
    return true;
  }, accountId);
  // the account was closed meanwhile, or another run was faster
  if (file.ok && !kept) await run.ports.files.remove(file.value.id);
}

const EXTENSIONS = new Map([
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['application/pdf', 'pdf'],
]);

const nameOf = ({ purpose, type }: StoredFile, number: number): string =>
  `文件/${String(number).padStart(2, '0')}-${heldFilePurposeWord(purpose)}.${EXTENSIONS.get(type) ?? 'bin'}`;

/** Pictures and PDFs are packed already: stored as they are. */
function zipping() {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    parts.push(chunk);
  });
  return {
    add: (name: string, bytes: Uint8Array) => {
      const file = new ZipPassThrough(name);
      zip.add(file);
      file.push(bytes, true);
    },
    end: (): Buffer => {
      zip.end();
      return Buffer.concat(parts);
    },
  };
}
