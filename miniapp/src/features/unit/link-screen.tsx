import { type RosterView, rosterMembers, rosters } from '@jikaotong/shared/contract';
import { fullDayWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import {
  type Refusal,
  confirm,
  copy,
  open,
  openFile,
  publicAddress,
  reloadScreens,
  toast,
  useAnswer,
  useCommand,
  useOnShow,
} from '../../platform';
import {
  BigButton,
  Card,
  Cell,
  Group,
  Heading,
  Loaded,
  NoticeBar,
  Page,
  Qr,
  RefusalMessage,
  TextButton,
} from '../../ui';
import { RemindMembers } from './ask-members';

/** The code for a unit's own group chat, and how far its people are. */
export function LinkScreen({ id }: { id: string }) {
  const answer = useAnswer(rosters.getRoster, { params: { id } });
  useOnShow(() => void reloadScreens());
  return answer.state === 'ready' ? (
    <Members roster={answer.data} />
  ) : (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

function Members({ roster }: { roster: RosterView }) {
  const { id, link, counts, closed } = roster;
  const make = useCommand(rosterMembers.openRosterLink);
  const end = useCommand(rosterMembers.endRosterLink);
  const admit = useCommand(rosterMembers.admitRosterRows);
  const params = { id };
  const renew = async () => {
    const text = '原来的二维码马上失效，没填的人要扫新的。';
    if (await confirm({ title: '换一个二维码', text, yes: '换新' })) await make.run({ params });
  };
  const stop = async () => {
    const text = '群里的人不能再用它填写，已经填的不受影响。';
    if (await confirm({ title: '停用二维码', text, yes: '停用' })) await end.run({ params });
  };
  const [printRefusal, setPrintRefusal] = useState<Refusal | null>(null);
  const renewed = useCommand(rosterMembers.renewClaimCodes);
  const print = async () => {
    const reply = await openFile(rosterMembers.downloadClaimCodes, { params }, { name: '认领码', kind: 'pdf' });
    setPrintRefusal(reply.ok ? null : reply);
  };
  const renewCodes = async () => {
    const text = '已经发出去、还没用的认领码马上作废。';
    if (!(await confirm({ title: '换一批认领码', text, yes: '换一批' }))) return;
    if ((await renewed.run({ params })).ok) toast('已更换，请重新打印');
  };
  const list = (of: string) => () => open('/packages/unit/rows/index', { id, of });
  const action =
    closed !== null ? undefined : link === null ? (
      <BigButton id="open-link" text="生成二维码" busy={make.busy} onTap={() => void make.run({ params })} />
    ) : counts.waiting > 0 ? (
      <BigButton
        id="admit-all"
        text={`把填好的 ${counts.waiting} 人收进名单`}
        busy={admit.busy}
        onTap={() => void admit.run({ params, body: { rowIds: null } })}
      />
    ) : counts.unconfirmed > 0 ? (
      <RemindMembers roster={roster} />
    ) : undefined;
  return (
    <Page action={action}>
      <Heading title="让成员自己填、自己确认">
        各人用自己的手机填写、拍照，填完就算本人确认。您核对是不是本单位的人，再收进名单。
      </Heading>
      {link ? (
        <Card>
          <NoticeBar tone="info" title="发到本单位的群里">
            {roster.closes === null ? '' : `${fullDayWords(roster.closes)}截止。`}拿到的人都能填，请不要发到外面。
          </NoticeBar>
          <Qr text={publicAddress(link.path)} label="成员填写的二维码" />
          <View id="member-link">{publicAddress(link.path)}</View>
          <BigButton
            id="copy-member-link"
            text="复制链接"
            tone="plain"
            onTap={() => void copy(publicAddress(link.path))}
          />
          <View className="row-of-texts">
            <TextButton id="renew-link" text="换一个" onTap={() => void renew()} />
            <TextButton id="end-link" text="停用" onTap={() => void stop()} />
          </View>
        </Card>
      ) : null}
      <RefusalMessage refusal={make.refusal ?? end.refusal ?? admit.refusal} />
      <Group title="填到哪里了">
        <Cell id="see-all" title="名单" value={`${counts.total} 人`} onTap={list('all')} />
        <Cell id="see-waiting" title="填好了，等您收进名单" value={`${counts.waiting} 人`} onTap={list('waiting')} />
        <Cell
          id="see-unconfirmed"
          title="还没有本人确认"
          note={
            roster.reminded
              ? `${fullDayWords(roster.reminded.on)}提醒过 ${roster.reminded.people} 人，送到没有见名单。每人每天最多提醒一次`
              : '每人每天最多提醒一次'
          }
          value={`${counts.unconfirmed} 人`}
          onTap={list('unconfirmed')}
        />
      </Group>
      <Group
        title="单位填的，让本人认领"
        foot="认领码一人一个，只交给本人。打印后裁开；纸条丢了就换一批，旧的马上作废。"
      >
        <Cell id="print-codes" title="打印认领码" note="没有认领的人，每人一张纸条" onTap={() => void print()} />
        <Cell id="renew-codes" title="换一批认领码" onTap={() => void renewCodes()} />
      </Group>
      <RefusalMessage refusal={printRefusal ?? renewed.refusal} />
    </Page>
  );
}
