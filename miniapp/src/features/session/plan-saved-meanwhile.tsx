import type { StaffSessionView } from '@jikaotong/shared/contract';
import { dayWords, examDaysWords, offeringWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { BigButton, Cell, Group, NoticeBar } from '../../ui';
import { useToday } from '../demonstration';
import './papers-editor.scss';

type Props = { session: StaffSessionView; onTake: () => void; onKeep: () => void };

/** Somebody else has saved the plan since one began to type: theirs beside one's own, and which of them is to stand. */
export function PlanSavedMeanwhile({ session, onTake, onKeep }: Props) {
  const today = useToday();
  const { applicationOpens, applicationCloses, paymentCloses } = session.plan;
  const span = [applicationOpens, applicationCloses].map((day) => (day ? dayWords(day, today) : '未定')).join(' 至 ');
  return (
    <>
      <NoticeBar tone="warn" title="已被他人修改，您填的还没有保存">
        您填的内容保留在下面。先看别人保存的，再决定以哪一份为准。
      </NoticeBar>
      <Group title="别人保存的">
        <Cell title="批次名称" value={session.name} />
        <Cell title="考试日期" value={examDaysWords(session, today)} />
        <Cell title="报名项目" note={session.offerings.map(offeringWords).join('；')} />
        <Cell title="报名" value={span} />
        <Cell title="缴费截止" value={paymentCloses ? dayWords(paymentCloses, today) : '未定'} />
      </Group>
      <View className="papers__usual">
        <BigButton id="take-theirs" text="改用别人保存的" tone="plain" onTap={onTake} />
      </View>
      <View className="papers__usual">
        <BigButton id="keep-mine" text="以我填的为准" tone="plain" onTap={onKeep} />
      </View>
    </>
  );
}
