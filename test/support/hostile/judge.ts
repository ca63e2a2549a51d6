import * as z from 'zod/mini';
import { COMMON_REFUSALS, type EndpointSpec, REFUSAL_STATUS } from '@jikaotong/shared/contract';
import type { WireRequest } from './requests';
import type { WireAnswer } from './send';

const Envelope = z.strictObject({
  code: z.string(),
  data: z.optional(z.unknown()),
  requestId: z.string().check(z.minLength(8)),
});
const statuses: Readonly<Record<string, number>> = REFUSAL_STATUS;

/** What is wrong with an answer, whatever was asked; null when nothing is. */
export function faultOf(
  endpoint: EndpointSpec,
  asked: WireRequest,
  { status, headers, body }: WireAnswer,
): string | null {
  if (asked.method === 'HEAD' || status === 304) return body.length === 0 ? null : 'a body where none may be';
  if (endpoint.kind === 'download' && status === 200) return null;
  const envelope = Envelope.safeParse(jsonIn(body));
  if (!envelope.success) return 'no envelope';
  const { code, data, requestId } = envelope.data;
  if (headers['x-request-id'] !== requestId) return 'another request id in the header';
  if (code === 'internal') return 'a bug';
  // another method of the same path may be another endpoint
  const promised = asked.method === endpoint.method ? endpoint : null;
  if (code === 'ok') {
    if (status !== 200) return 'ok under another status';
    return !promised || promised.reply.safeParse(data).success ? null : 'a reply that its own schema refuses';
  }
  if (statuses[code] !== status) return `${code} under status ${status}`;
  const declared: readonly string[] = [...COMMON_REFUSALS, ...endpoint.refusals];
  return !promised || declared.includes(code) ? null : `${code}, which the endpoint does not declare`;
}

function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    // no JSON is no envelope
    return null;
  }
}
