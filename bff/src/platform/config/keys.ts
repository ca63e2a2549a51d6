import * as z from 'zod';

/** Secret keys by id; the first one seals, all of them open. */
export type KeyRing = readonly [Key, ...Key[]];
export type Key = { readonly id: string; readonly bytes: Buffer };

const KEY_BYTES = 32;
const ENTRY = /^([A-Za-z0-9_-]{1,16}):([A-Za-z0-9+/]{43}=)$/;

/** `id:base64` of 32 bytes each, separated by commas, the newest first. */
export const KeyRingText = z.string().transform((text, context): KeyRing => {
  const keys = text.split(',').map((entry) => {
    const parts = ENTRY.exec(entry.trim());
    return parts?.[1] && parts[2] ? { id: parts[1], bytes: Buffer.from(parts[2], 'base64') } : null;
  });
  const good = keys.filter((key) => key !== null && key.bytes.length === KEY_BYTES);
  const [first, ...rest] = good.filter((key) => key !== null);
  const distinct = new Set(good.map((key) => key?.id)).size === keys.length;
  if (first && good.length === keys.length && distinct) return [first, ...rest];
  context.addIssue({ code: 'custom', message: 'must be id:base64 of 32 bytes, comma separated, with distinct ids' });
  return z.NEVER;
});

/** base64 of 32 bytes. */
export const KeyText = z
  .string()
  .regex(/^[A-Za-z0-9+/]{43}=$/, 'must be base64 of 32 bytes')
  .transform((text) => Buffer.from(text, 'base64'));
