import { type PersonalDataView, personalData } from '@jikaotong/shared/contract';
import { liveReasonSentence } from '@jikaotong/shared/words';
import { useState } from 'react';
import { confirm, dropSignIn, open, openTab, toast, useCommand, useSignIn } from '../../platform';
import { BigButton, Cell, Check, Group, Heading, Loaded, NoticeBar, Page, RefusalMessage } from '../../ui';
import { SignInGate } from '../account';
import { WhatGoes, enrolmentName } from './kept';
import { usePersonalData } from './use-personal-data';

/** Closes the account, after saying what goes now and what is kept until when. */
export function ClosingScreen() {
  const { account } = useSignIn();
  if (account) return <Closing isStaff={account.kind === 'staff'} />;
  return (
    <Page>
      <SignInGate why="登录后才能注销账号。">{null}</SignInGate>
    </Page>
  );
}

function Closing({ isStaff }: { isStaff: boolean }) {
  const answer = usePersonalData();
  const closing = useCommand(personalData.closeAccount);
  const [understood, setUnderstood] = useState(false);
  const live = answer.state === 'ready' ? answer.data.enrolments.filter(({ blocked }) => blocked !== null) : [];
  const possible = answer.state === 'ready' && live.length === 0 && !isStaff;

  const close = async () => {
    const sure = await confirm({ title: '确定注销账号？', text: '注销后不能恢复。', yes: '注销', danger: true });
    if (!sure) return;
    const reply = await closing.run({ body: { understood: true } });
    if (!reply.ok) return;
    dropSignIn();
    toast('账号已注销');
    openTab('/pages/me/index');
  };
  return (
    <Page
      action={
        possible ? (
          <BigButton
            id="close-account"
            tone="danger"
            text="注销账号"
            busy={closing.busy}
            waitsFor={!understood && '请先勾选“我已看清楚”'}
            onTap={() => void close()}
          />
        ) : null
      }
    >
      <Heading title="注销账号">所有设备退出登录，手机号和微信解除绑定。以后再来是新的账号，看不到以前的报名。</Heading>
      {isStaff ? <NoticeBar tone="warn">工作人员账号由所在机构的管理员移出，不能在这里注销。</NoticeBar> : null}
      <Loaded answer={answer}>{(view) => <Before view={view} live={live} />}</Loaded>
      {possible ? (
        <Group>
          <Check id="closing-understood" checked={understood} onChange={setUnderstood} text="我已看清楚，仍要注销" />
        </Group>
      ) : null}
      <RefusalMessage refusal={closing.refusal} />
    </Page>
  );
}

function Before({ view, live }: { view: PersonalDataView; live: PersonalDataView['enrolments'] }) {
  if (live.length > 0) {
    return (
      <Group title="先办完这些，才能注销">
        {live.map((one) => (
          <Cell
            key={one.id}
            title={enrolmentName(one)}
            note={one.blocked ? liveReasonSentence(one.blocked) : ''}
            onTap={() =>
              open(one.kind === 'entry' ? '/packages/contest/entry/index' : '/packages/apply/detail/index', {
                id: one.id,
              })
            }
          />
        ))}
      </Group>
    );
  }
  return <WhatGoes items={latestOfEach([...view.account, ...view.enrolments.flatMap(({ items }) => items)])} />;
}

/** One line a kind, with the latest day: "until" is then true of all of them. */
function latestOfEach(items: PersonalDataView['account']): PersonalDataView['account'] {
  const byKind = new Map<string, PersonalDataView['account'][number]>();
  for (const item of items) {
    const known = byKind.get(item.kind);
    if (!known || (known.until !== null && item.until !== null && item.until > known.until))
      byKind.set(item.kind, item);
  }
  return [...byKind.values()];
}
