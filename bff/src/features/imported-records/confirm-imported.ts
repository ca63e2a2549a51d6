import { type Context, defineEvent, refuse } from '../../platform/http';
import { linkOrCreate } from '../persons';
import { passNumber } from './certificate-numbers';
import { changeImported, dropImported, findImportedIn } from './imported-record.repository';
import { ImportedContent, type StoredImported } from './imported-record.record';
import { NOTHING_WAITS, proposedOf } from './proposed';

/** Told when another person has confirmed a record, or a change of it. */
export const importedConfirmed = defineEvent<{
  readonly id: string;
  readonly bodyId: string;
  readonly personId: string;
  readonly content: ImportedContent;
  readonly byAccountId: string;
}>('importedConfirmed');

type Asked = { readonly bodyId: string; readonly id: string; readonly turn: number; readonly accountId: string };

async function openFor({ h }: Pick<Context, 'h'>, { bodyId, id, turn }: Asked): Promise<StoredImported> {
  const row = (await findImportedIn(h, bodyId, id)) ?? refuse('not-found');
  if (row.turn !== turn) refuse('changed-meanwhile');
  if (row.confirmedAt !== null && row.pending === null) refuse('wrong-state', { state: 'decided' });
  return row;
}

/**
 * Another person has held it against the paper: from now on it holds, and its person stands in the register. Refuses
 * `imported-by-another`, `wrong-state`.
 */
export async function confirmImported(ctx: Context, asked: Asked): Promise<number> {
  const row = await openFor(ctx, asked);
  if ((row.pendingBy ?? row.importedBy) === asked.accountId) refuse('imported-by-another');
  const content = ImportedContent.parse(row.pending ?? row.content);
  const { personId, ...said } = await proposedIn(ctx, row);
  const set = { ...said, ...NOTHING_WAITS, personId, content };
  const by = { confirmedAt: ctx.now.ms, confirmedBy: asked.accountId };
  if (!(await changeImported(ctx.h, row, { ...set, ...by }))) refuse('changed-meanwhile');
  if (content.kind === 'certificate' && row.confirmedAt === null) await passNumber(ctx, row.bodyId, content.number);
  ctx.audit('imported-confirmed', { bodyId: row.bodyId }, { kind: row.kind });
  const { id, bodyId } = row;
  await ctx.emit(importedConfirmed({ id, bodyId, personId, content, byAccountId: asked.accountId }));
  return row.turn + 1;
}

/** What holds from now on beside the content, with its person of the register. */
async function proposedIn(
  { h, ports, now }: Context,
  row: StoredImported,
): Promise<Partial<StoredImported> & { personId: string }> {
  const proposed = proposedOf(ports.crypto, row);
  if (!proposed) {
    if (row.personId === null) throw new Error(`nobody is named by imported record ${row.id}`);
    return { personId: row.personId };
  }
  const { person, ...by } = proposed;
  const { personId, differs } = await linkOrCreate(h, ports.crypto, person, now.ms);
  if (differs.includes('name')) refuse('wrong-state', { state: 'register-name-differs' });
  return { ...by, name: person.name, personId };
}

/** It is not taken over: one that never held goes, one that holds stays as it was. Refuses `wrong-state`. */
export async function leaveImported(ctx: Context, asked: Asked): Promise<number> {
  const row = await openFor(ctx, asked);
  const left =
    row.confirmedAt === null ? await dropImported(ctx.h, row) : await changeImported(ctx.h, row, NOTHING_WAITS);
  if (!left) refuse('changed-meanwhile');
  ctx.audit('imported-dropped', { bodyId: row.bodyId }, { kind: row.kind });
  return row.turn + 1;
}
