import type { ReplyOf, contests } from '@jikaotong/shared/contract';
import { dayAndDistanceWords, dayWords } from '@jikaotong/shared/words';
import { Cell, Tag } from '../../ui';
import { useToday } from '../demonstration';

export type Filing = NonNullable<ReplyOf<typeof contests.getStaffContest>['filing']>['stages'][number];

type Props = { title: string; of: Pick<Filing, 'stage' | 'dueOn' | 'overdue' | 'filed'>; onTap?: () => void };

/** Whether the papers of one stage are filed, and until when they have to be. */
export function FilingCell({ title, of: { stage, dueOn, overdue, filed }, onTap }: Props) {
  const today = useToday();
  const note = filed
    ? [
        filed.receipt && `回执：${filed.receipt}`,
        filed.file && '已上传回执',
        `${dayWords(filed.on, today)}备案`,
        `${filed.by}登记`,
      ]
        .filter(Boolean)
        .join('；')
    : dueOn
      ? `${overdue ? '应在' : '截至'} ${dayAndDistanceWords(dueOn, today)}，还没有登记回执`
      : '开赛前一天截止，公布赛程后定；还没有登记回执';
  return (
    <Cell
      id={`filing-${stage}`}
      title={title}
      note={note}
      value={
        <Tag
          text={filed ? '已备案' : overdue ? '开赛前没有备案' : '待备案'}
          tone={filed ? 'go' : overdue ? 'stop' : 'warn'}
        />
      }
      {...(onTap && { onTap })}
    />
  );
}
