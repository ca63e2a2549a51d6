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

type BodyOf = Readonly<Record<string, (h: Handle, id: string) => Promise<string | null>>>;

/** The body of a row of this record, for `bodyOf` of a feature: the record has a `bodyId`. */
export const bodyIn =
  (record: EntityRecord) =>
  async (h: Handle, rowId: string): Promise<string | null> => {
    const [row] = await h.query<{ bodyId: string }>(
      `SELECT body_id AS bodyId FROM \`${record.options.name}\` WHERE id = ?`,
      [rowId],
    );
    return row?.bodyId ?? null;
  };

/** The body of each event: the one it names, else that of the first thing it names that has one. */
async function bodiesOf(h: Handle, entries: readonly AuditEntry[], bodyOf: BodyOf): Promise<(string | null)[]> {
  const known = new Map<string, string | null>();
  const found: (string | null)[] = [];
  for (const { ids, actorId } of entries) {
    let bodyId = ids['bodyId'] ?? null;
    // what nothing else places is the body's whose colleague did it
    for (const [name, id] of [...Object.entries(ids), ...(actorId === null ? [] : [['accountId', actorId] as const])]) {
      const find = bodyOf[name];
      if (bodyId !== null) break;
      if (!find) continue;
      const key = `${name} ${id}`;
      if (!known.has(key)) known.set(key, await find(h, id));
      bodyId = known.get(key) ?? null;
    }
    found.push(bodyId);
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
