import type { Notice } from '@jikaotong/shared/notice';
import { type NoticeChange, type Concern, noticeChangesOf, concernOf } from '@jikaotong/shared/rules/changes';
import { referenceDayOf } from '@jikaotong/shared/rules/eligibility';
import { feeOf } from '@jikaotong/shared/rules/fees';
import * as z from 'zod/mini';
import { type Context, type JobHandler, jobHandler } from '../../platform/http';
import { type Notification, tellAccount } from '../../platform/outbox';
import { type Application, assessSubmission, listUnderOlder, openApplicant, openToldParts } from '../applications';
import { followersOf } from '../calendars';
import { enrolledAmong } from '../candidates';
import { listLiveEntries } from '../contests';
import { loadNotice } from '../notices';
import { type Session, findSession } from '../sessions';
import { mayStillApply } from './affected';
import type { Draft } from './draft.record';
import { findDraft, advanceTold } from './draft.repository';

export const NOTIFY_VERSION_CHANGE_JOB = 'tell-of-notice-version';

/** Where it begins: with the applications, in the order of their ids. */
export const FIRST_POSITION = 'a:';
const FIRST_ENTRY = 'e:';
const FIRST_FOLLOWER = 'f:';
const DONE = 'done';
/** So many are looked at in one transaction. */
const BATCH = 200;

type MessageData = Notification['data'];
type Published = { readonly draft: Draft; readonly before: Notice; readonly after: Notice; readonly version: number };

/**
 * Tells one batch of applications, of entries and of followers, each kind only once the one before it is done. True while
 * there are more people to tell.
 */
export async function notifyFirst(ctx: Context, draftId: string): Promise<boolean> {
  for (const kindDone of [FIRST_ENTRY, FIRST_FOLLOWER, DONE]) {
    const told = await notifyNext(ctx, draftId);
    if (told !== kindDone) return told !== DONE;
  }
  return false;
}

/**
 * Tells the next people what a published draft changed for them, each once: the mark of how far it went moves in the same
 * transaction, and only from where this run found it. Gives the new mark.
 */
async function notifyNext(ctx: Context, draftId: string): Promise<string> {
  const draft = await findDraft(ctx.h, draftId);
  const { told = null, publishedVersion = null } = draft ?? {};
  if (!draft || told === null || told === DONE || publishedVersion === null) return DONE;
  const published = await loadPublished(ctx, draft, publishedVersion);
  const next = published === null ? DONE : await stepOf(told)(ctx, published, told.slice(2));
  if (!(await advanceTold(ctx.h, draft.id, told, next))) throw new Error(`draft ${draft.id} is told by two at once`);
  return next;
}

function stepOf(told: string) {
  if (told.startsWith(FIRST_POSITION)) return notifyApplicants;
  return told.startsWith(FIRST_ENTRY) ? notifyEntrants : notifyFollowers;
}

/** Null for a notice's first version: nobody knew another. */
async function loadPublished(ctx: Context, draft: Draft, version: number): Promise<Published | null> {
  if (draft.baseVersion === 0) return null;
  const before = (await loadNotice(ctx.h, draft.noticeId, draft.baseVersion)).notice;
  return { draft, before, after: (await loadNotice(ctx.h, draft.noticeId, version)).notice, version };
}

async function notifyApplicants(ctx: Context, published: Published, after: string): Promise<string> {
  const { draft, version } = published;
  const changes = noticeChangesOf(published.before, published.after);
  const rows = await listUnderOlder(
    ctx.h,
    { sessionIds: (draft.publication?.sessions ?? []).map(({ id }) => id), version },
    { after, limit: BATCH },
  );
  const sessions = new Map<string, Session | null>();
  for (const row of rows) {
    if (!sessions.has(row.sessionId)) sessions.set(row.sessionId, await findSession(ctx.h, row.sessionId));
    const session = sessions.get(row.sessionId);
    if (session) await notifyApplicant(ctx, published, { changes, row, session });
  }
  const last = rows.at(-1);
  return rows.length === BATCH && last ? `${FIRST_POSITION}${last.id}` : FIRST_ENTRY;
}

