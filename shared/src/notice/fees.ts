import * as z from 'zod/mini';
import { SubjectCodeSchema } from './offering';
import { FenSchema, code, listOf, listOfSome, orNull, text, wholeNumber, yesOrNo } from './scalars';
import { SourceSchema, sourced } from './source';

/** A subject, or the material fee 材料费. A dash in print means no such item, so no line. */
export const FeeItemSchema = z.enum([...SubjectCodeSchema.options, 'material']);
export type FeeItem = z.infer<typeof FeeItemSchema>;

export const FeeRowSchema = z.strictObject({
  offerings: listOfSome(code),
  lines: listOfSome(z.strictObject({ item: FeeItemSchema, fen: FenSchema })),
  /** The printed total; `check` adds the lines up. */
  totalFen: FenSchema,
  source: SourceSchema,
});
export type FeeRow = z.infer<typeof FeeRowSchema>;

/** Where the money goes; numbers are text and keep their leading zeros. */
export const PayeeSchema = z.strictObject({
  name: text,
  taxNumber: orNull(text),
  address: orNull(text),
  phone: orNull(text),
  bank: text,
  account: z.string().check(z.regex(/^\d{6,32}$/)),
  source: SourceSchema,
});
export type Payee = z.infer<typeof PayeeSchema>;

export const PaymentMethodSchema = z.strictObject({
  method: z.enum(['online', 'bank-transfer', 'cheque', 'cash']),
  where: z.enum(['online', 'bank', 'counter']),
  /** Paid in time is what has arrived by the last day (S25 二（四）); absent: unstated, what was sent by then counts. */
  inTimeBy: z.optional(z.literal('arrival')),
  source: SourceSchema,
});
export type PaymentMethod = z.infer<typeof PaymentMethodSchema>;

export const FeesSchema = z.strictObject({
  /** The year the printed table names; `reading` where it is not the notice's own. */
  year: z.strictObject({
    value: wholeNumber(2000, 2100),
    source: SourceSchema,
    reading: z.optional(SourceSchema),
  }),
  rows: listOfSome(FeeRowSchema),
  /** On a retake each retaken subject costs its own fee; the material fee by this setting. */
  retakeMaterial: sourced(z.enum(['with-skill', 'always', 'never'])),
  payee: orNull(PayeeSchema),
  methods: listOfSome(PaymentMethodSchema),
  /** False: 因个人原因不能参加认定者，考试费用不予退还; null: unstated. */
  refundForPersonalReasons: orNull(sourced(yesOrNo)),
  invoice: listOf(z.strictObject({ text, source: SourceSchema })),
});
export type FeeTable = z.infer<typeof FeesSchema>;
