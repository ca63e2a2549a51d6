import { type LocalDate, dayOfMonth, monthOf, yearOf } from '@jikaotong/shared/kernel';
import { dayWords } from '@jikaotong/shared/words';
import { Text, View } from '@tarojs/components';
import { Tappable } from '../../ui';
import type { Agenda } from './agenda';
import { otherMonth, weeksOf } from './month';
import './month-grid.scss';

type Props = {
  /** The first day of the month shown. */
  month: LocalDate;
  onMonth: (first: LocalDate) => void;
  today: LocalDate;
  chosen: LocalDate | null;
  onChoose: (day: LocalDate | null) => void;
  agenda: Agenda;
};

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const;

/** One month; a dot below each day on which something begins, ends or is. A second tap lets a chosen day go. */
export function MonthGrid({ month, onMonth, today, chosen, onChoose, agenda }: Props) {
  const marked = new Map(agenda.map(({ day, marks }) => [day, marks]));
  const name = `${yearOf(month)}年${monthOf(month)}月`;
  const step = (id: string, label: string, sign: string, months: number) => (
    <Tappable className="month__step" id={id} label={label} onTap={() => onMonth(otherMonth(month, months))}>
      <Text>{sign}</Text>
    </Tappable>
  );
  return (
    <View className="month">
      <View className="month__head">
        {step('month-before', '上个月', '‹', -1)}
        <Text className="month__name" id="month-name">
          {name}
        </Text>
        {step('month-after', '下个月', '›', 1)}
      </View>
      <View className="month__week month__week--names">
        {WEEKDAYS.map((weekday) => (
          <Text className="month__weekday" key={weekday}>
            {weekday}
          </Text>
        ))}
      </View>
      {weeksOf(month).map((week, row) => (
        <View className="month__week" key={row}>
          {week.map((day, place) => {
            if (day === null) return <View className="month__day month__day--none" key={place} />;
            const marks = marked.get(day) ?? [];
            const looks = [
              'month__day',
              day === today ? 'month__day--today' : '',
              day === chosen ? 'month__day--chosen' : '',
            ];
            const mine = marks.some(({ item }) => item.mine);
            return (
              <Tappable
                key={place}
                id={`day-${day}`}
                className={looks.filter(Boolean).join(' ')}
                label={`${dayWords(day, today)}${day === today ? '，今天' : ''}，${marks.length > 0 ? `${marks.length}项` : '没有安排'}`}
                role="radio"
                checked={day === chosen}
                onTap={() => onChoose(day === chosen ? null : day)}
              >
                <Text>{dayOfMonth(day)}</Text>
                <View
                  className={
                    marks.length === 0
                      ? 'month__dot'
                      : mine
                        ? 'month__dot month__dot--mine'
                        : 'month__dot month__dot--on'
                  }
                />
              </Tappable>
            );
          })}
        </View>
      ))}
    </View>
  );
}
