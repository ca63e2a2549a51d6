import { type OwnTraining, contestTrainings } from '@jikaotong/shared/contract';
import { trainingAttendanceWord, trainingWhenWords } from '@jikaotong/shared/words';
import { toast, useAnswer, useCommand } from '../../platform';
import { Cell, Group, RefusalMessage, SwitchRow, Tag } from '../../ui';
import { useToday } from '../demonstration';

/** The voluntary training before a contest: whether one wants it, when and where it is. */
export function OwnTrainings({ noticeId }: { noticeId: string }) {
  const params = { id: noticeId };
  const answer = useAnswer(contestTrainings.getOwnTraining, { params });
  const wish = useCommand(contestTrainings.wishTraining);
  const today = useToday();
  if (answer.state !== 'ready' || !answer.data.entered) return null;
  const { wanted, items } = answer.data;
  const change = async (next: boolean) => {
    const reply = await wish.run({ params, body: { wanted: next } });
    if (reply.ok) toast(next ? '已登记参加' : '已登记不参加');
  };
  return (
    <Group
      title="赛前培训"
      foot={items.length === 0 ? '还没有安排。要参加的，有了时间和地点会收到消息。' : '自愿参加，不去也不影响比赛。'}
    >
      <SwitchRow
        id="wish-training"
        text="我要参加赛前培训"
        note={wanted ? '时间地点有变动会收到消息，前一天还会提醒' : '自愿参加，不参加也不影响比赛'}
        checked={wanted}
        onChange={(next) => void change(next)}
      />
      {items.map((one) => (
        <Cell
          key={`${one.day}${one.startsAt}${one.place}`}
          title={`${one.stageName}赛前培训`}
          note={[trainingWhenWords(one, today), one.note, one.cancelled && `取消原因：${one.cancelled.reason}`]
            .filter(Boolean)
            .join('；')}
          value={<Standing of={one} isOver={one.day < today} />}
        />
      ))}
      <RefusalMessage refusal={wish.refusal} />
    </Group>
  );
}

function Standing({ of: { cancelled, attendance }, isOver }: { of: OwnTraining['items'][number]; isOver: boolean }) {
  if (cancelled) return <Tag text="已取消" tone="stop" />;
  if (attendance !== 'open')
    return <Tag text={trainingAttendanceWord(attendance)} tone={attendance === 'came' ? 'go' : 'quiet'} />;
  return isOver ? <Tag text="已结束" tone="quiet" /> : null;
}
