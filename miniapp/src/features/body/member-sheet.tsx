import { BODY_ROLES, type BodyRole, bodies } from '@jikaotong/shared/contract';
import type { ListRow, staffList } from '@jikaotong/shared/lists';
import { useState } from 'react';
import { confirm, toast, useCommand } from '../../platform';
import { BigButton, RefusalMessage, Sheet } from '../../ui';
import { useStaff } from '../staff';
import { RolesField } from './roles-field';

type Props = {
  bodyId: string;
  member: ListRow<typeof staffList>;
  onClose: () => void;
  onInvited: (name: string, path: string) => void;
};

/** One colleague: their rights, a fresh link, a lost second factor, and the end of it. */
export function MemberSheet({ bodyId, member, onClose, onInvited }: Props) {
  const { id: accountId, name, shownName, state } = member;
  const held = BODY_ROLES.filter((role) => member.roles.includes(role));
  const [roles, setRoles] = useState<readonly BodyRole[]>(held);
  const change = useCommand(bodies.updateStaff);
  const reinvite = useCommand(bodies.reinviteStaff);
  const reset = useCommand(bodies.resetSecondFactor);
  const remove = useCommand(bodies.removeStaff);
  const { account } = useStaff();
  const params = { id: bodyId, accountId };
  const isMe = accountId === account?.id;
  const changed = roles.length !== held.length || roles.some((role) => !held.includes(role));

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
      (await confirm({
        title: isMe ? '停用自己的账号' : '停用账号',
        text: isMe ? '您会马上退出，自己不能再启用，需要别的管理员启用。' : `${shownName} 会马上退出，以后可以再启用。`,
        yes: '停用',
        danger: true,
      }));
    if (!sure) return;
    const reply = await change.run({ params, body: { disabled } });
    if (!reply.ok) return;
    toast(disabled ? '已停用' : '已启用');
    onClose();
  };
  const resetFactor = async () => {
    const sure = await confirm({
      title: '重置动态验证码',
      text: `请先当面或打电话确认是${shownName}本人。重置后其所有设备都会退出登录，重新登录时要重新设置。`,
      yes: '重置',
    });
    if (!sure) return;
    const reply = await reset.run({ params });
    if (!reply.ok) return;
    toast('已重置');
    onClose();
  };
  const takeOut = async () => {
    const sure = await confirm({
      title: isMe ? '把自己移出机构' : '移出机构',
      text: isMe
        ? '您会马上退出，办过的记录保留。要再进来，需要别的管理员重新邀请。'
        : `${shownName} 会马上退出，办过的记录保留。以后可以用同一用户名重新邀请。`,
      yes: '移出',
      danger: true,
    });
    if (!sure) return;
    const reply = await remove.run({ params });
    if (!reply.ok) return;
    toast('已移出');
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
            text={roles.length === 0 ? '请选权限' : '保存权限'}
            busy={change.busy}
            disabled={roles.length === 0}
            onTap={() => void save()}
          />
        ) : undefined
      }
    >
      <RefusalMessage refusal={change.refusal ?? reinvite.refusal ?? reset.refusal ?? remove.refusal} />
      <RolesField roles={roles} onChange={setRoles} />
      <BigButton
        id="reinvite"
        text={state === 'invited' ? '重新生成邀请链接' : '忘记密码，重发邀请'}
        tone="plain"
        busy={reinvite.busy}
        onTap={() => void linkAgain()}
      />
      {member.secondFactor && !isMe ? (
        <BigButton
          id="reset-second-factor"
          text="丢了验证器，重置动态验证码"
          tone="plain"
          busy={reset.busy}
          onTap={() => void resetFactor()}
        />
      ) : null}
      <BigButton
        id="toggle-disabled"
        text={state === 'disabled' ? '启用账号' : '停用账号'}
        tone={state === 'disabled' ? 'plain' : 'danger'}
        onTap={() => void toggle()}
      />
      <BigButton id="remove-member" text="移出机构" tone="danger" busy={remove.busy} onTap={() => void takeOut()} />
    </Sheet>
  );
}
