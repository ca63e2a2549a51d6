import type { RetakePlan } from '@jikaotong/shared/contract';
import {
  dayAndDistanceWords,
  fullDayWords,
  monthWords,
  subjectWord,
  unannouncedWords,
  yuanWords,
} from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { Cell, Group, NoticeBar, SpanLine, Tag } from '../../ui';
import { useToday } from '../demonstration';

type Given = { plan: RetakePlan; chosen: string | null; onChoose: (sessionId: string) => void };

/** The sessions in which what is missing can be taken, planned ones first, then months that are only printed. */
export function PlacesAhead({ plan: { sessions, printed, unannounced }, chosen, onChoose }: Given) {
  return (
    <>
      {sessions.length > 0 ? (
        <Group title="可以补考的批次">
          {sessions.map((place) => (
            <Session key={place.sessionId} place={place} isChosen={place.sessionId === chosen} onChoose={onChoose} />
          ))}
        </Group>
      ) : (
        <NoticeBar tone="info">现在还没有安排可以补考的批次。机构安排好以后，会出现在这里，请留意通知。</NoticeBar>
      )}
      {printed.map(({ noticeId, noticeTitle, months, feeFen }) => (
        <Group key={noticeId} title="通知印了月份、还没有定日子">
          <Cell
            title={months.map(monthWords).join('、')}
            note={noticeTitle}
            value={feeFen === null ? '' : yuanWords(feeFen)}
          />
        </Group>
      ))}
      {unannounced.length > 0 ? <NoticeBar tone="info">{unannouncedWords(unannounced)}</NoticeBar> : null}
    </>
  );
}

function Session({
  place,
  isChosen,
  onChoose,
}: {
  place: RetakePlan['sessions'][number];
  isChosen: boolean;
  onChoose: (sessionId: string) => void;
}) {
  const today = useToday();
  const {
    sessionId,
    sessionName,
    examStart,
    opens,
    closes,
    isOpen,
    examAfterKept,
    feeFen,
    atCounter,
    scheme,
    subjects,
  } = place;
  const note = (
    <>
      <View>考试 {dayAndDistanceWords(examStart, today)}</View>
      {opens || closes ? (
        <View>
          报名 <SpanLine opens={opens} closes={closes} today={today} />
        </View>
      ) : null}
      {scheme === null ? null : <View>按补考方案，考{subjects.map((subject) => subjectWord(subject)).join('、')}</View>}
      {atCounter ? <View>在手机上填好，再带原件到业务窗口办理</View> : null}
      {examAfterKept ? <View>考试在成绩保留期之后（{fullDayWords(examStart)}），请先向机构确认</View> : null}
      {isOpen ? <Tag text={isChosen ? '✓ 已选' : '正在报名'} tone={isChosen ? 'go' : 'info'} /> : null}
    </>
  );
  return (
    <Cell
      id={`retake-in-${sessionId}`}
      title={sessionName}
      note={note}
      value={feeFen === null ? '' : yuanWords(feeFen)}
      {...(isOpen && { onTap: () => onChoose(sessionId) })}
    />
  );
}
