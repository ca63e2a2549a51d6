import type { Handle } from '../platform/db';

/** When everything of an old database in a test was written. */
export const SEEDED_AT = new Date(Date.UTC(2026, 10, 24));

/** A session and a stage as the schema of 20261128-204500 has them; spelled out, for records move on. */
export async function seedEvents(h: Handle): Promise<void> {
  await h.run(
    "INSERT INTO notice (id, body_id, kind, year, title, current_version, created_at) VALUES ('n', 'b', 'certification', 2026, 't', 1, ?)",
    [SEEDED_AT],
  );
  await h.run(
    `INSERT INTO notice_version (id, notice_id, version, language, content, raw_text, sha256, published_at)
     VALUES ('v', 'n', 1, 1, '{}', '{}', '', ?)`,
    [SEEDED_AT],
  );
  for (const [id, kind] of [
    ['s', 'session'],
    ['t', 'stage'],
  ] as const)
    await h.run(
      `INSERT INTO event (id, kind, body_id, notice_id, notice_version_id, notice_version, state, revision)
       VALUES (?, ?, 'b', 'n', 'v', 1, 'published', 'r')`,
      [id, kind],
    );
}

/** Somebody approved: an application to the session, or an entry to the stage. */
export async function seedCandidate(
  h: Handle,
  id: string,
  { kind, accountId }: { readonly kind: 'application' | 'entry'; readonly accountId: string | null },
): Promise<void> {
  const eventId = kind === 'application' ? 's' : 't';
  await h.run(
    `INSERT INTO candidate (id, kind, body_id, notice_id, offering_code, account_id, scope, account_key, name, created_at)
     VALUES (?, ?, 'b', 'n', 'o', ?, ?, ?, ?, ?)`,
    [id, kind, accountId, `${eventId}:o`, accountId && `${eventId}:o:${accountId}`, `name of ${id}`, SEEDED_AT],
  );
  await h.run(
    `INSERT INTO participant (id, candidate_id, event_id, body_id, kind, offering_code, state, version)
     VALUES (?, ?, ?, 'b', ?, 'o', 'approved', 1)`,
    [`p-${id}`, id, eventId, kind],
  );
  if (kind === 'entry') return;
  await h.run(
    `INSERT INTO application (id, notice_version, notice_version_id, facts, papers, changed_fields, round)
     VALUES (?, 1, 'v', '{}', '[]', '[]', 0)`,
    [id],
  );
}
