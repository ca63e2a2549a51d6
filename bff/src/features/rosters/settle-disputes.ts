import type { RosterRowDetail } from '@jikaotong/shared/contract';
import { disputeFieldWord } from '@jikaotong/shared/words';
import type { Context } from '../../platform/http';
import type { Application } from '../applications';
import {
  type RosterDispute,
  disputeWords,
  disputesOf,
  endDispute,
  noteDisputed,
  openDisputesOf,
} from './dispute.repository';
import { type OpenRoster, toldBy } from './own-roster';
import { rosterColumns } from './roster-columns';
import { valuesOf } from './row-values';

/** What a row says of a field now, to see later whether that was changed; of whatever is left out nothing. */
export function enteredIn(
  ctx: Pick<Context, 'ports'>,
  open: OpenRoster,
  application: Application,
  field: string,
): string {
  const told = toldBy(ctx, application);
  if (field === 'photo') return application.photo?.fileId ?? '';
  if (field === 'papers') return told.papers.flatMap(({ fileIds }) => fileIds).join(' ');
  return valuesOf(told, open)[field] ?? '';
}

/** A row was written anew: what its member called wrong and is another by now has been mended. */
export async function settleMended(
  ctx: Context,
  open: OpenRoster,
  application: Application,
  byAccountId: string | null,
): Promise<void> {
  const { crypto } = ctx.ports;
  const waiting = await openDisputesOf(ctx.h, application.id);
  if (waiting.length === 0) return;
  for (const dispute of waiting)
    if (disputeWords.open(crypto, dispute, 'entered') !== enteredIn(ctx, open, application, dispute.field))
      await endDispute(ctx.h, dispute, {
        state: 'mended',
        answer: null,
        settledAt: ctx.now.ms,
        settledBy: byAccountId,
      });
  await noteDisputed(ctx.h, application.id);
}

/** The member has written the own row, which says all there was to say. */
export async function dropDisputes(ctx: Context, rowId: string, accountId: string): Promise<void> {
  for (const dispute of await openDisputesOf(ctx.h, rowId))
    await endDispute(ctx.h, dispute, { state: 'withdrawn', answer: null, settledAt: ctx.now.ms, settledBy: accountId });
  await noteDisputed(ctx.h, rowId);
}

/** What was called wrong, for whoever may see the row. */
export async function presentDisputes(
  { h, ports }: Pick<Context, 'h' | 'ports'>,
  open: OpenRoster,
  rowId: string,
): Promise<RosterRowDetail['disputes']> {
  const found = await disputesOf(h, rowId);
  if (found.length === 0) return [];
  const headers = new Map(rosterColumns(open).map(({ key, header }) => [key, header]));
  return found.map((dispute: RosterDispute) => ({
    id: dispute.id,
    field: dispute.field,
    label: headers.get(dispute.field) ?? disputeFieldWord.any(dispute.field),
    said: disputeWords.open(ports.crypto, dispute, 'said'),
    state: dispute.state,
    at: dispute.at,
    answer: disputeWords.openIf(ports.crypto, dispute, 'answer'),
  }));
}
