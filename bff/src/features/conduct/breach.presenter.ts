import type { BreachView, StaffBreachView } from '@jikaotong/shared/contract';
import { type LocalDate, dayAt } from '@jikaotong/shared/kernel';
import { procedureOf } from '@jikaotong/shared/rules/conduct';
import type { Context } from '../../platform/http';
import { staffNamesOf } from '../accounts';
import { findApplication, presentOffering } from '../applications';
import { findBody } from '../bodies';
import { frameWithConduct } from './body-conduct';
import { findBanOf } from './ban.repository';
import { type Breach, breachWords } from './breach.record';
import { banFor } from './breach-steps';
import { mayAddEvidence, presentEvidence } from './evidence';
import { printedItem, printedTier } from './printed';

type Reading = Pick<Context, 'h' | 'ports' | 'now'>;

/** Decided and not appealed in time, it is final. */
export const stateOn = (
  { state, appealUntil }: Pick<Breach, 'state' | 'appealUntil'>,
  day: LocalDate,
): Breach['state'] => (state === 'decided' && appealUntil !== null && day > appealUntil ? 'final' : state);

async function common({ h, ports, now }: Reading, breach: Breach) {
  const row = await findApplication(h, breach.candidateId);
  if (!row) throw new Error(`application ${breach.candidateId} of a breach is gone`);
  const frame = await frameWithConduct(h, row, breach.conductId);
  const item = printedItem(frame.notice, breach.item);
  const procedure = procedureOf(frame.notice);
  const { crypto } = ports;
  const isDecided = breach.decidedOn !== null && !breach.drops;
  const liftedAt = breach.banUntil === null ? null : ((await findBanOf(h, breach.id))?.liftedAt ?? null);
  const view = {
    id: breach.id,
    applicationId: breach.candidateId,
    bodyId: breach.bodyId,
    bodyName: (await findBody(h, breach.bodyId))?.name ?? '',
    noticeId: row.noticeId,
    sessionName: frame.sessionName,
    offering: presentOffering(frame, row.offeringCode),
    state: stateOn(breach, now.day),
    item: item && {
      code: item.code,
      text: item.text,
      follows: item.follows,
      source: item.source,
      hasSeverity: item.hasSeverity,
    },
    subject: breach.subject,
    facts: breachWords.open(crypto, breach, 'facts'),
    notifiedOn: breach.notifiedOn,
    statementUntil: breach.statementUntil,
    statement: breachWords.openIf(crypto, breach, 'statement'),
    penalty: isDecided
      ? {
          cancels: printedTier(frame.notice, breach.item)?.cancels ?? ('this-subject' as const),
          banFrom: breach.banUntil === null ? null : breach.decidedOn,
          banUntil: breach.banUntil,
        }
      : null,
    banLiftedOn: liftedAt === null ? null : dayAt(liftedAt),
    reason: breach.decidedOn === null ? null : breachWords.openIf(crypto, breach, 'reason'),
    decidedOn: breach.decidedOn,
    appealUntil: breach.appealUntil,
    appeal: breachWords.openIf(crypto, breach, 'appeal'),
    appealReason: breachWords.openIf(crypto, breach, 'appealReason'),
    evidence: await presentEvidence({ h, ports }, breach),
    sources: {
      statement: procedure.statementDays.source,
      appeal: procedure.appealDays.source,
      ban: procedure.banFrom.source,
      scope: procedure.banScope.source,
    },
  };
  return { view, row, frame };
}

/** As the person reads it. */
export async function presentBreach(ctx: Reading, breach: Breach): Promise<BreachView> {
  const { view } = await common(ctx, breach);
  const { day } = ctx.now;
  const { state, statement, statementUntil, appealUntil } = breach;
  return {
    ...view,
    mayAddEvidence: mayAddEvidence(breach, 'person', day),
    mayState: state === 'notified' && statement === null && statementUntil !== null && day <= statementUntil,
    mayAppeal: state === 'decided' && appealUntil !== null && day <= appealUntil,
  };
}

/** As staff read it, with what is proposed and by whom. */
export async function presentStaffBreach(ctx: Reading, breach: Breach): Promise<StaffBreachView> {
  const { view, row, frame } = await common(ctx, breach);
  const { crypto } = ctx.ports;
  const { openedBy, proposedBy, decidedBy } = breach;
  const names = await staffNamesOf(
    ctx.h,
    [openedBy, proposedBy, decidedBy].filter((id) => id !== null),
  );
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? ''));
  const ban = breach.drops ? null : await banFor(ctx, breach);
  const cancels = printedTier(frame.notice, breach.item)?.cancels ?? 'this-subject';
  return {
    ...view,
    mayAddEvidence: mayAddEvidence(breach, 'body', ctx.now.day),
    name: row.name ?? '',
    source: breach.source,
    witness: breachWords.openIf(crypto, breach, 'witness'),
    openedBy: nameOf(openedBy) ?? '',
    openedAt: breach.openedAt,
    proposal:
      proposedBy === null
        ? null
        : {
            by: nameOf(proposedBy) ?? '',
            drops: breach.drops,
            severity: breach.severity,
            reason: breachWords.openIf(crypto, breach, 'reason') ?? '',
            penalty: breach.drops ? null : { cancels, banFrom: ban?.from ?? null, banUntil: ban?.until ?? null },
          },
    decidedBy: nameOf(decidedBy),
  };
}
