import { type UnitView, units } from '@jikaotong/shared/contract';
import { unitFieldWord, unitStateWord, unitTypeWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { confirm, open, reloadScreens, useAnswer, useCommand, useOnShow, useSignIn } from '../../platform';
import { BigButton, Cell, Group, Heading, Loaded, NoticeBar, Page, RefusalMessage } from '../../ui';
import { SignInGate } from '../account';
import { InviteAgentSheet } from './invite-agent-sheet';
import { LinkCard } from './link-card';
import { UnitAwardsCell, UnitContests } from './unit-contests';
import { UnitSessions } from './unit-sessions';

/** One unit for its agents: how it stands, and who acts for it. */
export function UnitScreen({ id }: { id: string }) {
  const { phase } = useSignIn();
  if (phase === 'in') return <OwnUnit id={id} />;
  return (
    <Page>
      <SignInGate why="登录后查看您经办的单位。">{null}</SignInGate>
    </Page>
  );
}

function OwnUnit({ id }: { id: string }) {
  const answer = useAnswer(units.getUnit, { params: { id } });
  useOnShow(() => void reloadScreens());
  return answer.state === 'ready' ? (
    <Standing unit={answer.data} />
  ) : (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

function Standing({ unit }: { unit: UnitView }) {
  const edit = () => open('/packages/unit/register/index', { id: unit.id });
  return (
    <Page
      action={unit.state === 'returned' ? <BigButton id="mend-unit" text="修改后再提交" onTap={edit} /> : undefined}
    >
      <Heading title={unit.name}>向{unit.bodyName}登记</Heading>
      <StateBar unit={unit} />
      {unit.state === 'approved' ? <UnitSessions unit={unit} /> : null}
      {unit.state === 'approved' ? <UnitContests unitId={unit.id} /> : null}
      <UnitAwardsCell unitId={unit.id} />
      <Group title="单位信息">
        <Cell title={unitFieldWord('kind')} value={unitTypeWord(unit.kind)} />
        <Cell title={unitFieldWord('code')} value={unit.code ?? '没有'} />
        <Cell title={unitFieldWord('address')} value={unit.address} />
        <Cell title={unitFieldWord('contactName')} value={`${unit.contactName} ${unit.contactPhone}`} />
        {unit.state === 'submitted' || unit.state === 'approved' ? (
          <Cell id="edit-unit" title={unit.state === 'approved' ? '修改联系方式' : '修改'} onTap={edit} />
        ) : null}
      </Group>
      <Agents unit={unit} />
    </Page>
  );
}

function StateBar({ unit }: { unit: UnitView }) {
  switch (unit.state) {
    case 'submitted':
      return (
        <NoticeBar tone="info" title={unitStateWord(unit.state)}>
          协会正在核对，通过后就可以交名单。
        </NoticeBar>
      );
    case 'returned':
      return (
        <NoticeBar tone="warn" title="请修改后再提交">
          {unit.remarks.map(({ field, text }) => (
            <View key={field}>
              {unitFieldWord(field)}：{text}
            </View>
          ))}
        </NoticeBar>
      );
    case 'approved':
      return <NoticeBar tone="go" title="审核通过" />;
    case 'rejected':
    case 'suspended':
      return (
        <NoticeBar tone="stop" title={unitStateWord(unit.state)}>
          {unit.reason}
        </NoticeBar>
      );
  }
}

function Agents({ unit }: { unit: UnitView }) {
  const [sheet, setSheet] = useState<'invite' | 'hand-over' | null>(null);
  const [link, setLink] = useState<{ phone: string; path: string } | null>(null);
  const remove = useCommand(units.removeAgent);
  const withdraw = useCommand(units.withdrawAgentInvitation);
  const mayInvite = unit.state !== 'rejected' && unit.state !== 'suspended';
  const end = async ({ accountId, phoneMasked, isMe }: UnitView['agents'][number]) => {
    const who = isMe ? '您' : (phoneMasked ?? '这名经办人');
    const yes = await confirm({
      title: isMe ? '退出经办' : '移出经办人',
      text: `${who}马上不能再办理这个单位的报名，发出的邀请链接也一起失效。`,
      yes: isMe ? '退出' : '移出',
      danger: true,
    });
    if (yes) await remove.run({ params: { id: unit.id, accountId } });
  };
  return (
    <>
      {link ? <LinkCard phone={link.phone} path={link.path} /> : null}
      <Group title="经办人" foot="经办人用自己的手机号登录。离职的请及时移出。">
        {unit.agents.map((agent) => (
          <Cell
            key={agent.accountId}
            id={`agent-${agent.accountId}`}
            title={agent.phoneMasked ?? '没有手机号'}
            note={agent.isMe ? '您自己' : '轻点可移出'}
            {...(unit.agents.length > 1 ? { onTap: () => void end(agent) } : {})}
          />
        ))}
        {unit.invitations.map(({ id, phoneMasked, handsOver }) => (
          <Cell
            key={id}
            id={`invitation-${id}`}
            title={phoneMasked}
            note={handsOver ? '已邀请接手，轻点收回邀请' : '已邀请，轻点收回邀请'}
            onTap={() => void withdraw.run({ params: { id: unit.id, invitationId: id } })}
          />
        ))}
        {mayInvite ? (
          <>
            <Cell id="invite-agent" title="邀请同事一起经办" onTap={() => setSheet('invite')} />
            <Cell id="hand-over" title="交接给他人" onTap={() => setSheet('hand-over')} />
          </>
        ) : null}
      </Group>
      <RefusalMessage refusal={remove.refusal ?? withdraw.refusal} />
      {sheet ? (
        <InviteAgentSheet
          unitId={unit.id}
          handsOver={sheet === 'hand-over'}
          onClose={() => setSheet(null)}
          onInvited={(phone, path) => {
            setSheet(null);
            setLink({ phone, path });
          }}
        />
      ) : null}
    </>
  );
}
