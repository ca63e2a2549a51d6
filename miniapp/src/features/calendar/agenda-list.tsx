import type { CalendarItem } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { calendarContext, calendarMarkWord, dayAndDistanceWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Cell, Group, Tag, TextButton } from '../../ui';
import type { Agenda } from './agenda';

type Props = { agenda: Agenda; today: LocalDate; onOpen: (item: CalendarItem) => void };

/** The days from today on, each with what begins, ends or is; those gone by on request. */
export function AgendaList({ agenda, today, onOpen }: Props) {
  const [past, setPast] = useState(false);
  const coming = agenda.filter(({ day }) => day >= today);
  const gone = agenda.filter(({ day }) => day < today);
  const days = past ? agenda : coming;
  return (
    <>
      {gone.length > 0 ? (
        <View className="calendar-past">
          <TextButton
            id="show-past"
            text={past ? '收起过去的日期' : `看过去的${gone.length}个日子`}
            onTap={() => setPast(!past)}
          />
        </View>
      ) : null}
      {days.length === 0 ? (
        <Group>
          <Cell title="今天起没有安排" />
        </Group>
      ) : null}
      {days.map(({ day, marks }) => (
        <Group key={day} title={dayAndDistanceWords(day, today)}>
          {marks.map(({ item, what }) => (
            <ItemCell key={`${item.key} ${what}`} item={item} title={calendarMarkWord(item, what)} onOpen={onOpen} />
          ))}
        </Group>
      ))}
    </>
  );
}

type CellProps = { item: CalendarItem; title: string; when?: string; onOpen: (item: CalendarItem) => void };

/** One line of the calendar: what, at what hour, where, and whether it is one's own. */
export function ItemCell({ item, title, when, onOpen }: CellProps) {
  const { startsAt, endsAt, place, mine, cancelled } = item;
  const hours = startsAt === null ? null : endsAt === null ? `${startsAt} 开始` : `${startsAt}–${endsAt}`;
  const lines = [when, hours, place, calendarContext(item)].flatMap((line) => (line ? [line] : []));
  return (
    <Cell
      id={`item-${item.key}`}
      title={title}
      note={lines.map((line) => (
        <View key={line}>{line}</View>
      ))}
      value={cancelled ? <Tag text="已取消" tone="stop" /> : mine ? <Tag text="我的" tone="go" /> : <Tag text="关注" />}
      onTap={() => onOpen(item)}
    />
  );
}
