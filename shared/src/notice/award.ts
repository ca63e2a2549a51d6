import * as z from 'zod/mini';
import { FenSchema, code, listOfSome, orNull, text, wholeNumber, yesOrNo } from './scalars';
import { SourceSchema } from './source';
import { StageCodeSchema } from './stage-code';

/** What a unit is: 机关 · 事业单位 · 企业 · 院校 · 培训机构 · 社会组织 · 其他. */
export const UNIT_KINDS = [
  'government',
  'institution',
  'company',
  'school',
  'training-body',
  'social-organisation',
  'other',
] as const;
export const UnitKindSchema = z.enum(UNIT_KINDS);
export type UnitKind = z.infer<typeof UnitKindSchema>;

const rank = wholeNumber(1, 1000);

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

const RecipientSchema = z.enum(['entrant', 'coach', 'unit']);
export type AwardRecipient = z.infer<typeof RecipientSchema>;

/** One printed award; `fen` is before tax. `needs`: a paper such as a union card. */
export const AwardSchema = z.strictObject({
  code,
  /** One recipient, or a list where the print names several: 选手及选手所在企业. */
  to: z.union([RecipientSchema, listOfSome(RecipientSchema)]),
  for: AwardForSchema,
  /** The kinds of unit that the print names; absent where it says 单位 only. Any other kind is a question to staff. */
  unitKinds: z.optional(listOfSome(UnitKindSchema)),
  /** Kinds that the print shuts out: no question, no award. */
  excludedUnitKinds: z.optional(listOfSome(UnitKindSchema)),
  /** Only for entrants of this ranking group; absent: each group's own ranks win it. */
  group: z.optional(code),
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
  /** The printed word about tax, such as 含税. */
  tax: z.optional(text),
  needs: orNull(code),
  name: text,
  giver: orNull(text),
  /** When the giver is to be reminded of what it may do: 由选手所在单位在次年度优先推荐. */
  remind: z.optional(z.enum(['next-year'])),
  source: SourceSchema,
  reading: z.optional(SourceSchema),
});
export type Award = z.infer<typeof AwardSchema>;

/** Everybody an award goes to. */
export const recipientsOf = ({ to }: Pick<Award, 'to'>): readonly AwardRecipient[] =>
  typeof to === 'string' ? [to] : to;
