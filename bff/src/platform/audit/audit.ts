import { createHash } from 'node:crypto';
import {
  type EntityRecord,
  type Handle,
  bigint,
  id,
  insert,
  instant,
  json,
  key,
  newId,
  nullable,
  placeholders,
  record,
  ref,
  text,
} from '../db';

/** What an audit event may carry: ids by name, and values that are not personal. */
export type AuditEntry = {
  readonly code: string;
  readonly actorId: string | null;
  readonly ids: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, AuditValue>>;
};
export type AuditValue = string | number | boolean | null | readonly string[];

/** Append-only; `hash` covers the row and the hash before it. */
export const auditRecord = record(
  'audit_event',
  {
    id: id(),
    seq: bigint(),
    code: text(60),
    actorId: nullable(ref()),
    /** Whose list it stands in; outside the hash, for it is found from the ids. */
    bodyId: nullable(ref()),
    ids: json<Readonly<Record<string, string>>>(),
    values: json<Readonly<Record<string, AuditValue>>>(),
    at: instant(),
    wallAt: instant(),
    hash: text(64),
  },
  { unique: { uq_audit_event_seq: ['seq'] }, index: { ix_audit_event_body: ['bodyId', 'at', 'id'] } },
);

/** The end of the chain: one row that every writer locks, so that the order of hashes is the order of commits. */
export const auditHeadRecord = record('audit_head', { id: key(16), seq: bigint(), hash: text(64) });

export const AUDIT_HEAD = 'head';
export const FIRST_HASH = '0'.repeat(64);

/** Appends events in the effect's own transaction; call it last, it holds the head until the commit. */
export async function appendAudit(
  h: Handle,
  at: { ms: number; wallMs: number },
  entries: readonly AuditEntry[],
  bodyOf: BodyOf = {},
): Promise<void> {
  if (entries.length === 0) return;
  const bodies = await bodiesOf(h, entries, bodyOf);
  // a conditional write first: it takes the row's lock, so the read after it sees the last commit
  await h.run('UPDATE audit_head SET seq = seq + ? WHERE id = ?', [entries.length, AUDIT_HEAD]);
  const head = await h.repo(auditHeadRecord).findOneByOrFail({ id: AUDIT_HEAD });
  let seq = head.seq - entries.length;
  let hash = head.hash;
  const rows = entries.map((entry, place) => {
    const bodyId = bodies[place] ?? null;
    const row = { id: newId(), seq: ++seq, ...entry, bodyId, at: at.ms, wallAt: at.wallMs };
    hash = hashOf(hash, row);
    return { ...row, hash };
  });
  await insert(h, auditRecord, rows);
  await h.run('UPDATE audit_head SET hash = ? WHERE id = ?', [hash, AUDIT_HEAD]);
}

/** Finds the bodies of things, by the name under which events carry their ids; what has none is left out. */
export type BodyOf = Readonly<Record<string, (h: Handle, ids: readonly string[]) => Promise<BodyById>>>;
type BodyById = ReadonlyMap<string, string>;

const AT_A_TIME = 500;

/** The bodies of rows of this record, for `bodyOf` of a feature: the record has a `bodyId`. */
export const bodyIn =
  (record: EntityRecord) =>
  async (h: Handle, rowIds: readonly string[]): Promise<BodyById> => {
    const found = new Map<string, string>();
    for (let from = 0; from < rowIds.length; from += AT_A_TIME) {
      const ids = rowIds.slice(from, from + AT_A_TIME);
      const rows = await h.query<{ id: string; bodyId: string }>(
        `SELECT id, body_id AS bodyId FROM \`${record.options.name}\` WHERE id IN (${placeholders(ids)})`,
        ids,
      );
      for (const { id, bodyId } of rows) found.set(id, bodyId);
    }
    return found;
  };

/** The body of each event: the one it names, else that of the first thing it names that has one. */
async function bodiesOf(h: Handle, entries: readonly AuditEntry[], bodyOf: BodyOf): Promise<(string | null)[]> {
  const found = entries.map(({ ids }) => ids['bodyId'] ?? null);
  // what nothing else places is the body's whose colleague did it
  const named = entries.map(({ ids, actorId }) =>
    [...Object.entries(ids), ...(actorId === null ? [] : [['accountId', actorId] as const])].filter(([name]) =>
      Object.hasOwn(bodyOf, name),
    ),
  );
  for (let turn = 0; named.some((names, at) => found[at] === null && turn < names.length); turn += 1) {
    const asked = new Map<string, Set<string>>();
    for (const [at, names] of named.entries()) {
      const [name, id] = names[turn] ?? [];
      if (found[at] !== null || name === undefined || id === undefined) continue;
      asked.set(name, (asked.get(name) ?? new Set()).add(id));
    }
    for (const [name, ids] of asked) {
      const bodies = await bodyOf[name]?.(h, [...ids]);
      for (const [at, names] of named.entries()) {
        const [of, id] = names[turn] ?? [];
        if (found[at] === null && of === name && id !== undefined) found[at] = bodies?.get(id) ?? null;
      }
    }
  }
  return found;
}

/** Walks the whole chain; `brokenAt` is the first seq that does not follow from the one before it. */
export async function verifyChain(h: Handle): Promise<{ ok: true; events: number } | { ok: false; brokenAt: number }> {
  let seq = 0;
  let hash = FIRST_HASH;
  for (;;) {
    const rows = await h
      .repo(auditRecord)
      .createQueryBuilder('e')
      .where('e.seq > :seq', { seq })
      .orderBy('e.seq')
      .limit(500)
      .getMany();
    for (const row of rows) {
      hash = hashOf(hash, row);
      if (row.seq !== seq + 1 || row.hash !== hash) return { ok: false, brokenAt: seq + 1 };
      seq = row.seq;
    }
    if (rows.length === 0) break;
  }
  const head = await h.repo(auditHeadRecord).findOneByOrFail({ id: AUDIT_HEAD });
  return head.seq === seq && head.hash === hash ? { ok: true, events: seq } : { ok: false, brokenAt: seq + 1 };
}

type Hashed = AuditEntry & { id: string; seq: number; at: number; wallAt: number };

const hashOf = (before: string, row: Hashed): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        before,
        row.id,
        row.seq,
        row.code,
        row.actorId,
        sorted(row.ids),
        sorted(row.values),
        row.at,
        row.wallAt,
      ]),
    )
    .digest('hex');

/** MySQL keeps JSON keys in an order of its own, so the hash sorts them. */
const sorted = (object: Readonly<Record<string, unknown>>): [string, unknown][] =>
  Object.entries(object).toSorted(([a], [b]) => (a < b ? -1 : 1));
