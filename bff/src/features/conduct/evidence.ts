import { type BreachEvidence, type EvidenceSide, MOST_BREACH_EVIDENCE } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { type Handle, findLocked, insert, newId } from '../../platform/db';
import { type StoredFile, findFiles, recordFile } from '../../platform/files';
import { type Context, type Outside, refuse } from '../../platform/http';
import { type Breach, breachRecord } from './breach.record';
import { type StoredEvidence, evidenceRecord } from './evidence.record';

const ACCEPT = ['image/jpeg', 'image/png', 'application/pdf'];
const MAX_BYTES = 10_000_000;

/** What lies beside a breach, the oldest first. */
const evidenceOf = (h: Handle, breachId: string): Promise<StoredEvidence[]> =>
  h.repo(evidenceRecord).find({ where: { breachId }, order: { id: 'ASC' } });

/**
 * The body adds while nobody has proposed, the person while the window to say something is open; neither more than
 * `MOST_BREACH_EVIDENCE`.
 */
export const mayAddEvidence = (
  { state, statementUntil }: Pick<Breach, 'state' | 'statementUntil'>,
  side: EvidenceSide,
  day: LocalDate,
): boolean =>
  side === 'body'
    ? state === 'recorded' || state === 'notified'
    : state === 'notified' && statementUntil !== null && day <= statementUntil;

/** Refuses `wrong-state`, `too-late` for the person whose window is over, `upload-quota`. */
async function refuseClosed(
  { h, now }: Pick<Context, 'h' | 'now'>,
  breach: Pick<Breach, 'id' | 'state' | 'statementUntil'>,
  side: EvidenceSide,
): Promise<void> {
  const { state, statementUntil } = breach;
  if (side === 'person' && state === 'notified' && statementUntil !== null && now.day > statementUntil)
    refuse('too-late', { closedOn: statementUntil });
  if (!mayAddEvidence(breach, side, now.day)) refuse('wrong-state', { state: 'evidence-closed' });
  const there = (await evidenceOf(h, breach.id)).filter((one) => one.side === side);
  if (there.length >= MOST_BREACH_EVIDENCE) refuse('upload-quota');
}

/** Checks and seals a file outside the transaction; refuses before it reads one that could not be added. */
export async function keepEvidence(
  outside: Pick<Outside, 'read' | 'ports' | 'now'>,
  given: { readonly bytes: Buffer; readonly side: EvidenceSide; readonly load: (h: Handle) => Promise<Breach> },
): Promise<StoredFile> {
  await outside.read(async (h) => refuseClosed({ h, now: outside.now }, await given.load(h), given.side));
  const written = await outside.ports.files.write(given.bytes, {
    purpose: 'evidence',
    ownerAccountId: null,
    accept: ACCEPT,
    maxBytes: MAX_BYTES,
  });
  if (written.ok) return written.value;
  if (written.error === 'too-large') return refuse('too-large', { maxBytes: MAX_BYTES });
  if (written.error === 'unsupported-type') return refuse('unsupported-type', { accept: ACCEPT });
  return refuse('file-refused', { reason: written.error });
}

/** Lays a kept file beside the breach, which is held meanwhile. */
export async function addEvidence(
  ctx: Context,
  breach: Breach,
  given: { readonly file: StoredFile; readonly side: EvidenceSide; readonly accountId: string },
): Promise<void> {
  const { file, side, accountId } = given;
  const locked = (await findLocked(ctx.h, breachRecord, { id: breach.id })) ?? refuse('not-found');
  await refuseClosed(ctx, locked, side);
  await recordFile(ctx.h, file);
  await insert(ctx.h, evidenceRecord, {
    id: newId(),
    breachId: breach.id,
    candidateId: breach.candidateId,
    fileId: file.id,
    side,
    addedBy: accountId,
    addedAt: ctx.now.ms,
  });
  ctx.audit('breach-evidence-added', { applicationId: breach.candidateId }, { side });
}

/** Takes away what one's own side laid there by mistake, while it may still add. Refuses `wrong-state`, `not-found`. */
export async function removeEvidence(
  ctx: Context,
  breach: Breach,
  given: { readonly evidenceId: string; readonly side: EvidenceSide },
): Promise<void> {
  const locked = (await findLocked(ctx.h, breachRecord, { id: breach.id })) ?? refuse('not-found');
  if (!mayAddEvidence(locked, given.side, ctx.now.day)) refuse('wrong-state', { state: 'evidence-closed' });
  const where = { id: given.evidenceId, breachId: breach.id, side: given.side };
  const { affected } = await ctx.h.repo(evidenceRecord).delete(where);
  if (affected !== 1) refuse('not-found');
  ctx.audit('breach-evidence-removed', { applicationId: breach.candidateId }, { side: given.side });
}

/** As whoever may read the breach sees it, each with a link for some minutes. */
export async function presentEvidence(
  { h, ports }: Pick<Context, 'h' | 'ports'>,
  breach: Pick<Breach, 'id'>,
): Promise<BreachEvidence[]> {
  const rows = await evidenceOf(h, breach.id);
  const files = await findFiles(
    h,
    rows.map(({ fileId }) => fileId),
  );
  return rows.flatMap(({ id, fileId, side, addedAt }) => {
    const file = files.get(fileId);
    return file ? [{ id, type: file.type, url: ports.files.link(fileId), side, addedAt }] : [];
  });
}
