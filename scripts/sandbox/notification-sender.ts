import { randomUUID } from 'node:crypto';
import { platformSignature, sealResource } from './pay-signature';
import type { SandboxContext } from './sandbox-context';
import type { SandboxNotification } from './state';

export type NotificationSender = {
  notify: SandboxContext['notify'];
  resume(): void;
  /** Resolves when no notification waits any more: each was accepted, or tried as often as it is tried. */
  idle(): Promise<void>;
  stop(): Promise<void>;
};

const LOOK_EVERY_MS = 5;

/** Delivers notifications and repeats them until 2xx, as often as there are delays. */
export function openNotificationSender(ctx: SenderContext, delaysMs: readonly number[]): NotificationSender {
  const timers = new Set<NodeJS.Timeout>();
  const flights = new Set<Promise<void>>();
  const stopped = new AbortController();

  const schedule = (notice: SandboxNotification) => {
    if (stopped.signal.aborted) return;
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        const flight = attempt(notice).finally(() => flights.delete(flight));
        flights.add(flight);
      },
      Math.max(0, notice.dueMs - Date.now()),
    );
    timers.add(timer);
  };

  const attempt = async (notice: SandboxNotification) => {
    const accepted = await deliver(ctx, notice, stopped.signal);
    if (stopped.signal.aborted) return;
    notice.attempts += 1;
    const delayMs = delaysMs[notice.attempts];
    if (accepted || delayMs === undefined) {
      ctx.store.state.notices = ctx.store.state.notices.filter((each) => each.id !== notice.id);
    } else {
      notice.dueMs = Date.now() + delayMs;
      schedule(notice);
    }
    ctx.store.changed();
  };

  return {
    notify(wanted) {
      const dueMs = Date.now() + (delaysMs[0] ?? 0) + ctx.faults.notifyDelayMs;
      const notice = { ...wanted, id: randomUUID(), attempts: 0, dueMs };
      ctx.store.state.notices.push(notice);
      ctx.store.changed();
      schedule(notice);
    },
    resume: () => ctx.store.state.notices.forEach(schedule),
    async idle() {
      while (ctx.store.state.notices.length > 0) await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
    },
    async stop() {
      stopped.abort();
      for (const timer of timers) clearTimeout(timer);
      await Promise.all(flights);
    },
  };
}

type SenderContext = Omit<SandboxContext, 'notify'>;

async function deliver(ctx: SenderContext, notice: SandboxNotification, stopped: AbortSignal): Promise<boolean> {
  const merchant = ctx.merchant(notice.mchid);
  // A dropped notification is one that WeChat believes delivered.
  if (!merchant || ctx.faults.notifyDrop) return true;
  const body = JSON.stringify({
    id: notice.id,
    create_time: new Date().toISOString(),
    resource_type: 'encrypt-resource',
    event_type: notice.eventType,
    summary: notice.eventType === 'TRANSACTION.SUCCESS' ? '支付成功' : '退款成功',
    resource: sealResource(merchant, notice.resourceType, notice.resource),
  });
  let accepted = true;
  for (let copy = 0; copy < ctx.faults.notifyCopies; copy += 1) {
    const signature = platformSignature(ctx, merchant, body, ctx.faults.notifyForged);
    accepted = (await post(notice.url, body, signature, stopped)) && accepted;
  }
  return accepted;
}

async function post(url: string, body: string, signature: Record<string, string>, stopped: AbortSignal) {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'Mozilla/4.0', ...signature },
      body,
      signal: AbortSignal.any([stopped, AbortSignal.timeout(5_000)]),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    // The receiver is down or slow: that is what the repetitions are for.
    return false;
  }
}
