import type { Facts } from '@jikaotong/shared/notice';
import { isDuplicate, newId } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { loadAccount, phoneOf } from '../accounts';
import {
  type Candidate,
  type Identity,
  NOBODY,
  accountKeyOf,
  changeCandidate,
  findByAccountKey,
  insertCandidate,
  sealIdentity,
  sessionScope,
} from '../candidates';
import { changeIf, insertParticipant, newParticipant } from '../participants';
import { NOTHING_TOLD } from './applicant';
import type { Application, ApplicationRow } from './application.record';
import { changeOwnRow, findAny, insertOwnRow } from './application.repository';
import { applicationStarted } from './events';
import type { Frame } from './frame';
import { guardOf } from './guard';
import { findKeptPass } from './kept-pass';
import { openToldParts, sealToldParts } from './told-parts';

type Wanted = {
  readonly frame: Frame;
  readonly offeringCode: string;
  readonly facts?: Facts | undefined;
  readonly forfeitsPasses?: boolean;
};

/**
 * The account's live application to an offering: a new draft, which knows the phone that signed in, or the unfinished
 * one with the answers given now. Refuses `application-conflict` when one was handed in already, and `passes-kept` when
 * it would forfeit passes and nobody said so.
 */
export async function openDraft(
  ctx: Context,
  wanted: Wanted & { readonly accountId: string; readonly forfeitsPasses: boolean },
): Promise<string> {
  const { accountId, frame, offeringCode, forfeitsPasses } = wanted;
  const accountKey = accountKeyOf(sessionScope(frame.sessionId, offeringCode), accountId);
  const known = await findByAccountKey(ctx.h, accountKey);
  if (known) await refuseHandedIn(ctx, known.id);
  const kept = forfeitsPasses ? null : await findKeptPass(ctx, { accountId, frame, offeringCode });
  if (kept) refuse('passes-kept', { applicationId: kept.id, until: kept.retakeUntil });
  if (known) return goOn(ctx, known.id, wanted);
  const phone = phoneOf(ctx.ports.crypto, await loadAccount(ctx.h, accountId));
  try {
    return await newDraft(ctx, wanted, { accountId, accountKey, phone, unitId: null });
  } catch (error) {
    // the same account tapped twice: the first draft is the draft
    const winner = isDuplicate(error, 'uq_candidate_account') ? await findByAccountKey(ctx.h, accountKey) : null;
    if (!winner) throw error;
    return goOn(ctx, winner.id, wanted);
  }
}

/** A new draft of somebody who has no account here, until one claims it. */
export const openDraftOfNobody = (ctx: Context, wanted: Wanted): Promise<string> =>
  newDraft(ctx, wanted, { accountId: null, accountKey: null, phone: null, unitId: null });

/**
 * The account's draft for a unit's roster: a new one, or the one that was begun alone. Refuses `application-conflict` when
 * the account has handed one in, or takes subjects again.
 */
export async function openDraftOfMember(
  ctx: Context,
  { accountId, unitId, ...wanted }: Wanted & { readonly accountId: string; readonly unitId: string },
): Promise<string> {
  const accountKey = accountKeyOf(sessionScope(wanted.frame.sessionId, wanted.offeringCode), accountId);
  const known = await findByAccountKey(ctx.h, accountKey);
  if (known) {
    const row = await refuseHandedIn(ctx, known.id);
    if (known.unitId !== null || known.subjects !== null) refuse('application-conflict', { applicationId: known.id });
    if (!(await changeIf(ctx.h, guardOf(row, ['draft']), {}))) refuse('changed-meanwhile');
    await changeCandidate(ctx.h, known.id, { unitId });
    return known.id;
  }
  const phone = phoneOf(ctx.ports.crypto, await loadAccount(ctx.h, accountId));
  return newDraft(ctx, wanted, { accountId, accountKey, phone, unitId }).catch((error: unknown) => {
    // the same account tapped twice: the first one writes
    if (!isDuplicate(error, 'uq_candidate_account')) throw error;
    return refuse('changed-meanwhile');
  });
}

