import type { Context } from '../../platform/http';
import { type Candidate, insertCandidate } from '../candidates';
import { type Participant, insertParticipant, newParticipant } from '../participants';
import { type Applicant, sealApplicant } from './applicant';
import type { ApplicationRow } from './application.record';
import { insertOwnRow } from './application.repository';
import type { Frame } from './frame';
import type { JudgedRow } from './hand-in';
import { emptyRow, newCandidate } from './open-draft';
import { type Handle, newId } from '../../platform/db';
import { type ToldParts, sealToldParts } from './told-parts';

/** What is told at once of somebody who has no account here, and needs no scan. */
export type ToldOfNobody = ToldParts & {
  readonly offeringCode: string;
  readonly candidate: Applicant;
  readonly route: string | null;
};

/** The three rows of a draft that is not written yet. */
export type ToldDraft = {
  readonly candidate: Candidate;
  readonly participant: Participant;
  readonly own: ApplicationRow;
};

/** A draft of a unit's roster, whole as it is told; `candidate` is one that the rules of identity take. */
export function draftOfNobody(
  ctx: Pick<Context, 'ports' | 'now'>,
  { frame, unitId }: { readonly frame: Frame; readonly unitId: string },
  { offeringCode, route, facts, papers, ...told }: ToldOfNobody,
): ToldDraft {
  const { crypto } = ctx.ports;
  const of = { id: newId(), frame, offeringCode, accountId: null, accountKey: null, unitId };
  const candidate = newCandidate(ctx, of, told.candidate);
  const participant = newParticipant(candidate, { eventId: frame.sessionId, state: 'draft' });
  const own = {
    ...emptyRow(of.id, frame, sealToldParts(crypto, of.id, { facts, papers })),
    ...sealApplicant(crypto, of.id, told.candidate),
    route,
  };
  return { candidate, participant, own };
}

/** Such a draft as the rules see it. */
export const judgedAsTold = ({ offeringCode, route }: Pick<ToldOfNobody, 'offeringCode' | 'route'>): JudgedRow => ({
  offeringCode,
  route,
  photo: null,
  signatureFileId: null,
  firstSubmittedOn: null,
  atCounter: false,
});

/**
 * Writes drafts that are told whole; `noteStarted` says of those that stay that they were begun. Nobody hears of them who could refuse: whether somebody named here may take part is
 * asked when it is handed in, for whoever names others learns nothing of them.
 */
export async function insertToldDrafts(h: Handle, drafts: readonly ToldDraft[]): Promise<void> {
  await insertCandidate(
    h,
    drafts.map(({ candidate }) => candidate),
  );
  await insertParticipant(
    h,
    drafts.map(({ participant }) => participant),
  );
  await insertOwnRow(
    h,
    drafts.map(({ own }) => own),
  );
}

export function noteStarted(
  ctx: Pick<Context, 'audit'>,
  { sessionId }: Pick<Frame, 'sessionId'>,
  drafts: readonly ToldDraft[],
): void {
  for (const { candidate } of drafts)
    ctx.audit('application-started', { applicationId: candidate.id, sessionId }, { offering: candidate.offeringCode });
}
