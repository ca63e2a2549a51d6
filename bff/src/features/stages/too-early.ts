import type { EarlyRoster } from '@jikaotong/shared/contract';
import { type LocalDate, dayAt } from '@jikaotong/shared/kernel';
import { protestUntil } from '@jikaotong/shared/rules/awards';
import type { Handle } from '../../platform/db';
import { entrySpanOf, spanState, stageEventOf } from '../contests';
import { loadCalendar } from '../notices';
import { findDesk } from './desk.repository';
import type { Stage } from './stage';

/**
 * Why a roster is better not frozen on a day: people still enter, the ranks of the stage before may change by a protest, or the day of
 * the stage is not announced. Staff decide, knowing it.
 */
export async function earlyRosterOf(h: Handle, stage: Stage, today: LocalDate): Promise<EarlyRoster[]> {
  if (stage.desk) return [];
  const early: EarlyRoster[] = [];
  const { stages, protest } = stage.rule;
  const at = stages.findIndex(({ code }) => code === stage.code);
  const before = stages[at - 1];
  const span = entrySpanOf(stage.notice);
  if (!before && spanState(span, today) !== 'closed') early.push({ why: 'entry-open', until: span.closesOn, of: null });
  const published = before && protest ? await publishedOn(h, stage, before.code) : null;
  if (before && protest && published !== null) {
    const until = protestUntil(protest, published, await loadCalendar(h));
    const last = until.ok ? until.value : null;
    if (last === null || today <= last) early.push({ why: 'protests-open', until: last, of: before.name });
  }
  if (stage.event.firstDay === null) early.push({ why: 'unannounced', until: null, of: null });
  return early;
}

async function publishedOn(h: Handle, { notice }: Stage, code: Stage['code']): Promise<LocalDate | null> {
  const desk = await findDesk(h, await stageEventOf(h, notice.id, code));
  return desk === null || desk.publishedAt === null ? null : dayAt(desk.publishedAt);
}
