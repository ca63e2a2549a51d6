import { type BodyView, type Role, bodies } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { confirm, toast, useCommand } from '../../platform';
import { BigButton, No, Sheet } from '../../ui';
import { RolesField } from './roles-field';

type Props = {
  bodyId: string;
  member: BodyView['staff'][number];
  onClose: () => void;
  onInvited: (name: string, path: string) => void;
};

/** One colleague: what she may do, a fresh link, and the end of it. */
export function MemberSheet({ bodyId, member, onClose, onInvited }: Props) {
  const { accountId, name, displayName, state } = member;
  const [roles, setRoles] = useState<readonly Role[]>(member.roles);
  const change = useCommand(bodies.updateStaff);
  const reinvite = useCommand(bodies.reinviteStaff);
  const params = { id: bodyId, accountId };
  const shownName = displayName ?? name;
  const changed = roles.length !== member.roles.length || roles.some((role) => !member.roles.includes(role));

  const save = async () => {
    const reply = await change.run({ params, body: { roles: [...roles] } });
    if (!reply.ok) return;
    toast('权限已保存');
    onClose();
  };
  const linkAgain = async () => {
    const sure =
      state === 'invited' ||
      (await confirm({ title: '重发邀请', text: `${shownName} 用新链接重设密码后，原来的登录会失效。`, yes: '重发' }));
    if (!sure) return;
    const reply = await reinvite.run({ params });
    if (reply.ok && reply.data.invitationPath) onInvited(shownName, reply.data.invitationPath);
  };
  const toggle = async () => {
    const disabled = state !== 'disabled';
    const sure =
      !disabled ||
      (await confirm({ title: '停用账号', text: `${shownName} 会马上退出，以后可以再启用。`, yes: '停用' }));
    if (!sure) return;
    const reply = await change.run({ params, body: { disabled } });
    if (!reply.ok) return;
    toast(disabled ? '已停用' : '已启用');
    onClose();
  };
  return (
    <Sheet
      title={`${shownName}（${name}）`}
      onClose={onClose}
      action={
        changed ? (
          <BigButton
            id="save-roles"
            text="保存权限"
            busy={change.busy}
            disabled={roles.length === 0}
            onTap={() => void save()}
          />
        ) : undefined
      }
    >
      <No refusal={change.refusal ?? reinvite.refusal} />
      <RolesField roles={roles} onChange={setRoles} />
      <BigButton
        id="reinvite"
        text={state === 'invited' ? '重新生成邀请链接' : '忘记密码，重发邀请'}
        tone="plain"
        busy={reinvite.busy}
        onTap={() => void linkAgain()}
      />
      <BigButton
        id="toggle-disabled"
        text={state === 'disabled' ? '启用账号' : '停用账号'}
        tone={state === 'disabled' ? 'plain' : 'danger'}
        onTap={() => void toggle()}
      />
    </Sheet>
  );
}
