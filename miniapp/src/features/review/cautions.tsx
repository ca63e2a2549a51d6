import type { ReviewView } from '@jikaotong/shared/contract';
import { applicationStateWord, caseWord, elsewhereWord, remarkFieldWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { open } from '../../platform';
import { Group, NoticeBar, TextButton } from '../../ui';
import { useToday } from '../demonstration';
import { offeringName } from '../notice';
import { momentWords } from '../staff';
import { BanNote } from './ban-note';

/** What must be seen before anything else: open cases, who looks like the same person, and what was mended since the last look. */
export function Cautions({ review }: { review: ReviewView }) {
  const { cases, changedFields, state, remarks, rejection } = review;
  return (
    <>
      <BanNote review={review} />
      {cases.length > 0 ? (
        <NoticeBar tone="stop" title={cases.map(({ kind }) => caseWord(kind)).join('、')}>
          {state === 'submitted' ? <View>办结后才能通过。</View> : null}
          <TextButton
            id="go-cases"
            text="去办理"
            onTap={() => open('/packages/review/cases/index', { case: cases[0]?.id ?? '' })}
          />
        </NoticeBar>
      ) : null}
      <Elsewhere review={review} />
      {changedFields.length > 0 ? (
        <NoticeBar tone="info" title="退回后改了">
          {changedFields.map(remarkFieldWord).join('、')}
        </NoticeBar>
      ) : null}
      {state === 'returned' ? (
        <NoticeBar tone="warn" title="已退回，等考生修改">
          {remarks.map(({ field, text }) => (
            <View key={field + text}>
              {remarkFieldWord(field)}：{text}
            </View>
          ))}
        </NoticeBar>
      ) : null}
      {rejection ? (
        <NoticeBar tone="stop" title="不予通过">
          {rejection}
        </NoticeBar>
      ) : null}
    </>
  );
}

/** Other applications that share something with this one: to be opened and compared. */
function Elsewhere({ review: { elsewhere, doubts } }: { review: ReviewView }) {
  if (elsewhere.length === 0) return null;
  return (
    <NoticeBar
      tone={doubts.includes('twin') ? 'stop' : 'info'}
      title={doubts.includes('twin') ? '疑似同一人用不同证件重复报名' : '本机构还有相关的报名'}
    >
      {elsewhere.map(({ id, name, same, sessionName, offering, state }) => (
        <View key={id}>
          <TextButton
            id={`elsewhere-${id}`}
            text={`${name ?? '未填姓名'}：${same.map((trait) => elsewhereWord(trait)).join('、')}`}
            onTap={() => open('/packages/review/review/index', { id })}
          />
          <View className="elsewhere__where">
            {sessionName}，{offeringName(offering)}，{applicationStateWord(state)}
          </View>
        </View>
      ))}
    </NoticeBar>
  );
}

/** What was said before. */
export function Earlier({ review: { earlierRemarks } }: { review: ReviewView }) {
  const today = useToday();
  if (earlierRemarks.length === 0) return null;
  return (
    <Group title="以前的审核意见">
      {earlierRemarks.map(({ field, text, at }) => (
        <View key={at + field + text} className="earlier">
          <View>
            {remarkFieldWord(field)}：{text}
          </View>
          <View className="earlier__when">{momentWords(at, today)}</View>
        </View>
      ))}
    </Group>
  );
}
