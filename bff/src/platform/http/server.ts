import {
  type IncomingMessage,
  type RequestListener,
  type Server,
  STATUS_CODES,
  type ServerResponse,
  createServer,
} from 'node:http';
import type { Socket } from 'node:net';
import { newId } from '../db';

/** Requests that take longer than this to arrive are ended. */
const ARRIVAL_MS = 120_000;

/** A server whose own refusals, of what never becomes a request, come in the envelope like all others. */
export function serverOf(answer: RequestListener): Server {
  const server = createServer(answer);
  server.requestTimeout = ARRIVAL_MS;
  server.on('clientError', refuseConnection);
  server.on('checkExpectation', refuseExpectation);
  return server;
}

/** Whether an error only says that the other side has gone: nothing to mend here. */
export const isDropped = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && DROPPED.includes(error.code);

const DROPPED: readonly string[] = [
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ERR_STREAM_PREMATURE_CLOSE',
  'ERR_STREAM_DESTROYED',
  'HPE_INVALID_EOF_STATE',
];

function refuseConnection(error: Error & { readonly code?: string }, socket: Socket): void {
  if (isDropped(error) || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = STATUS_OF[error.code ?? ''] ?? 400;
  const { head, body } = answerOf(status);
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`);
  socket.end(
    [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, 'Connection: close', '', body].join('\r\n'),
  );
}

const STATUS_OF: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

function refuseExpectation(_request: IncomingMessage, response: ServerResponse): void {
  const { head, body } = answerOf(417);
  response.writeHead(417, { ...head, Connection: 'close' }).end(body);
}

function answerOf(status: number): { head: Readonly<Record<string, string>>; body: string } {
  const requestId = newId();
  const code = status === 413 || status === 431 ? 'too-large' : 'malformed-request';
  const body = JSON.stringify({ code, requestId });
  return {
    body,
    head: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': String(Buffer.byteLength(body)),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'X-Request-Id': requestId,
    },
  };
}
