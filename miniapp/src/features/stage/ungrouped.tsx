import { type StageDesk, stages } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { open, toast, useCommand } from '../../platform';
import { BigButton, Cell, Choices, Group, NoticeBar, RefusalMessage, Sheet } from '../../ui';
import { useStaff } from '../staff';

/** Who waits for the roster and is of no group that is ranked: staff say of which. */
export function Ungrouped({ desk }: { desk: StageDesk }) {
  const { may } = useStaff();
  const [opened, setOpened] = useState<StageDesk['ungrouped'][number] | null>(null);
  const mayGroup = may(stages.groupStageEntrant, desk.bodyId);
  if (desk.ungrouped.length === 0) return null;
  return (
    <>
      <NoticeBar tone="warn" title={`${desk.ungrouped.length}名选手还没有参赛组别`}>
        {`按${desk.rankingGroups.map(({ name }) => name).join('、')}分别排名。定好组别以后才能确定名单。`}
      </NoticeBar>
      <Group>
        {mayGroup && desk.ungrouped.length > 1 ? (
          <Cell
            id="group-many"
            title="一次给多人定组别"
            note="打开报名名单里没有组别的人，选好以后一起定"
            onTap={() =>
              open('/packages/contest/entries/index', {
                id: desk.noticeId,
                state: 'submitted,approved',
                ranking: 'ungrouped',
              })
            }
          />
        ) : null}
        {desk.ungrouped.slice(0, MOST_SHOWN).map((one) => (
          <Cell
            key={one.entryId}
            id={`ungrouped-${one.name}`}
            title={one.name}
            note={[one.unit, one.note].filter(Boolean).join('；')}
            {...(mayGroup && { value: '定组别', onTap: () => setOpened(one) })}
          />
        ))}
      </Group>
      {opened ? <GroupSheet desk={desk} of={opened} onClose={() => setOpened(null)} /> : null}
    </>
  );
}

const MOST_SHOWN = 20;

type Props = { desk: StageDesk; of: StageDesk['ungrouped'][number]; onClose: () => void };

function GroupSheet({ desk, of: { entryId, name, note }, onClose }: Props) {
  const put = useCommand(stages.groupStageEntrant);
  const [group, setGroup] = useState<string | null>(null);
  const go = async () => {
    if (group === null || !(await put.run({ params: { id: desk.id }, body: { entryId, group } })).ok) return;
    toast(`${name}已定组别`);
    onClose();
  };
  return (
    <Sheet
      title={name}
      onClose={onClose}
      action={
        <BigButton
          id="put-in-group"
          text={group === null ? '请选参赛组别' : '确定'}
          busy={put.busy}
          disabled={group === null}
          onTap={() => void go()}
        />
      }
    >
      {note ? (
        <NoticeBar tone="info" title="报名时写的">
          {note}
        </NoticeBar>
      ) : null}
      <Choices
        label="参赛组别"
        options={desk.rankingGroups.map(({ code, name: text }) => ({ key: code, text }))}
        value={group}
        onChoose={setGroup}
      />
      <RefusalMessage refusal={put.refusal} />
    </Sheet>
  );
}
