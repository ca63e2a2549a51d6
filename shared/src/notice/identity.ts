import * as z from 'zod/mini';
import { listOf, listOfSome, orNull, text, wholeNumber, code } from './scalars';
import { SourceSchema, sourced } from './source';

export const ORIGINS = ['mainland', 'hongkong-macau', 'taiwan', 'foreign'] as const;
/** 中国大陆 · 港澳 · 台湾 · 非中国籍. */
export const OriginSchema = z.enum(ORIGINS);
export type Origin = z.infer<typeof OriginSchema>;

export const DOCUMENT_TYPES = [
  'resident-id',
  'hongkong-macau-residence-permit',
  'taiwan-residence-permit',
  'foreign-permanent-resident-id',
  'hongkong-macau-travel-permit',
  'taiwan-travel-permit',
  'hongkong-id',
  'macau-id',
  'passport',
  'beijing-social-security-card',
] as const;
/**
 * 居民身份证 · 港澳居民居住证 · 台湾居民居住证 · 外国人永久居留身份证 · 港澳居民来往内地通行证 · 台湾居民来往大陆通行证 ·
 * 香港居民身份证 · 澳门居民身份证 · 护照 · 北京社保卡.
 */
export const DocumentTypeSchema = z.enum(DOCUMENT_TYPES);
export type DocumentType = z.infer<typeof DocumentTypeSchema>;

/** What an identity document must satisfy beyond its own form. */
export const IdentityRuleSchema = z.strictObject({
  code: z.enum(['name-and-birth-match', 'valid-on-application-day', 'valid-on-exam-day', 'original-shown']),
  source: SourceSchema,
});
export type IdentityRule = z.infer<typeof IdentityRuleSchema>;

/** Which documents each origin may use: any one of them. */
export const IdentitySchema = z.strictObject({
  origins: listOfSome(
    z.strictObject({
      origin: OriginSchema,
      printed: text,
      documents: listOfSome(z.strictObject({ type: DocumentTypeSchema, printed: text, corrected: z.optional(text) })),
      source: SourceSchema,
    }),
  ),
  rules: listOf(IdentityRuleSchema),
});
export type IdentityMatrix = z.infer<typeof IdentitySchema>;

const pixels = wholeNumber(0, 10_000);
const bytes = wholeNumber(0, 50_000_000);

/** Null where the notice is silent: then nothing is refused for it. Pixel bounds are exclusive, byte bounds inclusive. */
export const PhotoSchema = z.strictObject({
  print: orNull(sourced(text)),
  format: orNull(sourced(z.enum(['jpeg', 'png']))),
  background: orNull(sourced(z.enum(['white', 'blue', 'red']))),
  pixels: orNull(z.strictObject({ heightAbove: pixels, widthAbove: pixels, source: SourceSchema })),
  bytes: orNull(z.strictObject({ min: bytes, max: bytes, source: SourceSchema, reading: z.optional(SourceSchema) })),
  /** Shown before the camera and used as reasons for returning a photo. */
  posing: listOf(z.strictObject({ code, text, source: SourceSchema })),
});
export type PhotoRule = z.infer<typeof PhotoSchema>;
