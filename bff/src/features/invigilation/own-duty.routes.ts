import { randomBytes } from 'node:crypto';
import { dutyLink as links, invigilation as contract } from '@jikaotong/shared/contract';
import { instantAt, timeOfDay } from '@jikaotong/shared/kernel';
import { type DoorAct, graceEndsMs } from '@jikaotong/shared/rules/door';
import { maskPhone } from '@jikaotong/shared/rules/identity';
import { momentOf } from '@jikaotong/shared/rules/sending';
import { type Context, type OutsideCall, type Route, command, gather, query, refuse } from '../../platform/http';
import { type StoredFile, findFile, recordFile } from '../../platform/files';
import { refuseOtherPhone } from '../accounts';
import { admittedOf } from '../participants';
import { outcomesOf } from './door-act.repository';
import { dutyListOf, itemsOf, noticeOf, presentDuty, toldOf } from './duty-list';
import {
  type Duty,
  findByLink,
  findOwn,
  findOwnLocked,
  join,
  lockHour,
  noteHeard,
  phoneOfDuty,
} from './duty.repository';
import { noteGrace } from './note-grace';
import { graceOf, hoursOf, openDuty, ownDuties } from './own-duty';
import { roomHoursOf, seatedIn } from './room-hours.repository';
import { type TakenAct, type Unreadable, keepUnreadable, takeActs } from './take-acts';

/** The duty that a link still leads to: neither used nor of a day that is over. */
async function invitedTo({ h, now }: Pick<Context, 'h' | 'now'>, token: string): Promise<Duty> {
  const duty = (await findByLink(h, token)) ?? refuse('invitation-invalid');
  return duty.day < now.day ? refuse('invitation-invalid') : duty;
}

const getDutyInvitation = query(links.getDutyInvitation, async (ctx) => {
  const { h, ports } = ctx;
  const duty = await invitedTo(ctx, ctx.input.params.token);
  const hours = hoursOf(duty, await roomHoursOf(h, duty.sessionId, duty.slot)) ?? refuse('invitation-invalid');
  const { bodyName, sessionName, day, startsAt, endsAt } = await presentDuty(h, { duty, hours });
  const phone = phoneOfDuty(ports.crypto, duty);
  return {
    bodyName,
    sessionName,
    day,
    startsAt,
    endsAt,
    sites: [...new Set(hours.rooms.map(({ siteName }) => siteName))].map((siteName) => {
      const rooms = hours.rooms.filter((room) => room.siteName === siteName);
      return { siteName, address: rooms[0]?.address ?? '', roomNames: rooms.map(({ roomName }) => roomName) };
    }),
    phoneMasked: phone && maskPhone(phone),
  };
});

/** Whoever holds the link must have proven the number that the officer gave it to. */
const joinDuty = command(links.joinDuty, {
  handle: async (ctx) => {
    const duty = await invitedTo(ctx, ctx.input.params.token);
    await refuseOtherPhone(ctx, duty);
    if (!(await join(ctx.h, duty, ctx.actor.accountId))) refuse('invitation-invalid');
    ctx.audit('duty-joined', { dutyId: duty.id, sessionId: duty.sessionId });
    return { id: duty.id };
  },
  present: (_, dutyId) => Promise.resolve({ dutyId }),
});

const listMyDuties = query(contract.listMyDuties, async (ctx) => {
  const items = [];
  for (const one of await ownDuties(ctx)) items.push(await presentDuty(ctx.h, one));
  return { items, now: ctx.now.ms };
});

const getDutyList = query(contract.getDutyList, async (ctx) => {
  const open = await openDuty(ctx, ctx.input.params.id);
  ctx.audit('duty-list-fetched', { dutyId: open.duty.id, sessionId: open.duty.sessionId });
  return dutyListOf(ctx, open);
});

/** So many photos go at once. */
const PHOTOS = 15;
/** Pixels in height: enough to know a face by, in some kilobytes. */
const PHOTO_HEIGHT = 240;

const getDutyPhotos = gather(contract.getDutyPhotos, {
  find: async (ctx) => {
    const { duty } = await openDuty(ctx, ctx.input.params.id);
    const seats = await seatedIn(ctx.h, duty);
    const from = seats.findIndex(({ id }) => id === ctx.input.query.after) + 1;
    const page = seats.slice(from, from + PHOTOS);
    const ids = page.map(({ participantId }) => participantId);
    const photos = new Map<string, StoredFile>();
    for (const { participantId, photoFileId } of await admittedOf(ctx.h, ctx.ports.crypto, ids)) {
      const file = photoFileId && (await findFile(ctx.h, photoFileId));
      if (file) photos.set(participantId, file);
    }
    const found = page.flatMap(({ id, participantId }) => {
      const file = photos.get(participantId);
      return file ? [{ sittingId: id, file }] : [];
    });
    return { found, next: seats.length > from + PHOTOS ? (page.at(-1)?.id ?? null) : null };
  },
  present: async (outside, { found, next }) => {
    const items: { sittingId: string; jpeg: string }[] = [];
    for (const { sittingId, file } of found) {
      const bytes = await outside.ports.files.readSmall(file, PHOTO_HEIGHT);
      items.push({ sittingId, jpeg: bytes.toString('base64') });
    }
    return { items, next };
  },
});

type Kept = ReadonlyMap<string, StoredFile>;

