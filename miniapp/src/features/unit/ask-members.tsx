import { type RosterView, rosterMembers } from '@jikaotong/shared/contract';
import { open, reloadScreens, toast, useCommand } from '../../platform';
import { BigButton, Cell, Group, RefusalMessage } from '../../ui';

/** Whether there is anybody to ask, while the door is open. */
export const mayRemind = ({ closed, counts }: Pick<RosterView, 'closed' | 'counts'>): boolean =>
  closed === null && counts.unconfirmed > 0;

/** Asks everybody who has not confirmed yet to do so; once a day each. */
export function RemindMembers({ roster: { id, counts } }: { roster: Pick<RosterView, 'id' | 'counts'> }) {
  const remind = useCommand(rosterMembers.remindRosterMembers);
  const nudge = async () => {
    if (!(await remind.run({ params: { id } })).ok) return;
    toast('已提醒');
    void reloadScreens();
  };
  return (
    <>
      <RefusalMessage refusal={remind.refusal} />
      <BigButton
        id="remind"
        text={`提醒没确认的 ${counts.unconfirmed} 人`}
        busy={remind.busy}
        onTap={() => void nudge()}
      />
    </>
  );
}

/** How a member comes to confirm. */
export const ConfirmCell = ({ id }: { id: string }) => (
  <Group foot="也可以打印申报表，本人签字后上传。">
    <Cell
      id="rows-link"
      title="发二维码、打印认领码"
      note="成员用自己的手机扫码填写，或凭认领码找到这一份，核对后确认"
      onTap={() => open('/packages/unit/link/index', { id })}
    />
  </Group>
);
