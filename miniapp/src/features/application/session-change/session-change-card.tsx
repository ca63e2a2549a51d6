import { type ApplicationView, type ReplyOf, sessionChanges } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { dayWords, sessionChangeSentence, sessionChangeWord, yuanWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { open, useAnswer } from '../../../platform';
import { Cell, Group, NoticeBar, TextButton } from '../../../ui';
import { useToday } from '../../demonstration';

export type SessionChange = NonNullable<ReplyOf<typeof sessionChanges.getSessionChange>['change']>;

/** What happened to the session of an application, and what the candidate said to it; nothing where nothing did. */
export function SessionChangeCard({ application: { id, progress } }: { application: ApplicationView }) {
  const answer = useAnswer(sessionChanges.getSessionChange, { params: { id } });
  const today = useToday();
  const change = answer.state === 'ready' ? answer.data.change : null;
  if (!change) return null;
  const isAsked = progress.next.some(({ action }) => action === 'answer-change');
  return (
    <>
      <NoticeBar tone={change.kind === 'cancelled' ? 'stop' : 'warn'} title={`批次${sessionChangeWord(change.kind)}`}>
        <View>{sessionChangeSentence(change, today)}。</View>
        <View>原因：{change.reason}</View>
        <View>{dayWords(change.on, today)}公布</View>
        <View>{standingWords(change, today)}</View>
      </NoticeBar>
      {change.hasOrder && !change.paidByUnit && (change.kind === 'cancelled' || change.choice === 'leave') ? (
        <Group>
          <Cell
            id="see-refund"
            title="缴费单和退款进度"
            note="转账、支票或现金缴的，在里面填退款账户"
            onTap={() => open('/packages/apply/order/index', { id })}
          />
        </Group>
      ) : null}
      {!isAsked && isOpen(change, today) ? (
        <View className="row-of-texts">
          <TextButton id="change-my-mind" text="改变选择" onTap={() => open('/packages/apply/change/index', { id })} />
        </View>
      ) : null}
    </>
  );
}

/** Whether the candidate may still choose; the server judges again. */
export const isOpen = ({ until, choice }: Pick<SessionChange, 'until' | 'choice'>, today: LocalDate): boolean =>
  until !== null && today <= until && choice !== 'leave';

/** What the candidate chose, or what holds as long as nothing is chosen. */
export function standingWords(
  { kind, until, choice, paidFen, hasOrder, paidByUnit }: SessionChange,
  today: LocalDate,
): string {
  if (choice === 'leave')
    return `您已退出这个批次${hasOrder ? (paidByUnit ? '，单位交的费用退给单位' : '，交过的费用全额退回，进度见缴费单') : ''}。`;
  if (choice === 'keep') return '您已选择按新日期参加。';
  if (until === null) return kind === 'moved' ? '这份草稿随批次改期，报名时间以下面为准。' : '这份草稿随批次一起取消。';
  const isOver = today > until;
  if (kind === 'moved') {
    return isOver ? '您没有另作选择，按新日期参加。' : `请在${dayWords(until, today)}以前选择；不选即按新日期参加。`;
  }
  if (paidFen === null) return isOver ? '选择的时间已过。' : `请在${dayWords(until, today)}以前选择改到哪个批次。`;
  if (paidByUnit)
    return isOver ? '单位交的费用退给单位。' : `请在${dayWords(until, today)}以前选择；不选即退出，费用退给单位。`;
  return isOver
    ? '交过的费用全额退回，进度见缴费单。'
    : `请在${dayWords(until, today)}以前选择；不选即全额退回${yuanWords(paidFen)}。`;
}
