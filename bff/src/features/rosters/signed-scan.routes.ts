import { rosterResults as contract } from '@jikaotong/shared/contract';
import { newId } from '../../platform/db';
import { recordFile } from '../../platform/files';
import {
  type Actor,
  type Context,
  type Route,
  command,
  action,
  query,
  refuse,
  refuseWhen,
  upload,
} from '../../platform/http';
import { pagesOfScan } from '../../platform/scans';
import { MENDABLE } from '../applications';
import { formMarkOf } from './form-mark';
import { refuseMending } from './mending';
import { loadRoster, refuseClosed } from './own-roster';
import { planScan } from './signed-scan.job';
import { presentScans } from './signed-scan.presenter';
import {
  changePage,
  countReading,
  endScan,
  findPage,
  findScan,
  forgetFiles,
  insertScan,
  pagesOfRow,
} from './signed-scan.repository';
import { attachPage, lockMember, missingOf, pageKeyOf } from './take-page';

const ACCEPT = ['application/pdf', 'application/zip', 'image/jpeg', 'image/png'] as const;
const MAX_BYTES = 10_000_000;
const MOST_PAGES = 400;
/** So many of a roster wait to be read. */
const MOST_WAITING = 10;

type Asked = Pick<Context, 'h' | 'now' | 'ports'> & { readonly actor: Actor };
const presentOwn = async (ctx: Asked, id: string) => presentScans(ctx, await loadRoster(ctx, id));

const get = query(contract.getSignedScans, (ctx) => presentOwn(ctx, ctx.input.params.id));

const send = upload(contract.uploadSignedScan, {
  keep: async (outside, { bytes }) => {
    const { actor, now, ports } = outside;
    await outside.read(async (h) => {
      const open = await loadRoster({ h, actor }, outside.input.params.id);
      refuseWhen(refuseClosed(open, now.day));
      if ((await countReading(h, open.roster.id)) >= MOST_WAITING) refuse('too-many-requests', { retryInSeconds: 60 });
    });
    const spec = { purpose: 'signed-scan', ownerAccountId: null, accept: ACCEPT, maxBytes: MAX_BYTES };
    const stored = await ports.files.write(bytes, spec);
    if (!stored.ok) return refuse('file-refused', { reason: stored.error });
    const pages = await pagesOfScan({ type: stored.value.type, bytes });
    const reason = !pages.ok ? pages.error : pages.value > MOST_PAGES ? 'too-many-pages' : null;
    if (!pages.ok || reason !== null) {
      await ports.files.remove(stored.value.id);
      return refuse('file-refused', { reason: reason ?? 'damaged' });
    }
    return { file: stored.value, pages: pages.value };
  },
  handle: async (ctx, { file, pages }) => {
    const open = await loadRoster(ctx, ctx.input.params.id);
    await recordFile(ctx.h, file);
    const id = newId();
    await insertScan(ctx.h, {
      id,
      rosterId: open.roster.id,
      accountId: ctx.actor.accountId,
      state: 'reading',
      outcome: null,
      fileId: file.id,
      fileType: file.type,
      pages,
      read: 0,
      at: ctx.now.ms,
      finishedAt: null,
    });
    await planScan(ctx, id);
    const { unitId, sessionId } = open.roster;
    ctx.audit('signed-scan-sent', { unitId, sessionId }, { pages });
    return presentScans(ctx, open);
  },
});

const cancel = command(contract.cancelSignedScan, {
  handle: async (ctx) => {
    const { roster } = await loadRoster(ctx, ctx.input.params.id);
    const scan = await findScan(ctx.h, ctx.input.params.scanId);
    if (scan?.rosterId !== roster.id) return refuse('not-found');
    const over = { state: 'cancelled', outcome: null, finishedAt: ctx.now.ms } as const;
    if (!(await endScan(ctx.h, scan, over))) refuse('wrong-state', { state: 'decided' });
    ctx.audit('signed-scan-cancelled', { unitId: roster.unitId, sessionId: roster.sessionId }, { read: scan.read });
    return { id: roster.id };
  },
  present: (ctx, id) => presentOwn(ctx, id),
});

const give = action(contract.giveScanPage, {
  handle: async (ctx) => {
    const open = await loadRoster(ctx, ctx.input.params.id);
    const page = (await findPage(ctx.h, open.roster.id, ctx.input.params.pageId)) ?? refuse('not-found');
    const { outcome, fileId } = page;
    if (fileId === null || (outcome !== 'no-code' && outcome !== 'twice'))
      return refuse('wrong-state', { state: 'decided' });
    const { rowId } = ctx.input.body;
    const member = (await lockMember(ctx, open, rowId)) ?? refuse('not-found');
    await refuseMending(ctx, open, member);
    const { state } = member.application;
    if (!MENDABLE.includes(state)) refuse('wrong-state', { state });
    if (member.row.disputedAt !== null) refuse('wrong-state', { state: 'row-disputed' });
    const formMark = formMarkOf(ctx, open, member.application);
    // what a code says nobody says otherwise
    if (page.rowId !== null && page.rowId !== rowId) refuse('wrong-state', { state: 'form-of-other' });
    if (page.formMark !== null && page.formMark !== formMark) refuse('wrong-state', { state: 'form-outdated' });
    const known = await pagesOfRow(ctx.h, rowId, formMark);
    const before = known.find(({ part }) => part === page.part);
    if (before) await changePage(ctx.h, before.id, { outcome: 'dropped', pageKey: null });
    const parts = known.find((one) => one.parts !== null)?.parts ?? null;
    const part = before?.part ?? missingOf(known)[0] ?? known.length + 1;
    if (parts !== null && part > parts) refuse('wrong-state', { state: 'form-complete' });
    const pageKey = pageKeyOf({ rowId, formMark, part });
    const givenBy = page.rowId === null ? ctx.actor.accountId : null;
    await changePage(ctx.h, page.id, { outcome: 'taken', rowId, formMark, part, parts, pageKey, givenBy });
    await attachPage(ctx, { rowId, fileId, formMark });
    ctx.audit('signed-page-given', { applicationId: rowId }, { number: page.number });
    return presentScans(ctx, open);
  },
});

const drop = action(contract.dropScanPage, {
  handle: async (ctx) => {
    const open = await loadRoster(ctx, ctx.input.params.id);
    const page = (await findPage(ctx.h, open.roster.id, ctx.input.params.pageId)) ?? refuse('not-found');
    if (page.outcome === 'taken' || page.outcome === 'dropped') refuse('wrong-state', { state: 'decided' });
    await changePage(ctx.h, page.id, { outcome: 'dropped', fileId: null });
    if (page.fileId !== null) await forgetFiles(ctx.h, [page.fileId]);
    const { unitId, sessionId } = open.roster;
    ctx.audit('signed-page-dropped', { unitId, sessionId }, { number: page.number });
    return presentScans(ctx, open);
  },
});

export const routes: Route[] = [get, send, cancel, give, drop];
