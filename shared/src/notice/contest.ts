import * as z from 'zod/mini';
import { AwardSchema } from './award';
import { code, listOf, listOfSome, orNothing, orNull, text, wholeNumber, yesOrNo } from './scalars';
import { SourceSchema, sourced } from './source';
import { StageCodeSchema } from './stage-code';

const source = SourceSchema;
const percent = wholeNumber(0, 100);
const entrants = wholeNumber(1, 10_000);

/** What an entrant of no listed group chooses; no notice may give this code to a group of its own. */
export const OTHER_GROUP = 'other';

/** The printed groups of people who may enter; open where the print ends in 等, so that staff judge whoever is of another. */
const EntrantGroupsSchema = z.strictObject({
  open: sourced(yesOrNo),
  groups: listOfSome(z.strictObject({ code: code.check(z.regex(/^(?!other$)/)), name: text, source })),
});

/** Who goes on: the best so many percent, or the best so many. */
const AdvanceSchema = z.union([
  z.strictObject({
    percent,
    source,
    /** Of how many: all who registered, all who came, or all of those with a valid mark in each part. */
    base: sourced(z.enum(['registered', 'present', 'scored'])),
    rounding: sourced(z.enum(['half-up', 'up', 'down'])),
    /** At least so many go on, however few the percentage gives. */
    minimum: z.optional(sourced(entrants)),
  }),
  z.strictObject({ count: entrants, source }),
]);
export type AdvanceRule = z.infer<typeof AdvanceSchema>;

/** How the marks of several judges become one; `trimmed-mean` leaves out the highest and the lowest `drop` of them. */
const MarkingSchema = z.strictObject({
  judges: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('mean'), source }),
    z.strictObject({ kind: z.literal('trimmed-mean'), drop: wholeNumber(1, 5), source }),
    z.strictObject({ kind: z.literal('sum'), source }),
  ]),
  /** The combined mark before ranking: half up to hundredths of a point. */
  rounding: sourced(z.enum(['half-up'])),
});
export type MarkingRule = z.infer<typeof MarkingSchema>;

/** To whom and how long one may protest against what a stage has published. */
const ProtestSchema = z.strictObject({
  to: sourced(text),
  window: z.strictObject({ count: wholeNumber(1, 60), unit: z.enum(['days', 'workdays']), source }),
});
export type ProtestRule = z.infer<typeof ProtestSchema>;

/** How a competition runs: stages in order, weights, who goes on, ties, awards. */
export const ContestSchema = z.strictObject({
  /** Null in notices written before the language knew them: then everybody says in their own words what they do. */
  entrantGroups: orNothing(EntrantGroupsSchema),
  /** Groups that are ranked each by itself, such as 职工组 and 学生组; absent: one ranking for all. */
  rankingGroups: z.optional(listOfSome(z.strictObject({ code, name: text, source }))),
  /** In their order; a stage may say by itself who goes on from it. */
  stages: listOfSome(z.strictObject({ code: StageCodeSchema, name: text, source, advance: z.optional(AdvanceSchema) })),
  /** Shares of a stage's total in percent; each stage counts its own scores only. */
  weights: z.strictObject({ theory: percent, skill: percent, source }),
  marking: z.optional(MarkingSchema),
  /** Who goes on from each stage but the last. */
  advance: AdvanceSchema,
  /** Ranks are unique: equal totals by the higher score in one part, what is still equal by the jury. */
  ties: z.strictObject({ by: z.enum(['skill', 'theory']), source, still: sourced(z.enum(['jury'])) }),
  retake: sourced(yesOrNo),
  protest: z.optional(ProtestSchema),
  /** Where the papers of each stage are filed before it starts. */
  papersFiledWith: z.optional(sourced(text)),
  /** Whether the public list of ranks tells totals beside them; absent: it does not. */
  publicTotals: z.optional(sourced(yesOrNo)),
  place: orNull(sourced(text)),
  awards: listOf(AwardSchema),
});
export type ContestRule = z.infer<typeof ContestSchema>;

/** What a group of entrants is called in its notice; null for one that it does not list. */
export const entrantGroupName = ({ entrantGroups }: Pick<ContestRule, 'entrantGroups'>, group: string): string | null =>
  entrantGroups?.groups.find((listed) => listed.code === group)?.name ?? null;

/** Who goes on from a stage; null from the last one, and from one that the competition does not have. */
export function advanceFrom(
  { stages, advance }: Pick<ContestRule, 'stages' | 'advance'>,
  stage: string,
): AdvanceRule | null {
  const position = stages.findIndex(({ code: known }) => known === stage);
  if (position < 0 || position === stages.length - 1) return null;
  return stages[position]?.advance ?? advance;
}
