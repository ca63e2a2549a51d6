import { type LocalDate, dayAt } from '@jikaotong/shared/kernel';
import { type Db, type Handle, bigint, insert, key, record } from '../db';

/** Two clocks: business for days, windows and due jobs; wall for tokens, limits, leases and links. */
export type Clock = {
  businessNow(): number;
  wallNow(): number;
  /** Whether it can be moved. */
  readonly demonstration: boolean;
  /** Moves business time on; an earlier instant changes nothing. Only a demonstration clock moves. */
  advanceTo(businessMs: number): Promise<void>;
  /** Stores where a demonstration stands, so that it stands still while stopped. */
  keep(): Promise<void>;
};

/** One row: the last business instant seen, and where the demonstration began. */
export const clockRecord = record('clock', { id: key(16), businessMs: bigint(), startedAtMs: bigint() });

const ROW = 'demonstration';

/** Business time is wall time. */
export const wallClock = (wallNow = Date.now): Clock => ({
  demonstration: false,
  wallNow,
  businessNow: wallNow,
  advanceTo: () => Promise.reject(new Error('the wall clock does not move')),
  keep: () => Promise.resolve(),
});

/** Starts at `startMs`, or goes on from the last instant stored; business = wall + an offset that only grows. */
export async function demonstrationClock(db: Db, startMs: number, wallNow = Date.now): Promise<Clock> {
  const stored = await db.tx((h) => loadOrStart(h, startMs));
  let offset = stored - wallNow();
  let latest = stored;
  // wall clocks are set back now and then: business time then waits instead
  const businessNow = () => (latest = Math.max(latest, wallNow() + offset));
  const store = (ms: number) =>
    db.tx(async (h) => {
      await h.run('UPDATE clock SET business_ms = ? WHERE id = ? AND business_ms < ?', [ms, ROW, ms]);
    });
  return {
    demonstration: true,
    wallNow,
    businessNow,
    advanceTo: async (ms) => {
      if (ms <= businessNow()) return;
      await store(ms);
      offset = Math.max(offset, ms - wallNow());
    },
    keep: () => store(businessNow()),
  };
}

async function loadOrStart(h: Handle, startMs: number): Promise<number> {
  const row = await h.repo(clockRecord).findOneBy({ id: ROW });
  if (row) return row.businessMs;
  await insert(h, clockRecord, { id: ROW, businessMs: startMs, startedAtMs: startMs });
  return startMs;
}

/** What a command is told of time, read once. */
export type Now = { readonly ms: number; readonly day: LocalDate; readonly wallMs: number };

export const nowOf = (clock: Clock): Now => {
  const ms = clock.businessNow();
  return { ms, day: dayAt(ms), wallMs: clock.wallNow() };
};
