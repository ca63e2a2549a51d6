import { AUDIT_CODES } from '@jikaotong/shared/contract';
import { auditRecord } from '@jikaotong/bff/platform/audit';
import { insert, newId } from '@jikaotong/bff/platform/db';
import type { World } from './world';

/** So many events of a body, a minute apart, the last one now; unchained, for lists only. */
export const addAuditEvents = async (world: World, bodyId: string, count: number, actorId: string): Promise<void> => {
  const nowMs = world.clock.businessNow();
  const eventOf = (place: number) => ({
    id: newId(),
    seq: 1_000_000 + place,
    code: AUDIT_CODES[place % AUDIT_CODES.length] ?? 'signed-in',
    actorId: place % 3 === 0 ? actorId : null,
    bodyId,
    ids: { applicationId: newId(), sessionId: newId() },
    values: { candidates: place, fen: 28_000 + place },
    at: nowMs - (count - place) * 60_000,
    wallAt: nowMs,
    hash: '',
  });
  for (let from = 0; from < count; from += 500) {
    const rows = Array.from({ length: Math.min(500, count - from) }, (_, place) => eventOf(from + place));
    await world.db.tx((h) => insert(h, auditRecord, rows));
  }
};
