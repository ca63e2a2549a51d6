import type { Crypto } from '../../platform/crypto';
import { type Row, bool, day, id, instant, json, nullable, record, ref, sealedText, text } from '../../platform/db';

/** An original that a clerk has seen, of the application as it stood in that version. */
export type StoredTick = {
  readonly document: string;
  readonly received: boolean;
  readonly seenBy: string;
  readonly seenAt: number;
  readonly version: number;
};

/**
 * What the counter knows of an application, one row each: made by the candidate on the phone, or by the clerk for a
 * walk-in. `code` is what the slip says; null for a walk-in and where it was sent back.
 */
export const slipRecord = record(
  'counter_slip',
  {
    id: id(),
    candidateId: ref(),
    bodyId: ref(),
    code: nullable(text(12)),
    walkIn: bool(),
    note: nullable(sealedText(200)),
    originals: json<readonly StoredTick[]>(),
    createdAt: instant(),
    confirmedAt: nullable(instant()),
    confirmedBy: nullable(ref()),
    outsideHours: bool(),
    /** A walk-in that the candidate has taken over into their own account. */
    claimedAt: nullable(instant()),
    /** The last day on which somebody of a unit can still be confirmed, as staff set it; null: the window's. */
    openUntil: nullable(day()),
    /** Since when it waits to be confirmed with its group, and for whom. */
    queuedAt: nullable(instant()),
    queuedBy: nullable(ref()),
    /** Why it was not confirmed with its group; a refusal's code. */
    outcome: nullable(text(60)),
  },
  {
    unique: { uq_counter_slip_candidate: ['candidateId'], uq_counter_slip_code: ['code'] },
    index: { ix_counter_slip_body: ['bodyId', 'confirmedAt'] },
    foreign: {
      fk_counter_slip_candidate: { column: 'candidateId', references: 'candidate', onDelete: 'CASCADE' },
    },
  },
);
export type Slip = Row<typeof slipRecord>;

/** Why a clerk sent it back. */
export const openNote = (crypto: Crypto, { id, note }: Pick<Slip, 'id' | 'note'>): string | null =>
  note === null ? null : crypto.decryptField(notePlace(id), note);
export const sealNote = (crypto: Crypto, id: string, note: string): Buffer => crypto.encryptField(notePlace(id), note);
const notePlace = (row: string) => ({ table: 'counter_slip', column: 'note', row });
