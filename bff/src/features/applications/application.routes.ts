import { applications as contract } from '@jikaotong/shared/contract';
import { withinWindow } from '@jikaotong/shared/rules/progress';
import { type Call, DEFAULT_PAGE, action, command, lastSeen, pageOf, query, refuse } from '../../platform/http';
import { hasConsented, loadAccount } from '../accounts';
import { openApplicant } from './applicant';
import { MENDABLE } from './application.policy';
import { presentSummary } from './application.presenter';
import { listOwn } from './application.repository';
import { lockSession } from '../sessions';
import { applicationSaved } from './events';
import { findFrame, loadFrame, loadFrames } from './frame';
import { handIn } from './hand-in';
import { openDraft } from './open-draft';
import { loadOwn, presentOwn } from './owner-access';
import { measureOwnPhoto, saveDraft } from './save-draft';
import { withdraw } from './withdraw';

type OwnCall = Call<typeof contract.getApplication>;

const create = command(contract.createApplication, {
  handle: async (ctx) => {
    const { sessionId, offeringCode, facts, forfeitsPasses = false } = ctx.input.body;
    // locked: a cancellation at the same time must find this draft, or be found by it
    await lockSession(ctx.h, sessionId);
    const frame = await findFrame(ctx.h, sessionId);
    if (frame?.sessionState !== 'published') return refuse('not-found');
    if (!frame.offeringCodes.includes(offeringCode)) refuse('offering-unknown', { offeringCode });
    const outside = withinWindow(frame.windows, 'application', ctx.now.day);
    if (outside) refuse(outside.code, outside.data);
    await refuseWithoutConsent(ctx);
    return { id: await openDraft(ctx, { accountId: ctx.actor.accountId, frame, offeringCode, facts, forfeitsPasses }) };
  },
  present: presentOwn,
});

const listMine = query(contract.listMyApplications, async (ctx) => {
  const limit = ctx.input.query.limit ?? DEFAULT_PAGE;
  const cursor = lastSeen(ctx.input.query.cursor);
  const rows = await listOwn(ctx.h, ctx.actor.accountId, { cursor, limit: limit + 1 });
  const { items, next } = pageOf(rows, limit, (row) => [row.id]);
  const frameOf = await loadFrames(ctx.h, items);
  return { items: items.map((row) => presentSummary(ctx, row, frameOf(row))), next };
});

const get = query(contract.getApplication, (ctx) => presentOwn(ctx, ctx.input.params.id));

const getNumbers = query(contract.getApplicationNumbers, async (ctx) => {
  const row = await loadOwn(ctx, ctx.input.params.id);
  const { documentNumber, phone } = openApplicant(ctx.ports.crypto, row);
  return { documentNumber, phone };
});

const save = action(contract.saveApplication, {
  before: async (outside) => {
    const { photoFileId } = outside.input.body;
    return photoFileId ? measureOwnPhoto(outside, outside.actor.accountId, photoFileId) : null;
  },
  handle: async (ctx, photo) => {
    const row = await loadOwn(ctx, ctx.input.params.id);
    if (!MENDABLE.includes(row.state)) refuse('wrong-state', { state: row.state });
    const frame = await loadFrame(ctx.h, row);
    await saveDraft(ctx, { row, frame, version: ctx.ifMatch, parts: ctx.input.body, photo });
    await ctx.emit(applicationSaved({ applicationId: row.id }));
    return presentOwn(ctx, row.id);
  },
});

const submit = command(contract.submitApplication, {
  handle: async (ctx) => {
    const row = await loadOwn(ctx, ctx.input.params.id);
    await refuseWithoutConsent(ctx);
    const { forfeitsPasses = row.forfeitsPasses } = ctx.input.body;
    await handIn(ctx, { ...row, forfeitsPasses }, await loadFrame(ctx.h, row), 'phone');
    return { id: row.id };
  },
  present: presentOwn,
});

const stepBack = command(contract.withdrawApplication, {
  handle: async (ctx) => {
    const row = await loadOwn(ctx, ctx.input.params.id);
    await withdraw(ctx, row);
    return { id: row.id };
  },
  present: presentOwn,
});

export const routes = [create, listMine, get, getNumbers, save, submit, stepBack];

/** Sensitive personal information needs a consent of its own, in the text now in force (个人信息保护法). */
async function refuseWithoutConsent(ctx: Pick<OwnCall, 'h' | 'actor'>): Promise<void> {
  if (!hasConsented(await loadAccount(ctx.h, ctx.actor.accountId))) refuse('consent-needed');
}