const sendDoorActs = command(contract.sendDoorActs, {
  before: keepPictures,
  handle: async (ctx, kept) => {
    const { acts, sentAtMs, waiting, listAt } = ctx.input.body;
    const own = (await findOwn(ctx.h, ctx.actor.accountId, ctx.input.params.id)) ?? refuse('not-found');
    const { graceMinutes } = await graceOf(ctx.h, own.bodyId);
    const hour = ctx.now.ms > slotGraceEndsMs(own, graceMinutes) ? await lockHour(ctx.h, own) : [];
    const duty = (await findOwnLocked(ctx.h, ctx.actor.accountId, own.id)) ?? refuse('not-found');
    const { read, unread } = sorted(acts);
    const fresh = await freshIn(ctx, duty.id, read);
    for (const { nonce } of fresh) {
      const file = kept.get(nonce);
      if (file) await recordFile(ctx.h, file);
    }
    const { notice } = await noticeOf(ctx.h, duty.sessionId);
    const items = itemsOf(notice);
    await takeActs(ctx, {
      duty,
      accountId: ctx.actor.accountId,
      graceMinutes,
      momentOf: momentOf({ nowMs: ctx.now.ms, sentAtMs, notBeforeMs: instantAt(duty.day, timeOfDay('00:00')) }),
      items: new Set(items.map(({ code }) => code)),
      needsWarning: new Set(items.filter(({ afterWarning }) => afterWarning).map(({ code }) => code)),
      acts: fresh.map((act): TakenAct => ({ ...act, pictureFileId: kept.get(act.nonce)?.id ?? null })),
    });
    await keepUnreadable(ctx, { duty, accountId: ctx.actor.accountId }, await freshIn(ctx, duty.id, unread));
    await noteHeard(ctx.h, duty.id, {
      heardAt: ctx.now.ms,
      waiting,
      ...(listAt !== undefined && { listFetchedAt: listAt }),
    });
    if (duty.state === 'open')
      await noteGrace(ctx.h, { ...duty, heardAt: ctx.now.ms, waiting }, { hour, graceMinutes });
    if (fresh.length > 0) {
      const ids = { dutyId: duty.id, sessionId: duty.sessionId };
      ctx.audit('door-acts-taken', ids, { acts: fresh.length });
    }
    return { id: duty.id };
  },
  present: async (ctx, dutyId) => {
    const duty = (await findOwn(ctx.h, ctx.actor.accountId, dutyId)) ?? refuse('not-found');
    const outcomes = await outcomesOf(ctx.h, dutyId, ctx.input.body.acts);
    const seats = duty.state === 'open' ? await seatedIn(ctx.h, duty) : [];
    return {
      answers: [...outcomes].map(([nonce, outcome]) => ({ nonce, outcome })),
      told: await toldOf(ctx.h, seats),
      isOpen: duty.state === 'open',
      now: ctx.now.ms,
    };
  },
});

/** Nobody of an hour is late before: its name is the day and the time at which it begins. */
const slotGraceEndsMs = ({ day, slot }: Pick<Duty, 'day' | 'slot'>, graceMinutes: number): number =>
  graceEndsMs({ day, graceMinutes }, { startsAt: timeOfDay(slot.slice(-5)) });

type Acts = OutsideCall<typeof contract.sendDoorActs>['input']['body']['acts'];

/** Acts as we know them, and what is none. */
function sorted(acts: Acts): { readonly read: DoorAct[]; readonly unread: Unreadable[] } {
  const read: DoorAct[] = [];
  const unread: Unreadable[] = [];
  for (const act of acts) {
    const known = contract.DoorActSchema.safeParse(act);
    if (known.success) read.push(known.data);
    else unread.push(act);
  }
  return { read, unread };
}

/** Those that did not come before; one that came twice in this very moment counts once. */
async function freshIn<T extends { readonly nonce: string }>(
  { h }: Pick<Context, 'h'>,
  dutyId: string,
  acts: readonly T[],
): Promise<T[]> {
  const known = await outcomesOf(h, dutyId, acts);
  return [...new Map(acts.map((act) => [act.nonce, act])).values()].filter(({ nonce }) => !known.has(nonce));
}

const PICTURE_BYTES = 300_000;

/** Pictures, by the nonce of their act. One that does not open is left out: what is said stays true without it. */
async function keepPictures(outside: OutsideCall<typeof contract.sendDoorActs>): Promise<Kept> {
  const { read } = sorted(outside.input.body.acts);
  const pictured = read.filter((act) => 'picture' in act && act.picture !== null);
  const kept = new Map<string, StoredFile>();
  if (pictured.length === 0) return kept;
  const owned = await outside.read(async (h) => {
    const duty = await findOwn(h, outside.actor.accountId, outside.input.params.id);
    return duty && freshIn({ h }, duty.id, pictured);
  });
  const spec = { purpose: 'door-picture', ownerAccountId: null, accept: ['image/jpeg'], maxBytes: PICTURE_BYTES };
  for (const act of owned ?? []) {
    if (!('picture' in act) || act.picture === null) continue;
    const written = await outside.ports.files.write(Buffer.from(act.picture, 'base64'), spec);
    if (written.ok) kept.set(act.nonce, written.value);
  }
  return kept;
}

/** A key of a duty's own. */
export const newMarkKey = (): string => randomBytes(32).toString('hex');

export const routes: Route[] = [getDutyInvitation, joinDuty, listMyDuties, getDutyList, getDutyPhotos, sendDoorActs];
