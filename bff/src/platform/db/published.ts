import type { DataSource } from 'typeorm';

/** What strangers read rests on these tables, named by their records: every change of them is counted. */
const tables = new Set<string>();

export const countChangesOf = (table: string): void => void tables.add(table);

const WRITES = /^\s*(?:insert(?:\s+ignore)?\s+into|replace\s+into|update|delete\s+from)\s+[`"]?(\w+)/i;
const READ = /\b(?:from|join)\s+[`"]?(\w+)/gi;

/** Whether a statement may change what strangers read. */
export const changesPublished = (sql: string): boolean => tables.has(WRITES.exec(sql)?.[1] ?? '');

/** The first table of a SELECT whose changes nobody counts; null when there is none. */
export const uncountedIn = (sql: string): string | null =>
  [...sql.matchAll(READ)].map(([, table = '']) => table).find((table) => !tables.has(table)) ?? null;

/** For so long what was last asked of a server's database holds; whoever changes something is answered after it. */
const FRESH_MS = 100;
/** While it is asked for, it is asked again after so long. */
const RENEW_MS = 70;

/** How often published tables have changed; the same number means that nothing has. */
export type PublishedRevision = {
  /** As of a moment at most 100 ms ago, and after every change whose author has been answered. */
  current(): string | Promise<string>;
  /** Inside the transaction, as its last statement. */
  count(query: (sql: string) => Promise<unknown>): Promise<void>;
  /** After the commit, before its author is answered. */
  settled(): Promise<void>;
};

/** The embedded file is this process's alone, and so is what changes it. */
export function countedHere(): PublishedRevision {
  let changes = 0;
  return {
    current: () => String(changes),
    count: () => Promise.resolve(),
    settled: () => {
      changes += 1;
      return Promise.resolve();
    },
  };
}

type Known = { readonly revision: string; readonly askedAtMs: number };
type Asking = { readonly answer: Promise<string>; readonly askedAtMs: number };

/** Several servers share a database: the number stands there, and each asks for it while it is asked itself. */
export function countedOnServer(source: DataSource): PublishedRevision {
  let known: Known | null = null;
  let asking: Asking | null = null;
  /** Asks the database, or waits for whoever has just asked it. */
  const ask = (): Promise<string> => {
    const askedAtMs = performance.now();
    if (asking && askedAtMs - asking.askedAtMs < FRESH_MS) return asking.answer;
    const answer = revisionOn(source)
      .then((revision) => {
        // nothing was changed here meanwhile, and nobody has asked later
        if (asking === mine) known = { revision, askedAtMs };
        return revision;
      })
      .finally(() => {
        if (asking === mine) asking = null;
      });
    const mine: Asking = { answer, askedAtMs };
    asking = mine;
    return answer;
  };
  return {
    current: () => {
      const ageMs = known ? performance.now() - known.askedAtMs : Infinity;
      if (!known || ageMs >= FRESH_MS) return ask();
      // renewed in good time, so that nobody waits for it; what goes wrong is said to who asks next
      if (ageMs >= RENEW_MS) void ask().catch(() => undefined);
      return known.revision;
    },
    count: async (query) => {
      await query(
        "INSERT INTO published_revision (id, revision) VALUES ('all', 1) ON DUPLICATE KEY UPDATE revision = revision + 1",
      );
    },
    settled: async () => {
      known = null;
      asking = null;
      await new Promise((done) => setTimeout(done, FRESH_MS));
    },
  };
}

async function revisionOn(source: DataSource): Promise<string> {
  const rows: { revision: unknown }[] = await source.query("SELECT revision FROM published_revision WHERE id = 'all'");
  return String(rows[0]?.revision ?? 0);
}
