import * as z from 'zod/mini';
import { code, listOf, listOfSome, orNull, text, wholeNumber, yesOrNo } from './scalars';
import { SourceSchema, sourced } from './source';

const source = SourceSchema;

/** One printed breach; `afterWarning`: only when somebody who was warned does not stop (经提醒拒不改正). */
export const BreachSchema = z.strictObject({ code, text, afterWarning: yesOrNo, source });

/** Breaches of one weight and what follows: which results are void, and how long nobody may be assessed. */
export const BreachTierSchema = z.strictObject({
  tier: wholeNumber(1, 3),
  cancels: z.enum(['this-subject', 'all-subjects']),
  ban: orNull(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('rest-of-year') }),
      z.strictObject({ kind: z.literal('years'), light: wholeNumber(1, 10), serious: wholeNumber(1, 10) }),
    ]),
  ),
  text,
  breaches: listOfSome(BreachSchema),
  source,
});

/** How breaches are dealt with; `later`: what is found after the event. */
export const ConductSchema = z.strictObject({
  tiers: listOfSome(BreachTierSchema),
  falseMaterial: orNull(sourced(text)),
  later: orNull(sourced(text)),
  rules: listOf(sourced(text)),
  /** How somebody is heard, how long they may appeal, and what a ban counts from and reaches; absent: as assumed. */
  procedure: z.optional(
    z.strictObject({
      statementDays: sourced(wholeNumber(1, 90)),
      appealDays: sourced(wholeNumber(1, 180)),
      banFrom: sourced(z.enum(['decided', 'exam'])),
      banScope: sourced(z.enum(['body'])),
    }),
  ),
});
export type ConductRule = z.infer<typeof ConductSchema>;
