import { overview } from '@jikaotong/shared/contract';
import { dayWords, subjectWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useAnswer } from '../../platform';
import { Cell, Group, Tag } from '../../ui';
import { useToday } from '../demonstration';

const MOST_SHORT = 3;

/** Whether the rooms hold everybody who was approved, hour by hour, before anybody is seated. */
export function SeatCapacity({ sessionId, onAdd }: { sessionId: string; onAdd: (() => void) | undefined }) {
  const [isAll, setAll] = useState(false);
  const today = useToday();
  const answer = useAnswer(overview.getSeatCapacity, { params: { id: sessionId } });
  if (answer.state !== 'ready' || answer.data.people === 0 || answer.data.rows.length === 0) return null;
  const { people, paid, sittings, rows } = answer.data;
  const owing = paid < people;
  const short = rows.filter((row) => row.short > 0);
  const tight = short.length;
  // the list of seats stands below: only what is lacking stands above it unasked
  const shown = isAll ? rows : short.slice(0, MOST_SHORT);
  const each =
    sittings > people ? `每人每科坐一次，共 ${sittings} 个座次；同一间考场上下午各坐一批，座位可以重复用。` : '';
  return (
    <Group
      title={`审核通过 ${people} 人${owing ? `（已缴费 ${paid} 人）` : ''}，${tight > 0 ? `有 ${tight} 场座位不够` : '座位够'}`}
      foot={`按审核通过的人数算${owing ? '，还没缴费的也算在内' : ''}。${each}`}
    >
      {shown.map(({ subject, day, startsAt, endsAt, siteName, needed, places, short: missing }) => (
        <Cell
          key={[subject, day, startsAt, siteName].join(' ')}
          id={`capacity-${subject}-${day}-${startsAt}`}
          title={`${subjectWord(subject)}　${dayWords(day, today)} ${startsAt}–${endsAt}`}
          note={
            <>
              <View>{siteName}</View>
              <View>{`${needed} 人要排，${places} 个座位`}</View>
            </>
          }
          value={missing > 0 ? <Tag tone="stop" text={`还差 ${missing} 个`} /> : '够'}
        />
      ))}
      {rows.length > shown.length || isAll ? (
        <Cell
          id="capacity-all"
          title={isAll ? '只看座位不够的' : tight > 0 ? `全部 ${rows.length} 场` : `${rows.length} 场的座位都够`}
          value={isAll ? '收起' : '展开'}
          onTap={() => setAll(!isAll)}
        />
      ) : null}
      {tight > 0 && onAdd ? <Cell id="capacity-add-seats" title="去增加考场和座位" onTap={onAdd} /> : null}
    </Group>
  );
}
