import * as z from 'zod/mini';
import { newId } from '../../platform/db';
import { type StoredFile, findFile, recordFile } from '../../platform/files';
import { type Context, type JobRun, jobHandler } from '../../platform/http';
import { enqueue } from '../../platform/jobs';
import { type ScanPage, readScan } from '../../platform/scans';
import { readFormCode } from './form-mark';
import { rosterNow } from './own-roster';
import type { SignedScan } from './signed-scan.record';
import { endScan, findScan, forgetOpenPages, goOn, insertPage } from './signed-scan.repository';
import { attachPage, judgePage, unplaced } from './take-page';

const SCAN_JOB = 'signed-scan';
const FORGET_JOB = 'signed-scan-forget';
const Payload = z.object({ scanId: z.string() });
const Step = z.object({ scanId: z.string(), from: z.number() });
/** Between two such pieces everybody else's jobs have their turn. */
const AT_ONCE = 5;
const KEPT_MS = 30 * 24 * 3_600_000;
const MAX_PAGE_BYTES = 10_000_000;

/** Lets a scan be read from a page on, and what nobody was given of it be forgotten. */
export async function planScan(ctx: Pick<Context, 'h' | 'now'>, scanId: string): Promise<void> {
  await planStep(ctx, scanId, 0);
  const dueMs = ctx.now.ms + KEPT_MS;
  await enqueue(ctx.h, { kind: FORGET_JOB, key: scanId, dueMs, payload: { scanId } });
}

const planStep = ({ h, now }: Pick<Context, 'h' | 'now'>, scanId: string, from: number): Promise<boolean> =>
  enqueue(h, { kind: SCAN_JOB, key: `${scanId}:${from}`, dueMs: now.ms, payload: { scanId, from } });

/** Reads some pages of a scan and gives each to its row; a page is there once, however often a piece begins anew. */
const readSignedScan = jobHandler(SCAN_JOB, Step, async (run, { scanId, from }) => {
  const at = await run.tx((ctx) => scanAt(ctx, scanId));
  if (at?.scan.read !== from) return;
  const { scan, file } = at;
  const pages = await readScan(
    { type: scan.fileType, bytes: await run.ports.files.read(file) },
    { from: from + 1, count: Math.min(AT_ONCE, scan.pages - from) },
  );
  if (!pages.ok) {
    // who is busy is asked again later
    if (pages.error === 'busy') throw new Error('too many scans are read');
    const { error } = pages;
    const over = await run.tx((ctx) =>
      endScan(ctx.h, scan, { state: 'refused', outcome: error, finishedAt: ctx.now.ms }),
    );
    if (over) await run.ports.files.remove(file.id);
    return;
  }
  const kept = await keepPictures(run, scan, pages.value);
  const result = await run.tx((ctx) => takePages(ctx, scan, kept), scan.accountId);
  for (const fileId of result.unused) await run.ports.files.remove(fileId);
  if (result.isOver) await run.ports.files.remove(file.id);
});

async function scanAt(ctx: Context, scanId: string): Promise<{ scan: SignedScan; file: StoredFile } | null> {
  const scan = await findScan(ctx.h, scanId);
  const file = scan?.state === 'reading' && scan.fileId !== null ? await findFile(ctx.h, scan.fileId) : null;
  return scan && file ? { scan, file } : null;
}

type Kept = { readonly code: string | null; readonly file: StoredFile | null };

/** Of another roster nothing is kept. */
async function keepPictures({ ports }: JobRun, scan: SignedScan, pages: readonly ScanPage[]): Promise<Kept[]> {
  const kept: Kept[] = [];
  for (const { picture, code } of pages) {
    const form = code === null ? null : readFormCode(code);
    const isOurs = form === null || form.rosterId === scan.rosterId;
    const stored =
      picture && isOurs
        ? await ports.files.write(Buffer.from(picture), {
            purpose: 'document',
            ownerAccountId: null,
            savedAs: 'signed-form.jpg',
            accept: ['image/jpeg'],
            maxBytes: MAX_PAGE_BYTES,
          })
        : null;
    kept.push({ code, file: stored?.ok ? stored.value : null });
  }
  return kept;
}

type Taken = { readonly unused: readonly string[]; readonly isOver: boolean };

async function takePages(ctx: Context, scan: SignedScan, pages: readonly Kept[]): Promise<Taken> {
  const all = pages.flatMap(({ file }) => file?.id ?? []);
  // the right of the moment: of an agent who was removed nothing goes on
  const open = await rosterNow({ h: ctx.h, actor: { accountId: scan.accountId } }, scan.rosterId);
  if (!open) {
    const over = { state: 'cancelled', outcome: null, finishedAt: ctx.now.ms } as const;
    return { unused: all, isOver: await endScan(ctx.h, scan, over) };
  }
  const read = scan.read + pages.length;
  if (!(await goOn(ctx.h, scan, read))) return { unused: all, isOver: false };
  const unused: string[] = [];
  for (const [at, { code, file }] of pages.entries()) {
    const form = code === null ? null : readFormCode(code);
    const isSeen = file !== null || (form !== null && form.rosterId !== scan.rosterId);
    const judged = !isSeen
      ? unplaced('no-picture')
      : form === null
        ? unplaced('no-code')
        : await judgePage(ctx, open, form);
    const isKept = file !== null && KEPT.has(judged.outcome);
    if (isKept) await recordFile(ctx.h, file);
    else if (file) unused.push(file.id);
    const page = { ...judged, id: newId(), scanId: scan.id, rosterId: scan.rosterId, number: scan.read + at + 1 };
    const fileId = isKept ? file.id : null;
    await insertPage(ctx.h, { ...page, fileId, givenBy: null });
    if (judged.outcome === 'taken') await attachPage(ctx, { ...judged, fileId });
  }
  if (read < scan.pages) {
    await planStep(ctx, scan.id, read);
    return { unused, isOver: false };
  }
  const over = { state: 'done', outcome: null, finishedAt: ctx.now.ms } as const;
  return { unused, isOver: await endScan(ctx.h, scan, over) };
}

/** What is taken, and what can still be given to somebody. */
const KEPT: ReadonlySet<string> = new Set(['taken', 'no-code', 'twice']);

/** A page that was of nobody for a month will not find its person any more. */
const forget = jobHandler(FORGET_JOB, Payload, async (run, { scanId }) => {
  const gone = await run.tx((ctx) => forgetOpenPages(ctx.h, scanId));
  for (const fileId of gone) await run.ports.files.remove(fileId);
});

export const jobs = [readSignedScan, forget];
