import { units } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { useCommand } from '../../platform';
import { BigButton, NoticeBar, RefusalMessage, Sheet, TextField } from '../../ui';

type Props = {
  unitId: string;
  handsOver: boolean;
  /** By staff, where nobody of the unit can. */
  appoints?: boolean;
  onClose: () => void;
  onInvited: (phone: string, path: string) => void;
};

/** Asks for the number that the link is bound to. */
export function InviteAgentSheet({ unitId, handsOver, appoints = false, onClose, onInvited }: Props) {
  const [phone, setPhone] = useState('');
  const invite = useCommand(units.inviteAgent);
  const appoint = useCommand(units.appointAgent);
  const typed = phone.replaceAll(/\s/g, '');
  const params = { id: unitId };
  const go = async () => {
    const reply = appoints
      ? await appoint.run({ params, body: { phone: typed } })
      : await invite.run({ params, body: { phone: typed, handsOver } });
    if (reply.ok && reply.data.linkPath) onInvited(typed, reply.data.linkPath);
  };
  return (
    <Sheet
      title={appoints ? '指定经办人' : handsOver ? '交接给他人' : '邀请经办人'}
      onClose={onClose}
      action={
        <BigButton
          id="make-agent-link"
          text="生成邀请链接"
          busy={invite.busy || appoint.busy}
          disabled={!/^1\d{10}$/.test(typed)}
          onTap={() => void go()}
        />
      }
    >
      {handsOver ? <NoticeBar tone="warn">对方接受以后，您马上不再是这个单位的经办人。</NoticeBar> : null}
      <TextField
        id="agent-phone"
        label="对方的手机号"
        type="number"
        maxlength={13}
        value={phone}
        onChange={(text) => {
          setPhone(text);
          invite.forget();
          appoint.forget();
        }}
      />
      <RefusalMessage refusal={invite.refusal ?? appoint.refusal} />
    </Sheet>
  );
}
