import { type AnyRefusalCode, type EndpointSpec, NewerNotice, type ReplyOf } from '@jikaotong/shared/contract';
import * as z from 'zod/mini';
import type { Envelope, HttpAnswer } from './http';
import { isOnlyNewer, knownRefusal, splitPage } from './newer';

/** A "no": a code for words, the data it came with, and the number by which staff find it in the log. */
export type Refusal = {
  readonly ok: false;
  readonly code: AnyRefusalCode;
  readonly data: Readonly<Record<string, unknown>>;
  readonly requestId: string | null;
};

/** `keptAt`: there is no network, and this is what was answered then (milliseconds of the wall). */
export type Reply<T> = { readonly ok: true; readonly data: T; readonly keptAt?: number } | Refusal;

export const OFFLINE: Refusal = { ok: false, code: 'offline', data: {}, requestId: null };

/**
 * Reads an answer by the endpoint's own schema. A notice in a newer language than this build reads is `newer-language`, with
 * what can be read of it; an answer with codes that this build does not know is `newer-version`, with the rows of a page
 * that it does read (`partlyRead`); any other that does not fit counts as `internal`.
 */
export function replyOf<E extends EndpointSpec>(endpoint: E, answer: HttpAnswer): Reply<ReplyOf<E>> {
  if (answer === 'offline') return OFFLINE;
  const { status, envelope, keptAt } = answer;
  if (status < 200 || status >= 300) return refusalOf(envelope);
  const parsed = z.safeParse<E['reply']>(endpoint.reply, envelope.data);
  if (parsed.success) return { ok: true, data: parsed.data, ...(keptAt === undefined ? {} : { keptAt }) };
  const newer = isRecord(envelope.data) ? z.safeParse(NewerNotice, envelope.data['notice']) : null;
  if (newer?.success) return { ok: false, code: 'newer-language', data: newer.data, requestId: null };
  const { requestId } = envelope;
  if (!isOnlyNewer(parsed.error.issues, envelope.data)) return { ok: false, code: 'internal', data: {}, requestId };
  return { ok: false, code: 'newer-version', data: splitPage(parsed.error.issues, envelope.data) ?? {}, requestId };
}

/** The refusal in an envelope; a code this build does not know counts as `internal`. */
export function refusalOf({ code, data, requestId }: Envelope): Refusal {
  return { ok: false, code: knownRefusal(code), data: isRecord(data) ? data : {}, requestId };
}

const isRecord = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);
