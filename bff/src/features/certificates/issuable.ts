import type { CertificatePreview, CertificateView } from '@jikaotong/shared/contract';
import { yearOf } from '@jikaotong/shared/kernel';
import { certificateNumber, certificateSeriesOf } from '@jikaotong/shared/rules/numbering';
import type { Handle } from '../../platform/db';
import { type Context, refuse, refuseWhen } from '../../platform/http';
import { nextNumber } from '../../platform/numbers';
import { type Body, findBody } from '../bodies';
import { waitingForPrint } from '../candidates';
import { loadNoticeVersion } from '../notices';
import { type Participant, listPaid } from '../participants';
import { lateHeldIn } from '../results';
import { type Session, offeringViewOf } from '../sessions';
import { type Held, bodyPartFor, judgeIssuing, judgePassed, mayIssue } from './certificate.policy';
import { countCertificates } from './certificate.repository';

/** Those of one offering who get a certificate now, in the order of their numbers. */
export type Batch = {
  readonly offering: CertificateView['offering'];
  readonly series: Parameters<typeof certificateSeriesOf>[0];
  readonly participants: readonly Participant[];
};

export type Issuable = {
  readonly body: Body;
  readonly batches: readonly Batch[];
  readonly held: readonly (Held<Participant> & { readonly offering: CertificateView['offering'] })[];
  /** How many get a certificate now. */
  readonly candidates: number;
};

/**
 * Everybody of a session who passed and has no certificate: who gets one now, and who waits for what. Refuses
 * `not-published`, `publicity-open`, `number-pattern-wrong` without the body's filing.
 */
export async function issuableIn(ctx: Pick<Context, 'h' | 'now' | 'ports'>, session: Session): Promise<Issuable> {
  refuseWhen(judgeIssuing(session, ctx.now.day));
  const body = await findBody(ctx.h, session.bodyId);
  if (!body) throw new Error(`body ${session.bodyId} is gone`);
  const bodyPart = bodyPartFor(body.certificatePrefix);
  if (typeof bodyPart !== 'string') return refuse(bodyPart.refused, bodyPart.data);
  const { notice } = await loadNoticeVersion(ctx.h, session.noticeVersionId);
  const passed = (await listPaid(ctx.h, session.id)).filter(
    ({ outcome, certificate, offeringCode }) =>
      outcome === 'passed' && certificate === null && mayIssue(session, offeringCode, ctx.now.day),
  );
  const rare = passed.filter(({ name }) => ctx.ports.pdf.missingGlyphs(name ?? '').length > 0);
  const unprintable = await waitingForPrint(
    ctx.h,
    rare.map(({ candidateId }) => candidateId),
  );
  const { ready, held } = judgePassed(
    passed,
    (code) => offeringViewOf(notice, code).level,
    unprintable,
    await lateHeldIn(ctx.h, session.id),
  );
  const batches = [...new Set(ready.map(({ offeringCode }) => offeringCode))].map((code): Batch => {
    const offering = offeringViewOf(notice, code);
    if (offering.level === null) throw new Error(`offering ${code} is numbered without a level`);
    return {
      offering,
      series: { bodyPart, year: yearOf(ctx.now.day), level: offering.level },
      participants: ready.filter(({ offeringCode }) => offeringCode === code),
    };
  });
  return {
    body,
    batches,
    held: held.map((one) => ({ ...one, offering: offeringViewOf(notice, one.of.offeringCode) })),
    candidates: ready.length,
  };
}

/** The counter that a batch draws its numbers from. */
export const counterOf = ({ series }: Pick<Batch, 'series'>): string => `certificate:${certificateSeriesOf(series)}`;

/** A number of a batch's sequence; refuses `numbers-exhausted` past the last. */
export function numberIn({ series }: Pick<Batch, 'series'>, sequence: number): string {
  const made = certificateNumber({ ...series, sequence });
  return made.ok ? made.value : refuse('numbers-exhausted', { last: made.error.data.last });
}

/** What staff see before they issue. Two offerings of one level draw from one sequence, one after the other. */
export async function previewOf(h: Handle, session: Session, issuable: Issuable): Promise<CertificatePreview> {
  const { body, batches, held, candidates } = issuable;
  const next = new Map<string, number>();
  const offerings: CertificatePreview['offerings'] = [];
  for (const batch of batches) {
    const counter = counterOf(batch);
    const first = next.get(counter) ?? (await nextNumber(h, counter));
    const count = batch.participants.length;
    next.set(counter, first + count);
    const [firstNumber, lastNumber] = [numberIn(batch, first), numberIn(batch, first + count - 1)];
    offerings.push({ offering: batch.offering, candidates: count, firstNumber, lastNumber });
  }
  const groups = new Map<string, CertificatePreview['held'][number]>();
  for (const { hold, offering, of } of held) {
    const key = `${hold} ${of.offeringCode}`;
    const group = groups.get(key) ?? { hold, offering, names: [] };
    groups.set(key, { ...group, names: [...group.names, of.name ?? ''] });
  }
  return {
    candidates,
    offerings,
    held: [...groups.values()],
    alreadyIssued: await countCertificates(h, { sessionId: session.id }),
    sealed: body.sealFileId !== null,
    demonstration: body.demonstration,
  };
}
