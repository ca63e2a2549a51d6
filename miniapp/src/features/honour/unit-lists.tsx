import { type AwardBoardView, awardLists } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { openFile } from '../../platform';
import { Cell, Group } from '../../ui';
import { PrintSheet } from './print-sheet';

const SHOWN = 10;

/** What the people of each unit are given, as a list to hand to it: of all units one after another, or of one. */
export function UnitLists({ board }: { board: AwardBoardView }) {
  const [opened, setOpened] = useState<{ readonly unit: string | null } | null>(null);
  const [all, setAll] = useState(false);
  const lines = board.awards.flatMap((award) => award.lines.filter(({ state }) => state === 'given'));
  const unitOf = ({ to, name, unit }: (typeof lines)[number]) => (to === 'unit' ? name : unit);
  const counts = new Map<string, number>();
  for (const line of lines) {
    const unit = unitOf(line);
    if (unit !== null) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  const units = [...counts].toSorted(([, one], [, other]) => other - one);
  if (units.length === 0) return null;
  return (
    <Group title="给选手所在单位的名单（PDF）" foot="每个单位单独成页，只有本单位的选手、教练和单位自己的奖项。">
      <Cell
        id="unit-list-all"
        title="全部单位，一个单位一份"
        value={`${units.length}个单位`}
        onTap={() => setOpened({ unit: null })}
      />
      {units.slice(0, all ? units.length : SHOWN).map(([unit, many], at) => (
        <Cell
          key={unit}
          id={`unit-list-${at + 1}`}
          title={unit}
          value={`${many}项`}
          onTap={() => setOpened({ unit })}
        />
      ))}
      {units.length > SHOWN && !all ? (
        <Cell id="unit-list-more" title={`显示全部${units.length}个单位`} onTap={() => setAll(true)} />
      ) : null}
      {opened ? (
        <PrintSheet
          id="unit-list"
          title={opened.unit ?? '全部单位'}
          take={(reason) => takeList(board.noticeId, opened.unit, reason)}
          onClose={() => setOpened(null)}
        />
      ) : null}
    </Group>
  );
}

const takeList = (noticeId: string, unit: string | null, reason: string | null) =>
  openFile(
    awardLists.printUnitLists,
    { params: { id: noticeId }, query: { ...(unit !== null && { unit }), ...(reason !== null && { reason }) } },
    { name: `${unit ?? '各单位'}奖项名单`, kind: 'pdf' },
  );
