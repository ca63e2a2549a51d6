import { type AwardBoardView, awards } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { openFile } from '../../platform';
import { Cell, Group } from '../../ui';
import { PrintSheet } from './print-sheet';

/** What each giver gives, as a list to hand to it. */
export function GiverLists({ board }: { board: AwardBoardView }) {
  const [opened, setOpened] = useState<{ readonly giver: string | null } | null>(null);
  const given = board.awards.filter(({ lines }) => lines.some(({ state }) => state === 'given'));
  const givers = [...new Set(given.map(({ giver }) => giver))];
  return (
    <Group title="给颁发单位的名单（PDF）" foot="每个颁发单位一份，写明奖项、条款和颁发要用的信息。">
      {givers.map((giver, at) => (
        <Cell
          key={giver ?? ''}
          id={`giver-list-${at + 1}`}
          title={giver ?? NO_GIVER}
          note={`${given.filter((award) => award.giver === giver).length}种奖项`}
          onTap={() => setOpened({ giver })}
        />
      ))}
      {opened ? (
        <PrintSheet
          id="giver-list"
          title={opened.giver ?? NO_GIVER}
          take={(reason) => takeList(board.noticeId, opened.giver, reason)}
          onClose={() => setOpened(null)}
        />
      ) : null}
    </Group>
  );
}

const NO_GIVER = '按有关政策';

const takeList = (noticeId: string, giver: string | null, reason: string | null) =>
  openFile(
    awards.printGiverList,
    { params: { id: noticeId }, query: { ...(giver !== null && { giver }), ...(reason !== null && { reason }) } },
    { name: `${giver ?? NO_GIVER}奖项名单`, kind: 'pdf' },
  );
