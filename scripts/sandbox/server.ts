import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { cashier } from './cashier';
import {
  type SandboxAnswer,
  type SandboxContext,
  type SandboxRequest,
  jsonAnswer,
  readSandboxRequest,
  sendAnswer,
} from './sandbox-context';
import { type Faults, noFaults, takeAnswerFault } from './faults';
import { homePage, messagesPage, smsPage } from './pages';
import { payApi } from './pay-api';
import { openNotificationSender } from './notification-sender';
import type { SandboxSecrets } from './secrets';
import { smsApi } from './sms-api';
import { openStore } from './state';
import { controlApi } from './control-api';
import { wechatApi } from './wechat-api';

export type SandboxOptions = {
  secrets: SandboxSecrets;
  /** 0 or absent: any free port. */
  port?: number;
  host?: string;
  /** A JSON file that keeps orders, messages and tokens over a restart; absent: memory only. */
  statePath?: string;
  /** How long after the former attempt each notification attempt waits, in ms; their number is the number of attempts. */
  notifyDelaysMs?: readonly number[];
};

export type Sandbox = {
  /** `http://127.0.0.1:PORT`: base URL of the WeChat API, Pay v3 and the SMS provider alike. */
  readonly url: string;
  readonly secrets: SandboxSecrets;
  /** Live: change it and the next answer fails that way. */
  readonly faults: Faults;
  resetFaults(): void;
  /** Resolves when every notification was accepted, or tried as often as it is tried. */
  allTold(): Promise<void>;
  /** The last 1,000 requests of the three protocols and the pages, oldest first. */
  readonly log: readonly { atMs: number; method: string; path: string; status: number }[];
  stop(): Promise<void>;
};

const NOTIFY_DELAYS_MS = [0, 1_000, 3_000, 10_000, 30_000, 60_000, 180_000, 600_000];

/** WeChat and an SMS provider on loopback, speaking the real protocols; knows nobody, serves whoever holds its secrets. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { secrets } = options;
  const host = options.host ?? '127.0.0.1';
  const faults = noFaults();
  const store = openStore(options.statePath);
  const log: { atMs: number; method: string; path: string; status: number }[] = [];
  let url = '';
  const parts = {
    secrets,
    store,
    faults,
    baseUrl: () => url,
    merchant: (mchid: string) => secrets.merchants.find((each) => each.mchid === mchid),
  };
  const sender = openNotificationSender(parts, options.notifyDelaysMs ?? NOTIFY_DELAYS_MS);
  const ctx: SandboxContext = { ...parts, notify: sender.notify };

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const sandboxRequest = await readSandboxRequest(request);
    const answer = await answerTo(ctx, sandboxRequest);
    if (answer === 'hang') return;
    log.push({
      atMs: Date.now(),
      method: sandboxRequest.method,
      path: sandboxRequest.url.pathname,
      status: answer.status,
    });
    if (log.length > 1_000) log.shift();
    sendAnswer(response, answer);
  };
  const server = createServer((request, response) => {
    serve(request, response).catch((problem: unknown) => {
      console.error('sandbox:', problem);
      if (!response.headersSent) sendAnswer(response, jsonAnswer({ error: 'broken' }, 500));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the sandbox has no port');
  url = `http://${host}:${address.port}`;
  sender.resume();

  return {
    url,
    secrets,
    faults,
    resetFaults: () => void Object.assign(faults, noFaults()),
    allTold: sender.idle,
    log,
    async stop() {
      await sender.stop();
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      store.flush();
    },
  };
}

async function answerTo(ctx: SandboxContext, request: SandboxRequest): Promise<SandboxAnswer | 'hang'> {
  const path = request.url.pathname;
  const controlled = controlApi(ctx, request) ?? cashier(ctx, request) ?? pageAt(ctx, request);
  if (controlled) return controlled;
  const fault = takeAnswerFault(ctx.faults, path);
  if (fault === 'hang') return 'hang';
  if (fault === 'server-error') return jsonAnswer({ code: 'SYSTEM_ERROR', message: '系统异常' }, 500);
  if (path.startsWith('/v3/')) return payApi(ctx, request, fault);
  return smsApi(ctx, request) ?? (await wechatApi(ctx, request)) ?? jsonAnswer({ error: 'not-found' }, 404);
}

function pageAt(ctx: SandboxContext, request: SandboxRequest): SandboxAnswer | null {
  switch (`${request.method} ${request.url.pathname}`) {
    case 'GET /':
      return request.headers['x-acs-action'] === undefined ? homePage() : null;
    case 'GET /favicon.ico':
      return { status: 204, body: '' };
    case 'GET /sms':
      return smsPage(ctx.store.state.sms.slice(-50));
    case 'GET /messages':
      return messagesPage(ctx.store.state.messages.slice(-50));
    default:
      return null;
  }
}
