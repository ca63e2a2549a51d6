import type { ReplyOf, overview } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { open } from '../../platform';
import { Cell, Group, Tag, TextButton } from '../../ui';
import { useStaff } from '../staff';
import { dueWords, dutyTitle } from './duties';
import { dutyAsks, ownDutyPage } from './duty';
import { dutyDays } from './duty-days';
import './work-card.scss';

type Duties = ReplyOf<typeof overview.listDuties>;

/** What is one's own to do in all sessions and competitions, day by day, what is overdue first, each leading to where it is done (N14). */
export function DutyBoard({ of, today }: { of: Duties; today: LocalDate }) {
  const { may } = useStaff();
  const [isWhole, setWhole] = useState(false);
  const own = of.items.flatMap((duty) => {
    const page = ownDutyPage(duty.code, (by) => may(by, duty.bodyId));
    return page ? [{ ...duty, page }] : [];
  });
  if (own.length === 0) return null;
  const late = own.filter(({ overdue }) => overdue).length;
  const days = dutyDays(own, today, isWhole);
  const hidden = own.length - days.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <>
      <View id="board-title" className="duty-board__title">
        {`我的待办 ${own.length} 项${late > 0 ? `，其中 ${late} 项已逾期` : ''}`}
      </View>
      {days.map(({ title, items, rest }, place) => (
        <Group
          key={title}
          title={rest > 0 ? `${title}（${items.length + rest} 项）` : title}
          foot={place === days.length - 1 && of.isCut ? '更早的批次请打开批次查看。' : null}
        >
          {items.map(({ page, ...duty }) => (
            <Cell
              key={`${duty.sessionId} ${duty.code}`}
              id={`board-${duty.code}-${duty.sessionId}`}
              title={dutyTitle(duty)}
              note={`${duty.overdue ? `${dueWords(duty, today)} · ` : ''}${duty.sessionName}`}
              value={duty.overdue ? <Tag text="已逾期" tone="stop" /> : undefined}
              onTap={() => open(page.page, dutyAsks(page, duty))}
            />
          ))}
          {hidden > 0 && place === days.length - 1 ? (
            <TextButton id="board-all" text={`还有 ${hidden} 项`} onTap={() => setWhole(true)} />
          ) : null}
        </Group>
      ))}
    </>
  );
}
