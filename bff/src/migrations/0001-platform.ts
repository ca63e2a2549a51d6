import { type Migration, bigint, blob, id, instant, int, json, key, nullable, ref, text, word } from '../platform/db';

/** The tables of platform's rooms. */
export const platform0001: Migration = {
  name: '0001-platform',
  up: async (schema) => {
    await schema.table('clock', { id: key(16), businessMs: bigint(), startedAtMs: bigint() });
    await schema.table(
      'idempotency_key',
      { key: key(64), accountId: ref(), requestHash: text(64), resultId: text(64), state: word(), at: instant() },
      { index: { ix_idempotency_key_at: ['at'] } },
    );
    await schema.table(
      'file',
      {
        id: id(),
        purpose: word(40),
        ownerAccountId: nullable(ref()),
        type: text(80),
        bytes: int(),
        sha256: text(64),
        name: text(200),
        dataKey: blob(),
        storedAt: instant(),
      },
      { index: { ix_file_owner: ['ownerAccountId', 'purpose'] } },
    );
    await schema.table(
      'job',
      {
        id: id(),
        kind: text(60),
        key: text(120),
        payload: json(),
        dueAt: instant(),
        state: word(),
        attempts: int(),
        notBefore: instant(),
        claim: nullable(ref()),
        doneAt: nullable(instant()),
      },
      { unique: { uq_job_key: ['kind', 'key'] }, index: { ix_job_due: ['state', 'dueAt'] } },
    );
    await schema.table(
      'audit_event',
      {
        id: id(),
        seq: bigint(),
        code: text(60),
        actorId: nullable(ref()),
        ids: json(),
        values: json(),
        at: instant(),
        wallAt: instant(),
        hash: text(64),
      },
      { unique: { uq_audit_event_seq: ['seq'] } },
    );
    await schema.table('audit_head', { id: key(16), seq: bigint(), hash: text(64) });
    await schema.run(
      `INSERT INTO audit_head (id, seq, hash) SELECT 'head', 0, ? FROM (SELECT 1 AS one) o
        WHERE NOT EXISTS (SELECT 1 FROM audit_head)`,
      ['0'.repeat(64)],
    );
  },
};