async function notifyApplicant(
  ctx: Context,
  published: Published,
  given: { changes: readonly NoticeChange[]; row: Application; session: Session },
): Promise<void> {
  const { changes, row, session } = given;
  const standing = row.firstSubmittedOn === null ? 'draft' : 'submitted';
  if (standing === 'draft' && !mayStillApply(session, ctx.now.day)) return;
  const concern = concernOf(changes, { offeringCode: row.offeringCode, standing });
  if (concern.holds.length + concern.stays.length === 0) return;
  await tellAccount(ctx, {
    accountId: row.accountId,
    candidateId: row.id,
    code: 'notice-changed',
    data: {
      ...commonData(published, concern, standing),
      ...(standing === 'draft' ? { ...feesOf(published, row), ...verdictsOf(ctx, published, { row, session }) } : {}),
    },
  });
}

async function notifyEntrants(ctx: Context, published: Published, after: string): Promise<string> {
  const { draft, version, before, after: notice } = published;
  if (!notice.contest) return FIRST_FOLLOWER;
  const changes = noticeChangesOf(before, notice);
  const publishedVersion = await loadNotice(ctx.h, draft.noticeId, version);
  const page = { after: after === '' ? null : after, limit: BATCH };
  const entries = await listLiveEntries(ctx.h, draft.noticeId, page);
  for (const entry of entries) {
    // somebody whom a list of people registered has no account to tell
    if (entry.accountId === null || entry.noticeVersionId === publishedVersion.id) continue;
    const concern = concernOf(changes, { offeringCode: entry.offeringCode, standing: 'entry' });
    if (concern.holds.length + concern.stays.length === 0) continue;
    const data = commonData(published, concern, 'entry');
    await tellAccount(ctx, { accountId: entry.accountId, code: 'notice-changed', data });
  }
  const last = entries.at(-1);
  return entries.length === BATCH && last ? `${FIRST_ENTRY}${last.id}` : FIRST_FOLLOWER;
}

/** Whoever follows without an enrolment hears of every change; who has one was told what concerns it. */
async function notifyFollowers(ctx: Context, published: Published, after: string): Promise<string> {
  const { noticeId } = published.draft;
  const changes = noticeChangesOf(published.before, published.after);
  const followers = await followersOf(ctx.h, noticeId, { after, limit: BATCH });
  const enrolled = await enrolledAmong(
    ctx.h,
    noticeId,
    followers.map(({ accountId }) => accountId),
  );
  const data = commonData(published, { holds: changes, stays: [] }, 'follower');
  for (const { accountId } of followers)
    if (changes.length > 0 && !enrolled.has(accountId))
      await tellAccount(ctx, { accountId, code: 'notice-changed', data });
  const last = followers.at(-1);
  return followers.length === BATCH && last ? `${FIRST_FOLLOWER}${last.id}` : DONE;
}

const commonData = ({ after, version }: Published, { holds, stays }: Concern, standing: string) => ({
  title: after.title.value,
  version,
  standing,
  holds: groupsIn(holds),
  stays: groupsIn(stays),
});

const groupsIn = (changes: readonly NoticeChange[]): string =>
  [...new Set(changes.map(({ group }) => group))].join(',');

function feesOf({ before, after }: Published, { offeringCode }: Application): MessageData {
  const [old, now] = [feeOf(before, offeringCode), feeOf(after, offeringCode)];
  if (!old.ok || !now.ok || old.value.totalFen === now.value.totalFen) return {};
  return { feeBefore: old.value.totalFen, feeAfter: now.value.totalFen };
}

/** How a draft is judged today by either version, where that differs. */
function verdictsOf(
  ctx: Context,
  { before, after }: Published,
  { row, session: { examStart } }: { readonly row: Application; readonly session: Session },
): MessageData {
  const { offeringCode } = row;
  const { facts } = openToldParts(ctx.ports.crypto, row);
  const candidate = openApplicant(ctx.ports.crypto, row);
  const dayBy = (notice: Notice) => referenceDayOf(notice, { appliedOn: ctx.now.day, examStart });
  const by = (notice: Notice) =>
    assessSubmission({ notice, offeringCode, facts, candidate, on: dayBy(notice) }).verdict;
  const [was, is] = [by(before), by(after)];
  return was === is ? {} : { verdictBefore: was, verdictAfter: is };
}

/** Tells those whom the publishing transaction left, a batch a transaction. */
export const notifyVersionChangeJob: JobHandler = jobHandler(
  NOTIFY_VERSION_CHANGE_JOB,
  z.strictObject({ draftId: z.string() }),
  async ({ tx }, { draftId }) => {
    for (let told = ''; told !== DONE;) {
      told = await tx((ctx) => notifyNext(ctx, draftId));
    }
  },
);
