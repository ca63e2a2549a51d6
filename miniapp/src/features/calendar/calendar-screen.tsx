import type { CalendarItem, CalendarView, Following } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import {
  calendarContext,
  calendarKindWord,
  calendarMarkWord,
  calendarTodo,
  dayAndDistanceWords,
} from '@jikaotong/shared/words';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { open, openTab } from '../../platform';
import { Cell, Empty, Group, Loaded, NoticeBar, Page, Tag, Tappable, TextButton, aria } from '../../ui';
import { SignInGate } from '../account';
import { useToday } from '../demonstration';
import { AddToPhone } from './add-to-phone';
import { AgendaList, ItemCell } from './agenda-list';
import { type AgendaFilter, agendaOf, isPast, nextMark, runningOn, chosenItems } from './agenda';
import { openCalendarItem } from './open-calendar-item';
import { ItemSheet } from './item-sheet';
import { monthStart } from './month';
import { MonthGrid } from './month-grid';
import { useCalendar } from './use-calendar';
import './calendar.scss';

/** All days of the notices one follows and of what one handed in, by month and by day. */
export function CalendarScreen() {
  const { answer, isKept } = useCalendar();
  const shown = <Loaded answer={answer}>{(view) => <Calendar view={view} isKept={isKept} />}</Loaded>;
  return (
    <Page>
      {isKept ? (
        <NoticeBar tone="info" title="网络连接不上，显示上次看到的日期">
          日期如有变动，联网后更新。
        </NoticeBar>
      ) : null}
      {isKept ? shown : <SignInGate why="登录后查看您关注的通知和您的报名的全部日期。">{shown}</SignInGate>}
    </Page>
  );
}

function Calendar({ view, isKept }: { view: CalendarView; isKept: boolean }) {
  const today = useToday();
  const [wish, setWish] = useState<AgendaFilter>('all');
  const [month, setMonth] = useState<LocalDate | null>(null);
  const [chosen, setChosen] = useState<LocalDate | null>(null);
  const [shown, setShown] = useState<CalendarItem | null>(null);
  if (view.followings.length === 0) return <Nothing />;
  const items = chosenItems(view.items, wish);
  const agenda = agendaOf(items);
  // a kept calendar may be older than what it asks for
  const todos = items.filter(({ todo }) => todo && (todo.until === null || today <= todo.until));
  const own = view.items.filter((item) => item.mine && !item.cancelled && !isPast(item, today));
  const undated = chosenItems(view.undated, wish);
  return (
    <>
      <NextUp items={items} today={today} />
      {todos.length > 0 ? (
        <Group title="现在可以办">
          {todos.map((item) => (
            <Cell
              key={item.key}
              id={`todo-${item.key}`}
              title={item.todo ? calendarTodo(item.todo, today) : calendarKindWord(item)}
              note={calendarContext(item)}
              onTap={() => openCalendarItem(item)}
            />
          ))}
        </Group>
      ) : null}
      <Wishes value={wish} onChoose={setWish} />
      <MonthGrid
        month={month ?? monthStart(today)}
        onMonth={(first) => {
          setMonth(first);
          setChosen(null);
        }}
        today={today}
        chosen={chosen}
        onChoose={setChosen}
        agenda={agenda}
      />
      {chosen ? (
        <OneDay
          day={chosen}
          items={runningOn(items, chosen)}
          today={today}
          onOpen={setShown}
          onAll={() => setChosen(null)}
        />
      ) : (
        <AgendaList agenda={agenda} today={today} onOpen={setShown} />
      )}
      {undated.length > 0 ? (
        <Group title="日期还没有定">
          {undated.map((item) => (
            <ItemCell
              key={item.key}
              item={item}
              title={calendarKindWord(item)}
              when={item.printed ?? '待公布'}
              onOpen={setShown}
            />
          ))}
        </Group>
      ) : null}
      <Group title="放进手机和电脑的日历" foot="订阅后日期自动更新；加到手机日历的，日期变动后要重新加一次。">
        <Cell
          id="go-feed"
          title="订阅日历"
          note="生成只有您知道的地址，随时可以停用"
          onTap={() => open('/packages/apply/calendar-feed/index')}
        />
        {own.length > 0 && !isKept ? (
          <AddToPhone items={own} id="add-all" text={`把我的${own.length}个日期加到手机日历`} />
        ) : null}
      </Group>
      <Followings followings={view.followings} />
      {shown ? <ItemSheet item={shown} today={today} isKept={isKept} onClose={() => setShown(null)} /> : null}
    </>
  );
}

const Nothing = () => (
  <Empty title="日历里还没有日期" action="去看通知" onAction={() => openTab('/pages/notices/index')}>
    打开一份通知，点“关注”，它的报名、缴费、考试和公示日期就会出现在这里；报名后，日期会自动加进来。
  </Empty>
);

function NextUp({ items, today }: { items: readonly CalendarItem[]; today: LocalDate }) {
  const next = nextMark(items, today);
  if (!next) return null;
  return (
    <View className="calendar-next">
      <View className="calendar-next__label">最近的日期</View>
      <View className="calendar-next__what">{calendarMarkWord(next.item, next.what)}</View>
      <View>{dayAndDistanceWords(next.day, today)}</View>
      <View className="calendar-next__label">{calendarContext(next.item)}</View>
    </View>
  );
}

const WISHES = [
  ['all', '全部'],
  ['mine', '我报名的'],
  ['followed', '只是关注的'],
] as const satisfies readonly (readonly [AgendaFilter, string])[];

const Wishes = ({ value, onChoose }: { value: AgendaFilter; onChoose: (wish: AgendaFilter) => void }) => (
  <View className="calendar-wishes" {...aria({ role: 'radiogroup', label: '显示哪些日期' })}>
    {WISHES.map(([key, text]) => (
      <Tappable
        key={key}
        id={`wish-${key}`}
        className={key === value ? 'calendar-wishes__one calendar-wishes__one--on' : 'calendar-wishes__one'}
        role="radio"
        checked={key === value}
        onTap={() => onChoose(key)}
      >
        <Text>{text}</Text>
      </Tappable>
    ))}
  </View>
);

type OneDayProps = {
  day: LocalDate;
  items: readonly CalendarItem[];
  today: LocalDate;
  onOpen: (item: CalendarItem) => void;
  onAll: () => void;
};

function OneDay({ day, items, today, onOpen, onAll }: OneDayProps) {
  return (
    <Group
      title={dayAndDistanceWords(day, today)}
      foot={<TextButton id="show-all-days" text="看全部日期" onTap={onAll} />}
    >
      {items.length === 0 ? <Cell title="这一天没有安排" /> : null}
      {items.map((item) => (
        <ItemCell key={item.key} item={item} title={calendarKindWord(item)} onOpen={onOpen} />
      ))}
    </Group>
  );
}

const Followings = ({ followings }: { followings: readonly Following[] }) => (
  <Group title="日历里的通知">
    {followings.map(({ noticeId, noticeTitle, implied, dated }) => (
      <Cell
        key={noticeId}
        id={`following-${noticeId}`}
        title={noticeTitle}
        note={dated ? '点开可以关注或取消关注' : '还没有公布日期，公布后会出现在日历里'}
        value={<Tag text={implied === null ? '已关注' : '已报名'} tone="info" />}
        onTap={() => open('/pages/notice/index', { id: noticeId })}
      />
    ))}
  </Group>
);
