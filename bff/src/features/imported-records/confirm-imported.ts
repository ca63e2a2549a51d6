import { yearOf } from '@jikaotong/shared/kernel';
import { certificateFormOf } from '@jikaotong/shared/rules/numbering';
import { type Context, defineEvent, refuse } from '../../platform/http';
import { nextNumber, takeNumbers } from '../../platform/numbers';
import { changeImported, dropImported, findImportedIn } from './imported-record.repository';
import type { ImportedContent, StoredImported } from './imported-record.record';

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

/** Another person has held it against the paper: from now on it holds. Refuses `imported-by-another`, `wrong-state`. */
export async function confirmImported(ctx: Context, asked: Asked): Promise<number> {
  const row = await openFor(ctx, asked);
  if (row.importedBy === asked.accountId) refuse('imported-by-another');
  const content = row.pending ?? row.content;
  const set = { content, pending: null, confirmedAt: ctx.now.ms, confirmedBy: asked.accountId };
  if (!(await changeImported(ctx.h, row, set))) refuse('changed-meanwhile');
  if (content.kind === 'certificate') await passNumber(ctx, content.number);
  ctx.audit('imported-confirmed', { bodyId: row.bodyId }, { kind: row.kind });
  const { id, bodyId, personId } = row;
  await ctx.emit(importedConfirmed({ id, bodyId, personId, content, byAccountId: asked.accountId }));
  return row.turn + 1;
}

/** It is not taken over: one that never held goes, one that holds stays as it was. Refuses `wrong-state`. */
export async function leaveImported(ctx: Context, asked: Asked): Promise<number> {
  const row = await openFor(ctx, asked);
  const left =
    row.confirmedAt === null ? await dropImported(ctx.h, row) : await changeImported(ctx.h, row, { pending: null });
  if (!left) refuse('changed-meanwhile');
  ctx.audit('imported-dropped', { bodyId: row.bodyId }, { kind: row.kind });
  return row.turn + 1;
}

/** A number of this year's own sequence is given out no second time. */
async function passNumber({ h, now }: Pick<Context, 'h' | 'now'>, number: string): Promise<void> {
  if (certificateFormOf(number) !== 'vocational-skill') return;
  if (number.slice(13, 15) < String(yearOf(now.day)).slice(2)) return;
  const counter = `certificate:${number.slice(0, 16)}`;
  const behind = Number(number.slice(16)) - (await nextNumber(h, counter)) + 1;
  if (behind > 0) await takeNumbers(h, counter, behind);
}
