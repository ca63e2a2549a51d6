import { type AuditEntry, type BodyOf, appendAudit } from '../audit';
import { nowOf } from '../clock';
import type { Access } from '../crypto';
import type { Db, Handle } from '../db';
import type { Actor } from './call';
import type { Context, Outside, Ports } from './context';
import type { Subscription } from './events';
import type { KeptReads } from './kept-reads';
import type { Limits } from './limits';

/** Finds who a token speaks for, with the grants of this moment; null when the account or sign-in is no more. */
export type ActorSource = (h: Handle, access: Access, ports: Pick<Ports, 'config'>) => Promise<Actor | null>;

/** Everything the pipeline needs beside the request. */
export type Serving = {
  readonly db: Db;
  readonly ports: Ports;
  readonly subscriptions: readonly Subscription[];
  readonly bodyOf: BodyOf;
  readonly actorOf: ActorSource;
  readonly limits: Limits;
  readonly kept: KeptReads;
};

/** In whose name something runs; the actor may become known on the way. */
export type Origin = { readonly requestId: string; actorId: string | null; access?: Access | null };

/** One transaction with its events and, at its end, its audit events; all of it runs again on a retry. */
export const inTx = <T>(
  serving: Pick<Serving, 'db' | 'ports' | 'subscriptions' | 'bodyOf'>,
  origin: Origin,
  fn: (ctx: Context) => Promise<T>,
): Promise<T> =>
  serving.db.tx(async (h) => {
    const { context, entries } = contextOn(serving, origin, h);
    const value = await fn(context);
    await appendAudit(h, context.now, entries, serving.bodyOf);
    return value;
  });

/** One read; what it noted for the audit (somebody looked at something) is written after it. */
export async function inRead<T>(
  serving: Pick<Serving, 'db' | 'ports' | 'subscriptions' | 'bodyOf'>,
  origin: Origin,
  fn: (ctx: Context) => Promise<T>,
): Promise<T> {
  const noted: AuditEntry[] = [];
  const value = await serving.db.read((h) => {
    const { context, entries } = contextOn(serving, origin, h);
    return fn(context).finally(() => noted.push(...entries));
  });
  if (noted.length > 0) await serving.db.tx((h) => appendAudit(h, nowOf(serving.ports.clock), noted, serving.bodyOf));
  return value;
}

export const outsideOf = (serving: Pick<Serving, 'db' | 'ports'>, origin: Origin): Outside => ({
  now: nowOf(serving.ports.clock),
  ports: portsFor(serving.ports, origin),
  requestId: origin.requestId,
  read: serving.db.read,
});

/** The ports as one caller has them: links to files end with the caller's sign-in. */
const portsFor = (ports: Ports, origin: Origin): Ports => ({
  ...ports,
  files: {
    ...ports.files,
    // who calls may become known after this was made
    link: (fileId) => ports.files.link(fileId, origin.access ?? null),
  },
});

function contextOn(
  { ports, subscriptions }: Pick<Serving, 'ports' | 'subscriptions'>,
  origin: Origin,
  h: Handle,
): { context: Context; entries: AuditEntry[] } {
  const entries: AuditEntry[] = [];
  const context: Context = {
    h,
    now: nowOf(ports.clock),
    ports: portsFor(ports, origin),
    requestId: origin.requestId,
    audit: (code, ids, values = {}) => {
      entries.push({ code, actorId: origin.actorId, ids, values });
    },
    emit: async (event) => {
      for (const { eventName, handlers } of subscriptions)
        if (eventName === event.name) for (const handle of handlers) await handle(context, event);
    },
  };
  return { context, entries };
}
