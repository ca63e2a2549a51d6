import { EXPORTS_A_DAY, personalData as contract } from '@jikaotong/shared/contract';
import { findFile } from '../../platform/files';
import { type Actor, type Context, command, download, publishedQuery, query, refuse } from '../../platform/http';
import { enqueue } from '../../platform/jobs';
import { presentOwnAccount, takeConsentBack } from '../accounts';
import { addExport, findOwnExport } from './data-export.repository';
import { closeOwnAccount, eraseOwnEnrolment } from './erase';
import { EXPORT_JOB } from './export.job';
import { handlersOf } from './handlers';
import { presentExport, presentPersonalData } from './personal-data.presenter';

const DONE = { done: true } as const;

const getPersonalData = query(contract.getPersonalData, (ctx) => presentPersonalData(ctx, ctx.actor.accountId));

const requestExport = command(contract.requestExport, {
  handle: async (ctx) => {
    const { accountId } = ctx.actor;
    const asked = await addExport(ctx.h, { accountId, day: ctx.now.day, nowMs: ctx.now.ms });
    if (asked === 'none-left') return refuse('export-limit', { most: EXPORTS_A_DAY });
    await enqueue(ctx.h, { kind: EXPORT_JOB, key: asked.id, dueMs: ctx.now.ms, payload: { exportId: asked.id } });
    return { id: asked.id };
  },
  present: async (ctx, id) => presentExport(await ownExport(ctx, id), ctx.now.wallMs),
});

const getExport = query(contract.getExport, async (ctx) =>
  presentExport(await ownExport(ctx, ctx.input.params.id), ctx.now.wallMs),
);

const downloadExport = download(contract.downloadExport, {
  find: async (ctx) => {
    const row = await ownExport(ctx, ctx.input.params.id);
    const isReady = presentExport(row, ctx.now.wallMs).state === 'ready' && row.fileId !== null;
    return (isReady && row.fileId !== null ? await findFile(ctx.h, row.fileId) : null) ?? refuse('export-over');
  },
  render: async ({ ports }, file) => ({ bytes: await ports.files.read(file), type: file.type, name: file.name }),
});

const listHandlers = publishedQuery(contract.listHandlers, async (ctx) => ({
  items: await handlersOf(ctx.h, ctx.now.day),
}));

const ownExport = async (ctx: Pick<Context, 'h'> & { readonly actor: Actor }, id: string) =>
  (await findOwnExport(ctx.h, ctx.actor.accountId, id)) ?? refuse('not-found');

const eraseEnrolment = command(contract.eraseEnrolment, {
  handle: async (ctx) => {
    const { id } = ctx.input.params;
    await eraseOwnEnrolment(ctx, ctx.actor.accountId, id);
    return { id };
  },
  present: () => Promise.resolve(DONE),
});

const closeAccount = command(contract.closeAccount, {
  handle: async (ctx) => {
    if (ctx.actor.kind === 'staff') refuse('staff-account');
    await closeOwnAccount(ctx, ctx.actor.accountId);
    return { id: ctx.actor.accountId };
  },
  present: () => Promise.resolve(DONE),
});

const withdrawConsent = command(contract.withdrawConsent, {
  handle: async (ctx) => {
    await takeConsentBack(ctx, ctx.actor.accountId);
    return { id: ctx.actor.accountId };
  },
  present: (ctx, accountId) => presentOwnAccount(ctx, accountId),
});

export const routes = [
  getPersonalData,
  requestExport,
  getExport,
  downloadExport,
  eraseEnrolment,
  closeAccount,
  withdrawConsent,
  listHandlers,
];
