import type { ReplyOf, contests } from '@jikaotong/shared/contract';
import type { Handle } from '../../platform/db';
import { staffNamesOf } from '../accounts';
import type { Contest } from './contest';
import { contestStagesOf } from './stage.repository';

/** Where the papers of each stage are filed, and of which they were; null where the notice prints nothing of it. */
export async function filingOf(
  h: Handle,
  { rule, notice }: Contest,
): Promise<ReplyOf<typeof contests.getStaffContest>['filing']> {
  if (!rule.papersFiledWith) return null;
  const { value: to, source } = rule.papersFiledWith;
  const rows = new Map((await contestStagesOf(h, notice.id)).map((row) => [row.stage, row]));
  const by = [...rows.values()].flatMap(({ filedBy }) => filedBy ?? []);
  const staff = await staffNamesOf(h, [...new Set(by)]);
  return {
    to,
    source,
    stages: rule.stages.map(({ code }) => {
      const row = rows.get(code);
      const on = row?.filedOn ?? null;
      return {
        stage: code,
        filed: on === null ? null : { on, receipt: row?.filedReceipt ?? '', by: staff.get(row?.filedBy ?? '') ?? '' },
      };
    }),
  };
}
