import { type RosterRowDetail, type RosterView, rosterRows } from '@jikaotong/shared/contract';
import { back, confirm, replace, useCommand } from '../../platform';
import { Cell, Group, RefusalMessage } from '../../ui';

type Props = { roster: RosterView; row: RosterRowDetail };

/** What an agent can still do for somebody who is handed in: take them out, or send another one instead. */
export function HandedInActs({ roster, row }: Props) {
  const remove = useCommand(rosterRows.removeRosterRow);
  const take = async (yes: '撤回' | '换下', text: string) =>
    (await confirm({ title: `${yes}${row.name}？`, text, yes, danger: true })) &&
    (await remove.run({ params: { id: roster.id, rowId: row.id } })).ok;
  const drop = async () => {
    if (await take('撤回', '协会不再审核，这个人不再由本单位报名。')) back();
  };
  const swap = async () => {
    if (await take('换下', '先撤回这个人的报名，再填换上的人，重新提交和审核。'))
      replace('/packages/unit/row/index', { id: roster.id });
  };
  if (row.claimed)
    return (
      <Group>
        <Cell title="撤回或换人" note="本人已经认领。不参加的，请本人在“我的报名”里退出，再添加换上的人。" />
      </Group>
    );
  return (
    <>
      <Group foot="换人、撤回都要在报名截止以前；已经缴费的，按通知办理。">
        {roster.closed === null ? (
          <Cell id="row-swap" title="换人" note="撤回这一位，接着填换上的人" onTap={() => void swap()} />
        ) : null}
        <Cell id="row-withdraw" title="撤回这个人的报名" onTap={() => void drop()} />
      </Group>
      <RefusalMessage refusal={remove.refusal} />
    </>
  );
}