async function newDraft(
  ctx: Context,
  { frame, offeringCode, facts, forfeitsPasses = false }: Wanted,
  owner: Pick<Candidate, 'accountId' | 'accountKey' | 'unitId'> & { readonly phone: string | null },
): Promise<string> {
  const { accountId, accountKey, unitId, phone } = owner;
  const id = newId();
  const candidate = newCandidate(ctx, { id, frame, offeringCode, accountId, accountKey, unitId }, { ...NOBODY, phone });
  const told = sealToldParts(ctx.ports.crypto, id, { facts: facts ?? {}, papers: [] });
  await insertDraft(ctx, candidate, frame, { ...emptyRow(id, frame, told), forfeitsPasses });
  return id;
}

/** What is written down of a draft before anything but its identity is known. */
export const newCandidate = (
  { ports, now }: Pick<Context, 'ports' | 'now'>,
  of: { readonly id: string; readonly frame: Frame; readonly unitId?: string | null } & Pick<
    Candidate,
    'offeringCode' | 'accountId' | 'accountKey'
  >,
  identity: Identity,
): Candidate => {
  const { id, frame, offeringCode, accountId, accountKey, unitId = null } = of;
  return {
    id,
    kind: 'application',
    bodyId: frame.bodyId,
    noticeId: frame.notice.id,
    offeringCode,
    accountId,
    unitId,
    personId: null,
    subjects: null,
    retakeOfId: null,
    retakeKey: null,
    retakeScheme: null,
    scope: sessionScope(frame.sessionId, offeringCode),
    accountKey,
    documentKey: null,
    personKey: null,
    ...sealIdentity(ports.crypto, id, identity),
    photo: null,
    erased: null,
    createdAt: now.ms,
  };
};

/** Writes the three rows of a draft; whoever hears of it may refuse. */
export async function insertDraft(
  ctx: Context,
  candidate: Candidate,
  frame: Frame,
  row: ApplicationRow,
): Promise<void> {
  const { id, offeringCode } = candidate;
  await insertCandidate(ctx.h, candidate);
  await insertParticipant(ctx.h, newParticipant(candidate, { eventId: frame.sessionId, state: 'draft' }));
  await insertOwnRow(ctx.h, row);
  ctx.audit('application-started', { applicationId: id, sessionId: frame.sessionId }, { offering: offeringCode });
  await ctx.emit(applicationStarted({ applicationId: id }));
}

async function refuseHandedIn(ctx: Context, id: string): Promise<Application> {
  const row = await findAny(ctx.h, id);
  if (!row) throw new Error(`application ${id} is gone`);
  if (row.state !== 'draft') refuse('application-conflict', { applicationId: id });
  return row;
}

async function goOn(ctx: Context, id: string, { facts, forfeitsPasses = false }: Wanted): Promise<string> {
  const row = await refuseHandedIn(ctx, id);
  if (facts === undefined && forfeitsPasses === row.forfeitsPasses) return id;
  if (!(await changeIf(ctx.h, guardOf(row, ['draft']), {}))) refuse('changed-meanwhile');
  const told = openToldParts(ctx.ports.crypto, row);
  const parts = sealToldParts(ctx.ports.crypto, id, { ...told, facts: { ...told.facts, ...facts } });
  await changeOwnRow(ctx.h, id, { ...parts, forfeitsPasses: row.forfeitsPasses || forfeitsPasses });
  return id;
}

export const emptyRow = (id: string, frame: Frame, told: Pick<ApplicationRow, 'facts' | 'papers'>): ApplicationRow => ({
  id,
  noticeVersion: frame.noticeVersion,
  noticeVersionId: frame.noticeVersionId,
  ...NOTHING_TOLD,
  ...told,
  route: null,
  assessment: null,
  signatureFileId: null,
  fees: null,
  changedFields: [],
  changedBefore: null,
  returnedMarks: null,
  doubts: null,
  barredOn: null,
  portraitSeen: null,
  portraitSeenBy: null,
  portraitSeenAt: null,
  round: 0,
  rejection: null,
  correctedOn: null,
  atCounter: false,
  forfeitsPasses: false,
});
