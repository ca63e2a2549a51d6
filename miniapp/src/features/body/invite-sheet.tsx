import { type BodyRole, bodies } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { useCommand } from '../../platform';
import { BigButton, RefusalMessage, Sheet, TextField } from '../../ui';
import { RolesField } from './roles-field';

const NAME = /^[a-z0-9][a-z0-9._-]{1,39}$/;

type Props = { bodyId: string; onClose: () => void; onInvited: (name: string, path: string) => void };

/** A new colleague: the name to sign in with, the name others see, and the rights. */
export function InviteSheet({ bodyId, onClose, onInvited }: Props) {
  const [name, setName] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [roles, setRoles] = useState<readonly BodyRole[]>([]);
  const [shown, setShown] = useState(false);
  const invite = useCommand(bodies.inviteStaff);
  const typed = name.trim().toLowerCase();
  const shownName = displayName.trim();
  const nameFault = NAME.test(typed) ? null : '2 到 40 位小写字母、数字、点或横线';

  const go = async () => {
    setShown(true);
    if (nameFault || shownName === '' || roles.length === 0) return;
    const reply = await invite.run({
      params: { id: bodyId },
      body: { name: typed, displayName: shownName, roles: [...roles] },
    });
    if (reply.ok && reply.data.invitationPath) onInvited(shownName, reply.data.invitationPath);
  };
  return (
    <Sheet
      title="邀请工作人员"
      onClose={onClose}
      action={
        <BigButton
          id="send-invitation"
          text={roles.length === 0 ? '请选权限' : '生成邀请链接'}
          busy={invite.busy}
          disabled={roles.length === 0}
          onTap={() => void go()}
        />
      }
    >
      <TextField
        id="invite-display-name"
        label="姓名"
        maxlength={40}
        value={displayName}
        error={shown && shownName === '' ? '请填写姓名' : null}
        onChange={setDisplayName}
      />
      <TextField
        id="invite-name"
        label="用户名（登录用，可用姓名拼音）"
        maxlength={40}
        value={name}
        error={shown ? nameFault : null}
        onChange={(text) => {
          setName(text);
          invite.forget();
        }}
      />
      <RefusalMessage refusal={invite.refusal} />
      <RolesField roles={roles} onChange={setRoles} />
    </Sheet>
  );
}
