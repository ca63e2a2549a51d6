import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const order = z.object({
  prepayId: z.string(),
  kind: z.enum(['JSAPI', 'MWEB', 'NATIVE']),
  mchid: z.string(),
  appid: z.string(),
  outTradeNo: z.string(),
  description: z.string(),
  attach: z.string().nullable(),
  totalFen: z.number(),
  openid: z.string().nullable(),
  notifyUrl: z.string(),
  expiresMs: z.number().nullable(),
  createdMs: z.number(),
  state: z.enum(['NOTPAY', 'SUCCESS', 'REFUND', 'CLOSED']),
  transactionId: z.string().nullable(),
  paidMs: z.number().nullable(),
});
const refund = z.object({
  refundId: z.string(),
  outRefundNo: z.string(),
  mchid: z.string(),
  outTradeNo: z.string(),
  reason: z.string().nullable(),
  notifyUrl: z.string().nullable(),
  refundFen: z.number(),
  status: z.enum(['SUCCESS', 'PROCESSING', 'CLOSED', 'ABNORMAL']),
  createdMs: z.number(),
  succeededMs: z.number().nullable(),
});
const notice = z.object({
  id: z.string(),
  url: z.string(),
  mchid: z.string(),
  eventType: z.string(),
  resourceType: z.string(),
  resource: z.string(),
  attempts: z.number(),
  dueMs: z.number(),
});
const sms = z.object({
  id: z.string(),
  phone: z.string(),
  template: z.string(),
  params: z.record(z.string(), z.string()),
  text: z.string(),
  atMs: z.number(),
});
const message = z.object({
  id: z.string(),
  openid: z.string(),
  templateId: z.string(),
  page: z.string().nullable(),
  data: z.record(z.string(), z.string()),
  atMs: z.number(),
});
const code = z.object({ value: z.string(), expiresMs: z.number(), used: z.boolean() });

const stateSchema = z.object({
  orders: z.array(order),
  refunds: z.array(refund),
  /** Notifications not yet answered with 2xx. */
  notices: z.array(notice),
  sms: z.array(sms),
  messages: z.array(message),
  loginCodes: z.record(z.string(), code),
  phoneCodes: z.record(z.string(), code),
  /** `openid templateId` → how many one-time grants are left. */
  grants: z.record(z.string(), z.number()),
  token: z.object({ value: z.string(), expiresMs: z.number() }).nullable(),
});

export type SandboxState = z.infer<typeof stateSchema>;
export type SandboxOrder = z.infer<typeof order>;
export type SandboxRefund = z.infer<typeof refund>;
export type SandboxNotification = z.infer<typeof notice>;
export type SandboxSms = z.infer<typeof sms>;
export type SandboxMessage = z.infer<typeof message>;

export type Store = { readonly state: SandboxState; changed(): void; flush(): void };

/** Everything the sandbox remembers, written to `path` shortly after each change when a path is given. */
export function openStore(path: string | undefined): Store {
  const state = path === undefined ? emptyState() : readState(path);
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (path !== undefined) writeState(path, state);
  };
  return {
    state,
    changed() {
      if (path !== undefined) timer ??= setTimeout(flush, 50);
    },
    flush,
  };
}

function readState(path: string): SandboxState {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return emptyState();
    throw problem;
  }
  return stateSchema.parse(JSON.parse(text));
}

/** Renamed into place, so that a kill in the middle leaves the former file. */
function writeState(path: string, state: SandboxState): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

const emptyState = (): SandboxState => ({
  orders: [],
  refunds: [],
  notices: [],
  sms: [],
  messages: [],
  loginCodes: {},
  phoneCodes: {},
  grants: {},
  token: null,
});
