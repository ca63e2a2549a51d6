import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { ClauseView, Count, Day, FenAmount, Id, Instant, OfferingView, SubjectName, line } from './fields';

const who = ['exam-officer', 'administrator'] as const;
const BodyParams = z.strictObject({ id: line(64) });

/** What a subject, as it is examined from now on, takes over of what was examined before. */
const rowFields = {
  subject: SubjectName,
  /** What it was examined as before; empty: nothing. */
  of: z.array(SubjectName).check(z.maxLength(3)),
  /** Whoever passed all of these keeps it. */
  kept: z.boolean(),
  /** What taking it again costs; null: as the notice prints it. */
  feeFen: z.nullable(FenAmount),
};
export const SchemeRowView = z.object(rowFields);

/** Nothing cannot be paid. */
const Payable = FenAmount.check(z.refine((fen) => fen > 0));

/** The version that an application for failed subjects follows, with what it charges in place of the notice. */
export const SchemeUsed = z.object({
  version: Count,
  from: Day,
  charges: z.array(z.object({ item: SubjectName, fen: FenAmount, source: ClauseView })),
});

/** A version of what holds of the retakes of an offering for exams from a day on. */
const SchemeView = z.object({
  id: Id,
  version: Count,
  from: Day,
  rows: z.array(SchemeRowView),
  by: z.string(),
  at: Instant,
});

const SchemedOffering = z.object({
  noticeId: z.string(),
  noticeTitle: z.string(),
  offering: OfferingView,
  /** As its running notice prints it, with the fee that a retake of the subject alone would have there. */
  subjects: z.array(z.object({ subject: SubjectName, name: z.string(), feeFen: z.nullable(FenAmount) })),
  /** The latest first. */
  versions: z.array(SchemeView),
  /** That which holds for an exam today; null: the exam mode has not changed. */
  standingId: z.nullable(Id),
});
export type SchemedOffering = z.output<typeof SchemedOffering>;

const RetakeSchemes = z.object({ bodyName: z.string(), offerings: z.array(SchemedOffering) });
export type RetakeSchemes = z.output<typeof RetakeSchemes>;

/** The offerings of a body of which passes are kept, each with what holds where its exam mode has changed (补考方案). */
export const getRetakeSchemes = endpoint({
  name: 'getRetakeSchemes',
  method: 'GET',
  path: '/staff/bodies/:id/retake-schemes',
  who: [...who],
  params: BodyParams,
  reply: RetakeSchemes,
  refusals: [],
});

/**
 * The next version for an offering; one is never edited. Every subject that the running notice prints has a row. Refuses
 * `wrong-state` for a day that is over, a row too many or too few, a subject of before that nothing takes over, or one that
 * has no fee, here or in print; `changed-meanwhile` where another set one in this very moment.
 */
export const setRetakeScheme = endpoint({
  name: 'setRetakeScheme',
  method: 'POST',
  path: '/staff/bodies/:id/retake-schemes',
  who: [...who],
  params: BodyParams,
  body: z.strictObject({
    noticeId: line(64),
    offeringCode: line(64),
    from: Day,
    /** The version that it was entered from; 0: none yet. */
    after: Count,
    rows: z.array(z.strictObject({ ...rowFields, feeFen: z.nullable(Payable) })).check(z.minLength(1), z.maxLength(3)),
  }),
  reply: RetakeSchemes,
  refusals: ['wrong-state', 'changed-meanwhile'],
});
