import { DOOR_NAMES, JUDGE_LISTS, hasListed, open, useLargeType, useSignIn } from '../../platform';
import { Cell, Group, Loading, Page, SwitchRow, useTopDown } from '../../ui';
import { leave } from './leave';

/** The small page about oneself: who is signed in, large type, the way to the staff side. */
export function MeScreen() {
  const { phase, account } = useSignIn();
  const [large, setLarge] = useLargeType();
  const drawn = useTopDown([phase !== 'starting']);

  if (drawn === 0)
    return (
      <Page>
        <Loading />
      </Page>
    );
  return (
    <Page>
      {phase === 'out' ? (
        <Group>
          <Cell
            id="go-sign-in"
            title="登录"
            note="登录后可以报名、缴费，查看准考证和成绩"
            onTap={() => open('/pages/sign-in/index')}
          />
        </Group>
      ) : null}
      {account ? (
        <Group>
          <Cell title={account.displayName ?? '已登录'} note={account.phoneMasked ?? '还没有绑定手机号'} />
          {account.kind === 'candidate' && !account.phoneMasked ? (
            <Cell id="go-phone" title="绑定手机号" onTap={() => open('/pages/phone/index')} />
          ) : null}
        </Group>
      ) : null}
      {account?.kind === 'candidate' ? (
        <Group>
          <Cell
            id="go-messages"
            title="消息与短信提醒"
            note="看收到的消息，开或关短信"
            onTap={() => open('/packages/apply/messages/index')}
          />
        </Group>
      ) : null}
      <Group title="个人信息">
        {account ? (
          <Cell
            id="go-personal-data"
            title="我的个人信息"
            note="查询、导出、更正、删除、注销账号"
            onTap={() => open('/packages/privacy/data/index')}
          />
        ) : null}
        {account ? (
          <Cell
            id="go-sign-ins"
            title="登录的设备"
            note="手机丢了，可以让它退出登录"
            onTap={() => open('/packages/privacy/devices/index')}
          />
        ) : null}
        <Cell id="go-privacy-rules" title="个人信息处理规则" onTap={() => open('/packages/privacy/rules/index')} />
      </Group>
      <Group title="帮助">
        <Cell
          id="go-help"
          title="帮助与投诉"
          note="常见问题、咨询电话、监督电话"
          onTap={() => open('/packages/privacy/help/index')}
        />
      </Group>
      <Group title="显示">
        <SwitchRow id="large-type" text="大字模式" note="全部文字放大四分之一" checked={large} onChange={setLarge} />
      </Group>
      <Group title="单位">
        <Cell
          id="go-units"
          title="单位报名"
          note="企业、院校、培训机构为自己的人员集体报名"
          onTap={() => open('/packages/unit/mine/index')}
        />
      </Group>
      <Group title="机构工作人员">
        <Cell
          id="go-staff"
          title={account && account.grants.length > 0 ? '工作台' : '工作人员登录'}
          note={account?.grants.map(({ bodyName }) => bodyName).join('、')}
          onTap={() => open('/packages/staff/home/index')}
        />
        {account && hasListed(DOOR_NAMES) ? (
          <Cell id="go-duties" title="我的监考" onTap={() => open('/packages/duty/today/index')} />
        ) : null}
        {account && hasListed(JUDGE_LISTS) ? (
          <Cell id="go-judging" title="我的评分" onTap={() => open('/packages/judge/today/index')} />
        ) : null}
      </Group>
      {account ? (
        <Group>
          <Cell id="sign-out" title="退出登录" onTap={() => void leave()} />
        </Group>
      ) : null}
    </Page>
  );
}
