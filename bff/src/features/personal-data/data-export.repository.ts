import { EXPORTS_A_DAY } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { LessThan, Like } from 'typeorm';
import { type Handle, insert, isDuplicate, newId, updateWhere } from '../../platform/db';
import { type DataExport, exportRecord } from './data-export.record';

/** Looks for copies whose day is over. */
export const EXPORT_OVER_JOB = 'personal-data-export-over';

export const findExport = (h: Handle, id: string): Promise<DataExport | null> => h.repo(exportRecord).findOneBy({ id });

/** One's own; null for anybody else's. */
export const findOwnExport = (h: Handle, accountId: string, id: string): Promise<DataExport | null> =>
  h.repo(exportRecord).findOneBy({ id, accountId });

/** The last one that an account asked for. */
export const lastExportOf = (h: Handle, accountId: string): Promise<DataExport | null> =>
  h.repo(exportRecord).findOne({ where: { accountId }, order: { id: 'DESC' } });

/** How many more an account may ask for on a day. */
export async function exportsLeft(h: Handle, accountId: string, day: LocalDate): Promise<number> {
  const asked = await h.repo(exportRecord).countBy({ slot: Like(`${accountId}:${day}:%`) });
  return Math.max(0, EXPORTS_A_DAY - asked);
}

/** A new one, or the one that is being made; `none-left` when the day's are used up. */
export async function addExport(
  h: Handle,
  of: { readonly accountId: string; readonly day: LocalDate; readonly nowMs: number },
): Promise<DataExport | 'none-left'> {
  const { accountId, day, nowMs } = of;
  const running = await h.repo(exportRecord).findOneBy({ liveKey: accountId });
  if (running) return running;
  for (let number = 1; number <= EXPORTS_A_DAY; number += 1) {
    const row: DataExport = {
      id: newId(),
      accountId,
      slot: `${accountId}:${day}:${number}`,
      liveKey: accountId,
      state: 'waiting',
      done: 0,
      total: 0,
      bytes: null,
      fileId: null,
      askedAt: nowMs,
      expiresAt: null,
    };
    try {
      await insert(h, exportRecord, row);
      return row;
    } catch (error) {
      // asked twice at one moment: the other one is being made
      if (isDuplicate(error, 'uq_data_export_live'))
        return h.repo(exportRecord).findOneByOrFail({ liveKey: accountId });
      if (!isDuplicate(error, 'uq_data_export_slot')) throw error;
    }
  }
  return 'none-left';
}

/** Changes one that is still being made; false when it is not. */
export const changeWaiting = async (h: Handle, id: string, set: Partial<DataExport>): Promise<boolean> =>
  (await updateWhere(h, exportRecord, { id, state: 'waiting' }, set)) === 1;

/** Those whose time is over by the wall clock, and their files. */
export const exportsOver = (h: Handle, wallMs: number): Promise<DataExport[]> =>
  h
    .repo(exportRecord)
    .find({ where: { state: 'ready', expiresAt: LessThan(wallMs) }, order: { id: 'ASC' }, take: 200 });

/** Ends one that was ready; its file has been taken away. */
export const endExport = (h: Handle, id: string): Promise<number> =>
  updateWhere(h, exportRecord, { id, state: 'ready' }, { state: 'over', fileId: null, bytes: null });

/** Those of an account that closes. */
export const exportsOf = (h: Handle, accountId: string): Promise<DataExport[]> =>
  h.repo(exportRecord).findBy({ accountId });

/** Nothing is left of what an account asked for. */
export async function forgetExports(h: Handle, accountId: string): Promise<void> {
  await h.repo(exportRecord).delete({ accountId });
}
