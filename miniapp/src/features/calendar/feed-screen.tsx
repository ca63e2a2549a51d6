import { type ReplyOf, calendars } from '@jikaotong/shared/contract';
import { dayAt } from '@jikaotong/shared/kernel';
import { fullDayWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { confirm, copy, publicAddress, useAnswer, useCommand } from '../../platform';
import { BigButton, Cell, Group, Heading, Loaded, RefusalMessage, NoticeBar, Page, Qr } from '../../ui';
import { SignInGate } from '../account';
import './calendar.scss';

type Feed = ReplyOf<typeof calendars.getCalendarFeed>;

/** The private feed: make it, hand it to a calendar program, take it back. */
export function FeedScreen() {
  return (
    <Page>
      <SignInGate why="登录后可以订阅您的日历。">
        <FeedBody />
      </SignInGate>
    </Page>
  );
}

function FeedBody() {
  const answer = useAnswer(calendars.getCalendarFeed, {});
  const make = useCommand(calendars.makeCalendarFeed);
  const revoke = useCommand(calendars.revokeCalendarFeed);
  const [path, setPath] = useState<string | null>(null);

  const create = async () => {
    const reply = await make.run({});
    if (reply.ok) setPath(reply.data.path);
  };
  const renew = async () => {
    const text = '原来的地址马上失效，已经订阅的手机和电脑要换成新地址。';
    if (await confirm({ title: '重新生成地址？', text, yes: '重新生成' })) await create();
  };
  const stop = async () => {
    const text = '地址马上失效，已经订阅的手机和电脑不再更新。';
    if (!(await confirm({ title: '停用订阅？', text, yes: '停用' }))) return;
    const reply = await revoke.run({});
    if (reply.ok) setPath(null);
  };
  return (
    <>
      <Heading title="订阅日历">手机或电脑的日历程序按这个地址自动取日期，报名、缴费、考试有变动会自己更新。</Heading>
      <NoticeBar tone="warn" title="地址只给自己用">
        知道地址的人都能看到您的考试日期和地点；里面没有您的姓名和证件号码。发错了请马上停用。
      </NoticeBar>
      <RefusalMessage refusal={make.refusal ?? revoke.refusal} />
      <Loaded answer={answer}>
        {(feed) => (
          <>
            {path ? <Address path={path} /> : <State feed={feed} />}
            <View className="feed">
              {feed.on ? (
                <>
                  <BigButton
                    id="renew-feed"
                    text="重新生成地址"
                    tone="plain"
                    busy={make.busy}
                    onTap={() => void renew()}
                  />
                  <BigButton
                    id="revoke-feed"
                    text="停用订阅"
                    tone="danger"
                    busy={revoke.busy}
                    onTap={() => void stop()}
                  />
                </>
              ) : (
                <BigButton id="make-feed" text="生成订阅地址" busy={make.busy} onTap={() => void create()} />
              )}
            </View>
          </>
        )}
      </Loaded>
      <HowTo />
    </>
  );
}

function State({ feed: { on, madeAt } }: { feed: Feed }) {
  if (!on || madeAt === null) return <NoticeBar tone="info">现在没有订阅地址。</NoticeBar>;
  return (
    <NoticeBar tone="go" title={`订阅已开启，地址生成于${fullDayWords(dayAt(madeAt))}`}>
      为了安全，地址只在生成时显示一次。没有保存的话，请重新生成。
    </NoticeBar>
  );
}

function Address({ path }: { path: string }) {
  const address = publicAddress(path);
  return (
    <View className="feed">
      <NoticeBar tone="go" title="订阅地址已生成">
        地址只显示这一次，请现在复制或者扫码。
      </NoticeBar>
      <View className="feed__address" id="feed-address">
        {address}
      </View>
      <BigButton id="copy-feed" text="复制地址" onTap={() => void copy(address)} />
      <View className="feed__qr">
        {/* an iPhone subscribes at once by this kind of address */}
        <Qr text={address.replace(/^https?:/, 'webcal:')} label="订阅地址二维码" />
        <View className="feed__hint">苹果手机用相机扫码即可订阅</View>
      </View>
    </View>
  );
}

const HowTo = () => (
  <Group title="怎么订阅">
    <Cell
      title="苹果手机"
      note="用相机扫码；或打开“设置 → 日历 → 账户 → 添加账户 → 其他 → 添加已订阅的日历”，粘贴地址。想要提醒，请把“移除提醒”关掉。"
    />
    <Cell title="安卓手机" note="打开日历 → 设置 → 订阅日历（有的手机叫“添加网络日历”“URL 导入”），粘贴地址。" />
    <Cell title="电脑" note="Outlook：添加日历 → 从 Web 订阅。苹果电脑：日历 → 文件 → 新建日历订阅。粘贴地址。" />
  </Group>
);
