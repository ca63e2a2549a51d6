import type { StaffSessionView } from '@jikaotong/shared/contract';
import type { Notice } from '@jikaotong/shared/notice';
import { capacityOf, planConflicts } from '@jikaotong/shared/rules/planning';
import { dayWords, planCautionSentence, examSubjectWord, planConflictSentence } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useMemo } from 'react';
import { Cell, Group, NoticeBar, Tag } from '../../ui';
import { useToday } from '../demonstration';
import { type Admitted, type PlacesDraft, expectedOf, placesOf } from './places-draft';

type Props = { session: StaffSessionView; draft: PlacesDraft; notice: Notice; admitted: readonly Admitted[] };

/** What stands against these places, in words: among themselves as they are written, and beside other sessions as they were saved. */
export function conflictsIn(
  session: StaffSessionView,
  draft: PlacesDraft,
  by: Pick<Props, 'notice' | 'admitted'>,
): readonly string[] {
  const places = placesOf(draft);
  const elsewhere = (session.conflicts ?? []).filter(({ code }) => code === 'room-elsewhere');
  return [
    ...(places ? planConflicts(places, expectedOf(draft, by)) : []).map(({ code, ...data }) =>
      planConflictSentence(code, data),
    ),
    ...elsewhere.map(({ code, data }) => planConflictSentence(code, data)),
  ];
}

/** What each subject needs at each hour and what there is, and what stands in the way of publishing. */
export function CapacityPreview({ session, draft, notice, admitted }: Props) {
  const today = useToday();
  const rows = useMemo(() => {
    const places = placesOf(draft);
    return places ? capacityOf(places, expectedOf(draft, { notice, admitted })) : [];
  }, [draft, notice, admitted]);
  const cautions = (session.cautions ?? []).map(({ code, data }) => planCautionSentence(code, data));
  const conflicts = rows.length > 0 ? conflictsIn(session, draft, { notice, admitted }) : [];
  return (
    <>
      {conflicts.length > 0 ? (
        <NoticeBar tone="stop">
          <View>{session.published ? '这些冲突要在考试前解决：' : '这些冲突不解决，批次不能发布：'}</View>
          {conflicts.map((sentence) => (
            <View key={sentence}>{sentence}</View>
          ))}
        </NoticeBar>
      ) : null}
      {cautions.length > 0 ? (
        <NoticeBar tone="warn">
          <View>上次保存时要留意的：</View>
          {cautions.map((sentence) => (
            <View key={sentence}>{sentence}</View>
          ))}
        </NoticeBar>
      ) : null}
      {rows.length > 0 ? (
        <Group
          title="各场要坐多少人、有多少座位"
          foot="人数按上面的预计人数，没填的按审核通过的人数；同一个人的各科尽量排在同一天，先理论后操作，各场之间平均分配"
        >
          {rows.map(({ subject, day, startsAt, endsAt, siteName, needed, places, short }) => (
            <Cell
              key={`${subject} ${day} ${startsAt} ${siteName}`}
              title={`${examSubjectWord(subject, session.ofStage)}　${dayWords(day, today)} ${startsAt}–${endsAt}`}
              note={siteName}
              value={
                short > 0 ? (
                  <Tag tone="stop" text={`要 ${needed} 座，只有 ${places}，少 ${short}`} />
                ) : (
                  `${needed} 人 / ${places} 座`
                )
              }
            />
          ))}
        </Group>
      ) : null}
    </>
  );
}
