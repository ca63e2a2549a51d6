import type { Notice, SubjectCode } from '@jikaotong/shared/notice';
import { UNMARKED_WORDS, markedCheatingWords } from '@jikaotong/shared/words';
import { newId } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { type Application, findApplication } from '../applications';
import { referDoorAct } from '../invigilation';
import { findParticipants } from '../participants';
import { holdForBreach, releaseDoorHold } from '../results';
import { lockSession } from '../sessions';
import { frameWithConduct } from './body-conduct';
import { type Breach, breachWords } from './breach.record';
import { findByCause, insertBreach, undecidedOf } from './breach.repository';
import { endUndecided, step } from './breach-steps';
import { printedTier } from './printed';

type Said = {
  /** Null: nobody has named the printed item yet. */
  readonly item: string | null;
  readonly subject?: SubjectCode | undefined;
  readonly facts: string;
  readonly witness?: string | undefined;
};

type Opened = Said & {
  readonly source: Breach['source'];
  readonly causeKey: string | null;
  readonly byAccountId: string;
};

/**
 * Writes a breach down, and holds the result until it is decided. Refuses `wrong-state` for what the notice does not print,
 * `breach-open` where its cause has one.
 */
export async function openBreach(ctx: Context, row: Application, said: Opened): Promise<string> {
  const frame = await frameWithConduct(ctx.h, row);
  if (said.item !== null) refuseUnprinted(frame.notice, said);
  await lockSession(ctx.h, row.sessionId);
  const breach = newBreach(ctx, row, { ...said, conductId: frame.conductId });
  if (!(await insertBreach(ctx.h, breach))) refuse('breach-open');
  const { id: breachId, bodyId, sessionId, participantId } = breach;
  await holdForBreach(ctx, { bodyId, sessionId, participantId, breachId, heldBy: said.byAccountId });
  ctx.audit('breach-opened', { applicationId: row.id, sessionId }, { item: said.item ?? '', source: said.source });
  return breachId;
}

/** The same of what a door recorded, which this case follows up; refuses `breach-open` where another one does. */
export async function openDoorBreach(
  ctx: Context,
  row: Application,
  { doorActId, ...said }: Said & { readonly doorActId: string; readonly byAccountId: string },
): Promise<string> {
  const { participantId } = row;
  const breachId = await openBreach(ctx, row, { ...said, source: 'door', causeKey: `door:${doorActId}` });
  const by = { breachId, accountId: said.byAccountId };
  if (!(await referDoorAct(ctx, { id: doorActId, participantId }, by))) refuse('breach-open');
  await releaseDoorHold(ctx, { participantId, doorActId });
  return breachId;
}

type Marked = { readonly participantId: string; readonly subject: SubjectCode; readonly accountId: string };

/** A score sheet says 作弊: a case of that person and subject, unless one that nobody has decided is about it already. */
export async function openForMark(ctx: Context, { participantId, subject, accountId }: Marked): Promise<void> {
  const row = await applicationOf(ctx, participantId);
  if (!row) return;
  const open = await undecidedOf(ctx.h, participantId);
  if (open.some((one) => one.subject === null || one.subject === subject)) return;
  await openBreach(ctx, row, {
    item: null,
    subject,
    facts: markedCheatingWords(subject),
    source: 'sheet',
    causeKey: causeOf(participantId, subject),
    byAccountId: accountId,
  });
}

/** The mark was put right: while nobody has decided, the case that it opened is closed with that reason. */
export async function closeForMark(ctx: Context, { participantId, subject, accountId }: Marked): Promise<void> {
  const causeKey = causeOf(participantId, subject);
  const breach = await findByCause(ctx.h, causeKey);
  if (!breach || !UNDECIDED.includes(breach.state)) return;
  const reason = breachWords.seal(ctx.ports.crypto, breach.id, 'reason', UNMARKED_WORDS);
  const by = { decidedBy: accountId, decidedOn: ctx.now.day };
  // free again, should the mark say so once more
  await step(ctx, breach, UNDECIDED, { ...by, state: 'dropped', drops: true, reason, causeKey: null });
  await endUndecided(ctx, breach);
  ctx.audit('breach-decided', { sessionId: breach.sessionId }, { drops: true });
}

const UNDECIDED: readonly Breach['state'][] = ['recorded', 'notified', 'proposed'];
const causeOf = (participantId: string, subject: SubjectCode): string => `sheet:${participantId}:${subject}`;

/** Names the printed item of a case that a score sheet opened; a subject that the sheet named stays. */
export async function nameItem(
  ctx: Context,
  breach: Breach,
  { item, subject: named, facts, witness }: Said & { readonly item: string },
): Promise<void> {
  const row = await findApplication(ctx.h, breach.candidateId);
  if (!row) throw new Error(`application ${breach.candidateId} of a breach is gone`);
  const subject = breach.subject ?? named;
  const { notice, conductId } = await frameWithConduct(ctx.h, row, breach.conductId);
  refuseUnprinted(notice, { item, subject });
  const { crypto } = ctx.ports;
  await step(ctx, breach, ['recorded'], {
    item,
    conductId,
    subject: subject ?? null,
    facts: breachWords.seal(crypto, breach.id, 'facts', facts),
    witness: breachWords.sealIf(crypto, breach.id, 'witness', witness ?? null),
  });
  ctx.audit('breach-opened', { applicationId: row.id, sessionId: row.sessionId }, { item, source: breach.source });
}

function refuseUnprinted(notice: Pick<Notice, 'conduct'>, { item, subject }: Pick<Said, 'item' | 'subject'>): void {
  if (notice.conduct === null) refuse('wrong-state', { state: 'no-conduct' });
  const tier = printedTier(notice, item);
  if (!tier) refuse('wrong-state', { state: 'not-printed' });
  else if (tier.cancels === 'this-subject' && subject === undefined) refuse('wrong-state', { state: 'subject-needed' });
}

async function applicationOf(ctx: Context, participantId: string): Promise<Application | null> {
  const [participant] = await findParticipants(ctx.h, [participantId]);
  return participant ? findApplication(ctx.h, participant.candidateId) : null;
}

const newBreach = (ctx: Context, row: Application, said: Opened & Pick<Breach, 'conductId'>): Breach => {
  const id = newId();
  const { crypto } = ctx.ports;
  return {
    id,
    bodyId: row.bodyId,
    personId: row.personId,
    candidateId: row.id,
    participantId: row.participantId,
    sessionId: row.sessionId,
    causeKey: said.causeKey,
    source: said.source,
    conductId: said.conductId,
    item: said.item,
    subject: said.subject ?? null,
    state: 'recorded',
    facts: breachWords.seal(crypto, id, 'facts', said.facts),
    witness: breachWords.sealIf(crypto, id, 'witness', said.witness ?? null),
    openedBy: said.byAccountId,
    openedAt: ctx.now.ms,
    notifiedOn: null,
    statementUntil: null,
    statement: null,
    drops: false,
    severity: null,
    reason: null,
    proposedBy: null,
    decidedBy: null,
    decidedOn: null,
    banUntil: null,
    appealUntil: null,
    appeal: null,
    appealReason: null,
    appealBy: null,
  };
};
