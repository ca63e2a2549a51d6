import type { CalendarItem } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { calendarContext, calendarKindWord, calendarTodo, dayAndDistanceWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { BigButton, NoticeBar, Sheet, Source, SpanLine } from '../../ui';
import { AddToPhone } from './add-to-phone';
import { openCalendarItem } from './open-calendar-item';
import './calendar.scss';

type Props = { item: CalendarItem; today: LocalDate; isKept: boolean; onClose: () => void };

/** One item: its days and where they come from, what is mine to do, and the way into the phone's calendar. */
export function ItemSheet({ item, today, isKept, onClose }: Props) {
  const { opens, closes, startsAt, endsAt, place, source, todo, printed, cancelled } = item;
  const day = opens ?? closes;
  const when =
    day === null ? (
      <View>{printed === null ? '日期待公布' : `通知印的是“${printed}”，具体日期待公布`}</View>
    ) : startsAt === null ? (
      <SpanLine opens={opens} closes={closes} today={today} />
    ) : (
      <View>
        {dayAndDistanceWords(day, today)}
        <View>{endsAt === null ? `${startsAt} 开始` : `${startsAt}–${endsAt}`}</View>
      </View>
    );
  const go = () => {
    onClose();
    openCalendarItem(item);
  };
  return (
    <Sheet
      title={calendarKindWord(item)}
      onClose={onClose}
      action={<BigButton id="item-go" text={todo && !cancelled ? goWord(item) : '查看详情'} onTap={go} />}
    >
      <View className="calendar-item">
        {cancelled ? <NoticeBar tone="warn">这个批次已经取消，这个日期不再有效。</NoticeBar> : null}
        {todo ? <NoticeBar tone="go">{calendarTodo(todo, today)}</NoticeBar> : null}
        <View className="calendar-item__when">{source ? <Source of={source}>{when}</Source> : when}</View>
        {place ? <View className="calendar-item__line">{place}</View> : null}
        <View className="calendar-item__line">{calendarContext(item)}</View>
        {item.sessionName === null ? null : <View className="calendar-item__note">{item.noticeTitle}</View>}
        <View className="calendar-item__note">{item.bodyName}</View>
        {day === null || cancelled || isKept ? null : <AddToPhone items={[item]} fileKey={item.key} id="add-item" />}
      </View>
    </Sheet>
  );
}

const goWord = ({ todo }: CalendarItem): string =>
  todo?.action === 'apply' || todo?.action === 'enter' ? '去报名' : '去办理';
