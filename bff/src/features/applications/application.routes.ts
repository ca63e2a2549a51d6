import { applications as contract } from '@jikaotong/shared/contract';
import { withinWindow } from '@jikaotong/shared/rules/progress';
import { type Call, DEFAULT_PAGE, action, command, lastSeen, pageOf, query, refuse } from '../../platform/http';
import { hasConsented, loadAccount } from '../accounts';
import { MENDABLE } from './application.policy';
import { presentSummary } from './application.presenter';
import { listOwn } from './application.repository';
import { lockSession } from '../sessions';
import { findFrame, loadFrame, loadFrames } from './frame';
import { handIn } from './hand-in';
import { openDraft } from './open-draft';
import { loadOwn, presentOwn } from './own';
import { measureOwnPhoto, saveDraft } from './save-draft';
import { withdraw } from './withdraw';

type OwnCall = Call<typeof contract.getApplication>;

const create = command(contract.createApplication, {
  handle: async (c) => {
    const { sessionId, offeringCode, facts } = c.input.body;
    // locked: a cancellation at the same time must find this draft, or be found by it
    await lockSession(c.h, sessionId);
    const frame = await findFrame(c.h, sessionId);
    if (frame?.sessionState !== 'published') return refuse('not-found');
    if (!frame.offeringCodes.includes(offeringCode)) refuse('offering-unknown', { offeringCode });
    const outside = withinWindow(frame.windows, 'application', c.now.day);
    if (outside) refuse(outside.code, outside.data);
    await refuseWithoutConsent(c);
    return { id: await openDraft(c, { accountId: c.actor.accountId, frame, offeringCode, facts }) };
  },
  present: presentOwn,
});

const listMine = query(contract.listMyApplications, async (c) => {
  const limit = c.input.query.limit ?? DEFAULT_PAGE;
  const cursor = lastSeen(c.input.query.cursor);
  const rows = await listOwn(c.h, c.actor.accountId, { cursor, limit: limit + 1 });
  const { items, next } = pageOf(rows, limit, (row) => [row.id]);
  const frameOf = await loadFrames(c.h, items);
  return { items: items.map((row) => presentSummary(c, row, frameOf(row))), next };
});

const get = query(contract.getApplication, (c) => presentOwn(c, c.input.params.id));

const save = action(contract.saveApplication, {
  before: async (o) => {
    const { photoFileId } = o.input.body;
    return photoFileId ? measureOwnPhoto(o, o.actor.accountId, photoFileId) : null;
  },
  handle: async (c, photo) => {
    const row = await loadOwn(c, c.input.params.id);
    if (!MENDABLE.includes(row.state)) refuse('wrong-state', { state: row.state });
    const frame = await loadFrame(c.h, row);
    await saveDraft(c, { row, frame, version: c.ifMatch, parts: c.input.body, photo });
    return presentOwn(c, row.id);
  },
});

const submit = command(contract.submitApplication, {
  handle: async (c) => {
    const row = await loadOwn(c, c.input.params.id);
    await refuseWithoutConsent(c);
    await handIn(c, row, await loadFrame(c.h, row), 'phone');
    return { id: row.id };
  },
  present: presentOwn,
});

const stepBack = command(contract.withdrawApplication, {
  handle: async (c) => {
    const row = await loadOwn(c, c.input.params.id);
    await withdraw(c, row);
    return { id: row.id };
  },
  present: presentOwn,
});

export const routes = [create, listMine, get, save, submit, stepBack];

/** Sensitive personal information needs a consent of its own, in the text now in force (个人信息保护法). */
async function refuseWithoutConsent(c: Pick<OwnCall, 'h' | 'actor'>): Promise<void> {
  if (!hasConsented(await loadAccount(c.h, c.actor.accountId))) refuse('consent-needed');
}
