import { type RosterRowDetail, type RosterView, rosterMembers, rosterRows } from '@jikaotong/shared/contract';
import { back, confirm, toast, useCommand } from '../../platform';
import { BigButton, NoticeBar, RefusalMessage, TextButton } from '../../ui';

/** What a member filled in, until the unit takes it in or lets it go. */
export function WaitingRow({ roster, row }: { roster: RosterView; row: RosterRowDetail }) {
  const admit = useCommand(rosterMembers.admitRosterRows);
  const remove = useCommand(rosterRows.removeRosterRow);
  if (row.admission !== 'waiting') return null;
  const take = async () => {
    const reply = await admit.run({ params: { id: roster.id }, body: { rowIds: [row.id] } });
    if (reply.ok) toast('已收进名单');
  };
  const refuse = async () => {
    const yes = await confirm({
      title: '不收这个人',
      text: `${row.name}填的内容归本人，本人可以自己报名。会通知本人。`,
      yes: '不收',
    });
    if (yes && (await remove.run({ params: { id: roster.id, rowId: row.id } })).ok) back();
  };
  return (
    <NoticeBar tone={row.documentTwice ? 'stop' : 'info'} title="本人扫码填写的，等您收进名单">
      {row.documentTwice
        ? '名单里已经有这个证件报同一项目。请核对两份，把不对的一份移出，再收另一份。'
        : '核对是不是本单位的人。收进名单以后才能提交。'}
      {row.documentTwice ? null : (
        <BigButton id="admit-row" text="收进名单" busy={admit.busy} onTap={() => void take()} />
      )}
      <TextButton id="refuse-row" text="不收，退给本人" onTap={() => void refuse()} />
      <RefusalMessage refusal={admit.refusal ?? remove.refusal} />
    </NoticeBar>
  );
}
