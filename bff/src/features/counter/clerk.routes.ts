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
  searchApplications,
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
const open = query(contract.openSlip, async (c) => {
  const code = readSlipCode(c.input.params.code);
  const slip = (await findSlipByCode(c.h, bodiesOf(c.actor, CLERKS), code)) ?? refuse('not-found');
  c.audit('slip-opened', { applicationId: slip.candidateId });
  return presentAtCounter(c, await atCounter(c, slip, await applicationOf(c, slip)));
});

const get = query(contract.getAtCounter, (c) => presentOwn(c, c.input.params.id));

const list = query(contract.listAtCounter, async (c) => {
  const { q, of, limit = DEFAULT_PAGE, cursor } = c.input.query;
  const bodyIds = bodiesOf(c.actor, CLERKS);
  const sinceMs = instantAt(c.now.day, timeOfDay('00:00'));
  const candidateIds =
    q === undefined ? null : await searchApplications(c.h, bodyIds, searchIndices(c.ports.crypto, q));
  const filter = { bodyIds, of, sinceMs, candidateIds };
  const { items: slips, next } = pageOf(
    await listSlips(c.h, filter, { before: lastSeen(cursor), limit: limit + 1 }),
    limit,
    (slip) => [slip.id],
  );
  const rows = await findApplications(
    c.h,
    slips.map(({ candidateId }) => candidateId),
  );
  const frameOf = await loadFrames(c.h, rows);
  const names = await namesOf(
    c.h,
    slips.map(({ confirmedBy }) => confirmedBy),
  );
  const items = slips.flatMap((slip) => {
    const row = rows.find(({ id }) => id === slip.candidateId);
    // what was sent back or given up is no longer the counter's business
    if (!row || !['waiting', 'confirmed'].includes(stateOf({ slip, row }))) return [];
    const confirmedBy = slip.confirmedBy === null ? null : names(slip.confirmedBy);
    return [presentItem(c, { slip, row, frame: frameOf(row), confirmedBy })];
  });
  return { items, next, counts: await countSlips(c.h, bodyIds, sinceMs) };
});

const listSessions = query(contract.listCounterSessions, async (c) => {
  const bodyIds = bodiesOf(c.actor, CLERKS);
  const items = [];
  for (const session of await listPublishedSessions(c.h)) {
    const { closes } = spanOf(session.windows, 'application');
    const isOver = closes !== null && closes < c.now.day;
    const frame = bodyIds.includes(session.bodyId) && !isOver ? await findFrame(c.h, session.id) : null;
    const days = frame && (await daysOf(c, frame));
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
  before: async (o) => {
    const { photoFileId } = o.input.body;
    return photoFileId ? measureOwnPhoto(o, o.actor.accountId, photoFileId) : null;
  },
  handle: async (c, photo) => {
    const { row, slip, frame } = await lockedClerksOwn(c, CLERKS, c.input.params.id);
    if (!MENDABLE.includes(row.state)) refuse('wrong-state', { state: row.state });
    const parts = c.input.body;
    await saveDraft(c, { row, frame, version: c.ifMatch, parts, photo, clerkId: c.actor.accountId });
    await carryTicks(c.h, slip, { from: row.version, to: row.version + 1 });
    const fields = [
      ...Object.keys(parts).filter((part) => part !== 'candidate'),
      ...Object.keys(parts.candidate ?? {}),
    ];
    c.audit('counter-corrected', { applicationId: row.id }, { fields });
    return presentOwn(c, row.id);
  },
});

const tickOne = command(contract.tickOriginal, {
  handle: async (c) => {
    const at = await lockedClerksOwn(c, CLERKS, c.input.params.id);
    await tick(c, at, { ...c.input.body, byAccountId: c.actor.accountId });
    return { id: at.row.id };
  },
  present: presentOwn,
});

const sendSlipBack = command(contract.sendSlipBack, {
  handle: async (c) => {
    const at = await lockedClerksOwn(c, CLERKS, c.input.params.id);
    await sendBack(c, at, c.input.body.note);
    return { id: at.row.id };
  },
  present: () => Promise.resolve({ done: true } as const),
});

const confirmOne = command(contract.confirmAtCounter, {
  handle: async (c) => {
    const at = await lockedClerksOwn(c, CLERKS, c.input.params.id);
    await confirm(c, at, { version: c.input.body.version, byAccountId: c.actor.accountId });
    return { id: at.row.id };
  },
  present: presentOwn,
});

const form = download(contract.downloadCounterForm, {
  find: async (c) => {
    const { id, document } = c.input.params;
    const { row } = await clerksOwn(c, CLERKS, id);
    const found = await findForm(c, row, document);
    c.audit('application-looked-at', { applicationId: row.id }, { document });
    return found;
  },
  render: renderForm,
});

export const routes: Route[] = [open, get, list, listSessions, save, tickOne, sendSlipBack, confirmOne, form];
