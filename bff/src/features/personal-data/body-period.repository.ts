import type { LocalDate } from '@jikaotong/shared/kernel';
import type { BodyPeriod, PeriodKind } from '@jikaotong/shared/rules/retention';
import { In, MoreThan } from 'typeorm';
import { type Handle, type Row, insert, newId } from '../../platform/db';
import { bodyPeriodRecord } from './body-period.record';

/** What every body has set, those that hold and those that are announced; of these bodies alone where they are named. */
export async function bodyPeriods(
  h: Handle,
  bodyIds?: readonly string[],
): Promise<ReadonlyMap<string, readonly BodyPeriod[]>> {
  const where = bodyIds && { bodyId: In([...new Set(bodyIds)]) };
  const rows = await h.repo(bodyPeriodRecord).find({ ...(where && { where }), order: { id: 'ASC' } });
  const periods = new Map<string, BodyPeriod[]>();
  for (const row of rows) periods.set(row.bodyId, [...(periods.get(row.bodyId) ?? []), periodOf(row)]);
  return periods;
}

/** Announces a period; whoever calls holds the body's lock. */
export const addPeriod = (
  h: Handle,
  { bodyId, kind, own, from, nowMs }: BodyPeriod & { readonly bodyId: string; readonly nowMs: number },
): Promise<unknown> =>
  insert(h, bodyPeriodRecord, {
    id: newId(),
    bodyId,
    kind,
    months: own?.months ?? null,
    words: own?.words ?? null,
    fromDay: from,
    createdAt: nowMs,
  });

/** Withdraws what holds not yet on a day; says how many there were. */
export async function dropAnnounced(
  h: Handle,
  { bodyId, kind, today }: { readonly bodyId: string; readonly kind: PeriodKind; readonly today: LocalDate },
): Promise<number> {
  return (await h.repo(bodyPeriodRecord).delete({ bodyId, kind, fromDay: MoreThan(today) })).affected ?? 0;
}

const periodOf = ({ kind, months, words, fromDay }: Row<typeof bodyPeriodRecord>): BodyPeriod => ({
  kind,
  own: months === null ? null : { months, words: words ?? '' },
  from: fromDay,
});
