import * as z from 'zod/mini';
import { FenSchema, code, listOf, listOfSome, orNothing, orNull, text, wholeNumber, yesOrNo } from './scalars';
import { SourceSchema, sourced } from './source';

const source = SourceSchema;
const reading = z.optional(SourceSchema);

/** 初赛 · 复赛 · 决赛; their times are the windows of the same kind. */
export const StageCodeSchema = z.enum(['preliminary', 'semi-final', 'final']);
export type StageCode = z.infer<typeof StageCodeSchema>;

const rank = wholeNumber(1, 1000);
const percent = wholeNumber(0, 100);

/** Whom an award goes to: ranks of the final, everybody who reaches a stage, a unit by its number of entrants, or as said. */
const AwardForSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ranks'), from: rank, to: rank }),
  z.strictObject({ kind: z.literal('reached'), stage: StageCodeSchema }),
  z.strictObject({
    kind: z.literal('unit'),
    /** `inclusive`: 超过10名（含）, so that very number counts too. */
    entrants: rank,
    inclusive: yesOrNo,
    /** Registered, or really taking part. */
    counted: z.enum(['registered', 'taking-part']),
    /** At least one entrant among the first so many of the final; null where no rank is asked. */
    rankWithin: orNull(rank),
  }),
  /** Words that no list of ranks says; staff decide. */
  z.strictObject({ kind: z.literal('staff'), among: text }),
]);

/** One printed award; `fen` is before tax. `needs`: a paper such as a union card. */
export const AwardSchema = z.strictObject({
  code,
  to: z.enum(['entrant', 'coach', 'unit']),
  for: AwardForSchema,
  gives: z.enum([
    'money',
    'medal',
    'certificate',
    'trophy',
    'honour',
    'database',
    'training',
    'recommendation',
    'policy',
  ]),
  fen: orNull(FenSchema),
  needs: orNull(code),
  name: text,
  giver: orNull(text),
  source,
  reading,
});
export type Award = z.infer<typeof AwardSchema>;

/** What an entrant of no listed group chooses; no notice may give this code to a group of its own. */
export const OTHER_GROUP = 'other';

/** The printed groups of people who may enter; open where the print ends in 等, so that staff judge whoever is of another. */
const EntrantGroupsSchema = z.strictObject({
  open: sourced(yesOrNo),
  groups: listOfSome(z.strictObject({ code: code.check(z.regex(/^(?!other$)/)), name: text, source })),
});

/** How a competition runs: stages in order, weights, who goes on, ties, awards. */
export const ContestSchema = z.strictObject({
  /** Null in notices written before the language knew them: then everybody says in her own words what she does. */
  entrantGroups: orNothing(EntrantGroupsSchema),
  stages: listOfSome(z.strictObject({ code: StageCodeSchema, name: text, source })),
  /** Shares of a stage's total in percent; each stage counts its own scores only. */
  weights: z.strictObject({ theory: percent, skill: percent, source }),
  /** The best so many percent of a stage go on to the next. */
  advance: z.strictObject({
    percent,
    source,
    base: sourced(z.enum(['registered', 'present', 'scored'])),
    rounding: sourced(z.enum(['half-up', 'up', 'down'])),
  }),
  /** Ranks are unique: equal totals by the higher skill score, what is still equal by the jury. */
  ties: z.strictObject({ by: z.enum(['skill']), source, still: sourced(z.enum(['jury'])) }),
  retake: sourced(yesOrNo),
  place: orNull(sourced(text)),
  awards: listOf(AwardSchema),
});
export type ContestRule = z.infer<typeof ContestSchema>;

/** What a group of entrants is called in its notice; null for one that it does not list. */
export const entrantGroupName = ({ entrantGroups }: Pick<ContestRule, 'entrantGroups'>, group: string): string | null =>
  entrantGroups?.groups.find((listed) => listed.code === group)?.name ?? null;
