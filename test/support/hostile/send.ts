import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import type { WireRequest } from './requests';

/** What came back, unread. */
export type WireAnswer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/**
 * Sends a request exactly as it stands, without the care that `fetch` takes. A kept connection that the server ended
 * while it was idle says nothing about the request, which then goes out on the next one.
 */
export const send = (origin: string, asked: WireRequest): Promise<WireAnswer> =>
  sendOnce(origin, asked).catch((error: unknown) => {
    if (error === idleEnded) return send(origin, asked);
    throw error;
  });

const idleEnded = new Error('the server ended an idle connection');

const sendOnce = (origin: string, { method, target, headers, body }: WireRequest): Promise<WireAnswer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const length = body === null ? {} : { 'content-length': String(body.length) };
    const sent = request(
      { agent, hostname, port, method, path: target, headers: { ...headers, ...length } },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
        );
        answer.on('error', reject);
      },
    );
    sent.on('error', (error: NodeJS.ErrnoException) =>
      reject(sent.reusedSocket && error.code === 'ECONNRESET' ? idleEnded : error),
    );
    sent.end(body ?? undefined);
  });
