import type { ReplyOf, contestFilings, contests } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import type { StageCode } from '@jikaotong/shared/notice';
import type { Handle } from '../../platform/db';
import { findFiles } from '../../platform/files';
import type { Context } from '../../platform/http';
import { staffNamesOf } from '../accounts';
import type { Contest } from './contest';
import type { StageRow } from './contest.record';
import { filingDueOn } from './filing-due';
import { contestStagesOf, stagesOf } from './stage.repository';
import { stageNameOf } from './stage-reminder.job';

type Seen = Pick<Context, 'h' | 'now' | 'ports'>;
type Filing = NonNullable<ReplyOf<typeof contestFilings.getStageFiling>['filing']>;
type Due = ReplyOf<typeof contestFilings.listFilingDuties>['items'][number];

/** Where the papers of each stage are filed, and of which they were; null where the notice prints nothing of it. */
export async function filingOf(
  ctx: Seen,
  { rule, notice }: Contest,
): Promise<ReplyOf<typeof contests.getStaffContest>['filing']> {
  if (!rule.papersFiledWith) return null;
  const { value: to, source } = rule.papersFiledWith;
  const rows = new Map((await contestStagesOf(ctx.h, notice.id)).map((row) => [row.stage, row]));
  const days = await daysOf(ctx.h, notice.id);
  const filed = await filedOf(ctx, [...rows.values()]);
  return {
    to,
    source,
    stages: rule.stages.map(({ code }) => ({
      stage: code,
      ...dueOf(ctx, days.get(code) ?? null, rows.get(code)),
      filed: filed.get(rows.get(code)?.id ?? '') ?? null,
    })),
  };
}

/** The filing of one stage of a competition; null where the notice prints nothing of it. */
export async function stageFilingOf(ctx: Seen, contest: Contest, stage: StageRow): Promise<Filing | null> {
  const { rule, notice } = contest;
  if (!rule.papersFiledWith) return null;
  const day = (await daysOf(ctx.h, notice.id)).get(stage.stage) ?? null;
  return {
    ...namedOf(contest, stage.stage),
    ...dueOf(ctx, day, stage),
    source: rule.papersFiledWith.source,
    filed: (await filedOf(ctx, [stage])).get(stage.id) ?? null,
  };
}

/** What of a competition is yet to be filed, as far as the days of its stages are announced. */
export async function filingDutiesOf(ctx: Seen, contest: Contest): Promise<Due[]> {
  const { rule, notice } = contest;
  if (!rule.papersFiledWith) return [];
  const said = new Map((await stagesOf(ctx.h, notice.id)).map((row) => [row.stage, row]));
  return rule.stages.flatMap(({ code }) => {
    const row = said.get(code);
    if (!row || row.filedOn !== null || row.cancelledAt !== null) return [];
    return [{ ...namedOf(contest, code), ...dueOf(ctx, row.day, row), title: notice.title.value }];
  });
}

const namedOf = ({ rule, notice }: Contest, stage: StageCode) => ({
  noticeId: notice.id,
  stage,
  stageName: stageNameOf(rule, stage),
  to: rule.papersFiledWith?.value ?? '',
});

function dueOf({ now }: Pick<Context, 'now'>, day: LocalDate | null, row: Pick<StageRow, 'filedOn'> | undefined) {
  const dueOn = day === null ? null : filingDueOn(day);
  return { dueOn, overdue: dueOn !== null && (row?.filedOn ?? null) === null && now.day > dueOn };
}

const daysOf = async (h: Handle, noticeId: string): Promise<ReadonlyMap<StageCode, LocalDate>> =>
  new Map((await stagesOf(h, noticeId)).map(({ stage, day }) => [stage, day]));

/** What was noted of these stages, by their ids. */
async function filedOf(
  { h, ports }: Seen,
  rows: readonly StageRow[],
): Promise<ReadonlyMap<string, NonNullable<Filing['filed']>>> {
  const staff = await staffNamesOf(h, [...new Set(rows.flatMap(({ filedBy }) => filedBy ?? []))]);
  const files = await findFiles(
    h,
    rows.flatMap(({ filedFileId }) => filedFileId ?? []),
  );
  return new Map(
    rows.flatMap(({ id, filedOn: on, filedReceipt, filedBy, filedFileId }) => {
      if (on === null) return [];
      const file = files.get(filedFileId ?? '');
      const shown = file ? { url: ports.files.link(file.id), type: file.type } : null;
      return [[id, { on, receipt: filedReceipt ?? '', by: staff.get(filedBy ?? '') ?? '', file: shown }] as const];
    }),
  );
}
