import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Notice, WindowKind } from '@jikaotong/shared/notice';
import { lastCounterDayOf } from '@jikaotong/shared/rules/calendar';
import { dayAndDistanceWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { Source } from '../../ui';
import { useCalendar } from './use-calendar';
import './schedule.scss';

type Props = {
  notice: Notice;
  kind: WindowKind;
  span: { opens: LocalDate | null; closes: LocalDate | null } | null;
  today: LocalDate;
};

/** The last day on which somebody may come to the counter inside a window, where the notice asks for that. */
export function LastCounterDay({ notice, kind, span, today }: Props) {
  const calendar = useCalendar();
  if (!calendar || !span) return null;
  const last = lastCounterDayOf({ notice, window: { kind, ...span }, calendar });
  if (!last.ok || !last.value) return null;
  const { day, source } = last.value;
  if (day !== null && (day === span.closes || day < today)) return null;
  return (
    <View className="schedule__line">
      <Source of={source}>
        {day === null ? '这段时间里柜台不开放' : `现场受理的最后一天 ${dayAndDistanceWords(day, today)}`}
      </Source>
    </View>
  );
}
