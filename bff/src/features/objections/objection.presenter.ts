import type { StaffObjectionView } from '@jikaotong/shared/contract';
import { findFiles } from '../../platform/files';
import type { Actor, Context } from '../../platform/http';
import { staffNamesOf } from '../accounts';
import { loadNoticeVersion } from '../notices';
import { findParticipants } from '../participants';
import { findSession, offeringViewOf } from '../sessions';
import { type Objection, objectionWords } from './objection.record';
import { fileIdsOf } from './objection.repository';
import { mayDecide } from './objections';

type Reading = Pick<Context, 'h'> & {
  readonly ports: Pick<Context['ports'], 'crypto'> & { readonly files: Pick<Context['ports']['files'], 'link'> };
};

/** What whoever holds the receipt reads. */
export async function presentOwn({ h, ports }: Reading, of: Objection) {
  const { ticketNumber, subject, state, filedAt, decidedAt, settledAt } = of;
  const session = await findSession(h, of.sessionId);
  return {
    sessionName: session?.name ?? '',
    ticketNumber,
    subject,
    state,
    files: (await fileIdsOf(h, of.id)).length,
    filedAt,
    answer: objectionWords.openIf(ports.crypto, of, 'answer'),
    decidedAt,
    settlement: objectionWords.openIf(ports.crypto, of, 'settlement'),
    settledAt,
  };
}

/** One objection before staff: who objects to whose line, and what was answered. */
export async function presentForStaff(
  ctx: Reading & { readonly actor: Actor },
  of: Objection,
): Promise<StaffObjectionView> {
  const { id } = of;
  const session = await findSession(ctx.h, of.sessionId);
  const [participant] = await findParticipants(ctx.h, [of.participantId]);
  if (!session || !participant) throw new Error(`the objection ${id} lacks its line`);
  const { notice } = await loadNoticeVersion(ctx.h, session.noticeVersionId);
  const names = await staffNamesOf(
    ctx.h,
    [of.decidedBy, of.settledBy].filter((by) => by !== null),
  );
  const { crypto } = ctx.ports;
  const files = await findFiles(ctx.h, await fileIdsOf(ctx.h, id));
  return {
    id,
    sessionId: of.sessionId,
    sessionName: session.name,
    state: of.state,
    subject: of.subject,
    reasons: objectionWords.open(crypto, of, 'reasons'),
    filedAt: of.filedAt,
    dueOn: of.dueOn,
    by: {
      name: objectionWords.open(crypto, of, 'objectorName'),
      phone: objectionWords.open(crypto, of, 'objectorPhone'),
    },
    files: [...files.values()].map((file) => ({
      id: file.id,
      type: file.type,
      url: ctx.ports.files.link(file.id),
    })),
    line: {
      applicationId: participant.candidateId,
      ticketNumber: of.ticketNumber,
      name: participant.name ?? '',
      offering: offeringViewOf(notice, participant.offeringCode),
    },
    answer: objectionWords.openIf(crypto, of, 'answer'),
    decidedByName: of.decidedBy && (names.get(of.decidedBy) ?? null),
    decidedAt: of.decidedAt,
    settlement: objectionWords.openIf(crypto, of, 'settlement'),
    settledByName: of.settledBy && (names.get(of.settledBy) ?? null),
    settledAt: of.settledAt,
    mayDecide: await mayDecide(ctx, of),
  };
}
