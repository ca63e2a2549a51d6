import { counter as contract } from '@jikaotong/shared/contract';
import { instantAt, timeOfDay } from '@jikaotong/shared/kernel';
import { individualsApply } from '@jikaotong/shared/rules/counter';
import { spanOf } from '@jikaotong/shared/rules/progress';
import {
  DEFAULT_PAGE,
  type Route,
  action,
  bodiesOf,
  command,
  download,
  lastSeen,
  pageOf,
  query,
  refuse,
} from '../../platform/http';
import {
  MENDABLE,
  findApplications,
  findForm,
  findFrame,
  loadFrames,
  measureOwnPhoto,
  presentOffering,
  renderForm,
  saveDraft,
} from '../applications';
import { searchIndices } from '../candidates';
import { listPublishedSessions } from '../sessions';
import { applicationOf, atCounter, clerksOwn, daysOf, lockedClerksOwn, presentOwn } from './at-counter';
import { namesOf, presentAtCounter, presentItem } from './counter.presenter';
import { stateOf } from './counter.policy';
import { carryTicks, confirm, sendBack, tick } from './clerk';
import { readSlipCode } from './slip-code';
import { countSlips, findSlipByCode, listSlips } from './slip.repository';

const CLERKS = contract.getAtCounter.who;

/** The full number is shown: who looked, and when, is kept. */
const open = query(contract.openSlip, async (ctx) => {
  const code = readSlipCode(ctx.input.params.code);
  const slip = (await findSlipByCode(ctx.h, bodiesOf(ctx.actor, CLERKS), code)) ?? refuse('not-found');
  ctx.audit('slip-opened', { applicationId: slip.candidateId });
  return presentAtCounter(ctx, await atCounter(ctx, slip, await applicationOf(ctx, slip)));
});

const get = query(contract.getAtCounter, (ctx) => presentOwn(ctx, ctx.input.params.id));

const list = query(contract.listAtCounter, async (ctx) => {
  const { q, of, limit = DEFAULT_PAGE, cursor } = ctx.input.query;
  const bodyIds = bodiesOf(ctx.actor, CLERKS);
  const sinceMs = instantAt(ctx.now.day, timeOfDay('00:00'));
  const search = q === undefined ? null : searchIndices(ctx.ports.crypto, q);
  const filter = { bodyIds, of, sinceMs, search };
  const { items: slips, next } = pageOf(
    await listSlips(ctx.h, filter, { before: lastSeen(cursor), limit: limit + 1 }),
    limit,
    (slip) => [slip.id],
  );
  const rows = await findApplications(
    ctx.h,
    slips.map(({ candidateId }) => candidateId),
  );
  const frameOf = await loadFrames(ctx.h, rows);
  const names = await namesOf(
    ctx.h,
    slips.map(({ confirmedBy }) => confirmedBy),
  );
  const items = slips.flatMap((slip) => {
    const row = rows.find(({ id }) => id === slip.candidateId);
    // what was sent back or given up is no longer the counter's business
    if (!row || !['waiting', 'confirmed'].includes(stateOf({ slip, row }))) return [];
    const confirmedBy = slip.confirmedBy === null ? null : names(slip.confirmedBy);
    return [presentItem(ctx, { slip, row, frame: frameOf(row), confirmedBy })];
  });
  return { items, next, counts: await countSlips(ctx.h, bodyIds, sinceMs) };
});

const listSessions = query(contract.listCounterSessions, async (ctx) => {
  const bodyIds = bodiesOf(ctx.actor, CLERKS);
  const items = [];
  for (const session of await listPublishedSessions(ctx.h)) {
    const { closes } = spanOf(session.windows, 'application');
    const isOver = closes !== null && closes < ctx.now.day;
    const frame = bodyIds.includes(session.bodyId) && !isOver ? await findFrame(ctx.h, session.id) : null;
    const days = frame && (await daysOf(ctx, frame));
    if (!frame || !days) continue;
    items.push({
      sessionId: session.id,
      sessionName: session.name,
      noticeId: frame.notice.id,
      noticeTitle: frame.notice.title.value,
      offerings: frame.offeringCodes.map((code) => presentOffering(frame, code)),
      individuals: individualsApply(frame.notice) === 'counter' ? ('counter' as const) : ('online' as const),
      counter: days,
    });
  }
  return { items };
});

const save = action(contract.saveAtCounter, {
  before: async (outside) => {
    const { photoFileId } = outside.input.body;
    return photoFileId ? measureOwnPhoto(outside, outside.actor.accountId, photoFileId) : null;
  },
  handle: async (ctx, photo) => {
    const { row, slip, frame } = await lockedClerksOwn(ctx, CLERKS, ctx.input.params.id);
    if (!MENDABLE.includes(row.state)) refuse('wrong-state', { state: row.state });
    const parts = ctx.input.body;
    await saveDraft(ctx, { row, frame, version: ctx.ifMatch, parts, photo, clerkId: ctx.actor.accountId });
    await carryTicks(ctx.h, slip, { from: row.version, to: row.version + 1 });
    const fields = [
      ...Object.keys(parts).filter((part) => part !== 'candidate'),
      ...Object.keys(parts.candidate ?? {}),
    ];
    ctx.audit('counter-corrected', { applicationId: row.id }, { fields });
    return presentOwn(ctx, row.id);
  },
});

const tickOne = command(contract.tickOriginal, {
  handle: async (ctx) => {
    const at = await lockedClerksOwn(ctx, CLERKS, ctx.input.params.id);
    await tick(ctx, at, { ...ctx.input.body, byAccountId: ctx.actor.accountId });
    return { id: at.row.id };
  },
  present: presentOwn,
});

const sendSlipBack = command(contract.sendSlipBack, {
  handle: async (ctx) => {
    const at = await lockedClerksOwn(ctx, CLERKS, ctx.input.params.id);
    await sendBack(ctx, at, ctx.input.body.note);
    return { id: at.row.id };
  },
  present: () => Promise.resolve({ done: true } as const),
});

const confirmOne = command(contract.confirmAtCounter, {
  handle: async (ctx) => {
    const at = await lockedClerksOwn(ctx, CLERKS, ctx.input.params.id);
    const { version, forfeitsPasses = false } = ctx.input.body;
    await confirm(ctx, at, { version, forfeitsPasses, byAccountId: ctx.actor.accountId });
    return { id: at.row.id };
  },
  present: presentOwn,
});

const form = download(contract.downloadCounterForm, {
  find: async (ctx) => {
    const { id, document } = ctx.input.params;
    const { row } = await clerksOwn(ctx, CLERKS, id);
    const found = await findForm(ctx, row, document);
    ctx.audit('application-looked-at', { applicationId: row.id }, { document });
    return found;
  },
  render: renderForm,
});

export const routes: Route[] = [open, get, list, listSessions, save, tickOne, sendSlipBack, confirmOne, form];
