import { randomUUID } from 'node:crypto';
import { type EndpointSpec, type ReplyOf, accounts, needsIdempotencyKey } from '@jikaotong/shared/contract';

/** A member of staff at work over HTTP, as any other. */
export type StaffClient = <E extends EndpointSpec>(
  endpoint: E,
  given: { readonly id?: string; readonly body?: unknown },
) => Promise<ReplyOf<E>>;

/** Signs in by password; a refusal throws, for at the start of a demonstration there is nobody to say no. */
export async function signInStaff(origin: string, name: string, password: string): Promise<StaffClient> {
  const stranger = clientWith(origin, null);
  const { accessToken } = await stranger(accounts.signInWithPassword, { body: { name, password, keep: 'body' } });
  return clientWith(origin, accessToken);
}

function clientWith(origin: string, accessToken: string | null): StaffClient {
  return async (endpoint, { id = '', body }) => {
    const response = await fetch(`${origin}/api/v1${endpoint.path.replace(':id', id)}`, {
      method: endpoint.method,
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(accessToken === null ? {} : { Authorization: `Bearer ${accessToken}` }),
        ...(needsIdempotencyKey(endpoint) ? { 'Idempotency-Key': randomUUID() } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const envelope: unknown = await response.json();
    return replyIn(endpoint, envelope);
  };
}

function replyIn<E extends EndpointSpec>(endpoint: E, envelope: unknown): ReplyOf<E>;
function replyIn(endpoint: EndpointSpec, envelope: unknown): unknown {
  const said = typeof envelope === 'object' && envelope !== null && 'data' in envelope ? envelope.data : undefined;
  const reply = endpoint.reply.safeParse(said);
  if (!reply.success) throw new Error(`${endpoint.name} answered ${JSON.stringify(envelope)}`);
  return reply.data;
}
