import { type RegistrationView, contests, notices, registrations } from '@jikaotong/shared/contract';
import type { ApplicationMethod, Notice } from '@jikaotong/shared/notice';
import { closingWords, dayWords, posterSentence, registrationStateWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { IN_WECHAT, open, openLink, useAnswer, useCommand, useShare, useSignIn } from '../../platform';
import {
  BigButton,
  Cell,
  Check,
  Group,
  Heading,
  Loaded,
  RefusalMessage,
  NoticeBar,
  Page,
  Source,
  Chips,
} from '../../ui';
import { useToday } from '../demonstration';
import { OwnTrainings } from '../training';
import { OwnAwardsLink, OwnPlaces, OwnStagesLink } from './own-contest';
import { ListedPhoto } from './listed-photo';
import { RegistrationForm } from './registration-form';
import './contest.scss';

type Way = RegistrationView['way'];

/** How one registers on somebody else's site: its steps one by one, and one's own record of them. */
export function GuideScreen({ id }: { id: string }) {
  const { account } = useSignIn();
  const notice = useAnswer(notices.getNotice, { params: { id } });
  const contest = useAnswer(contests.getContest, { params: { id } });
  const mine = useAnswer(registrations.getMyRegistration, { params: { id } }, { enabled: account !== null });
  useShare('官网报名步骤', `/packages/contest/guide/index?id=${id}`);
  const registration = mine.state === 'ready' ? mine.data.registration : null;
  return (
    <Page>
      <Loaded answer={notice}>
        {({ notice: read }) => (
          <Loaded answer={contest}>
            {(view) => (
              <>
                <Heading title={view.title}>{read.body.name}</Heading>
                <NoticeBar tone={view.state === 'open' ? 'go' : 'info'}>{posterSentence(view.state, view)}</NoticeBar>
                <Group>
                  <Cell
                    id="guide-check"
                    title="先测一测我能不能参赛"
                    note="回答几个问题，按通知条件判断"
                    onTap={() => open('/packages/notice/self-check/index', { notice: id, offering: view.offeringCode })}
                  />
                </Group>
                {account && mine.state !== 'ready' ? (
                  <Loaded answer={mine}>{() => null}</Loaded>
                ) : (
                  <Ways
                    key={registration ? 'record' : 'none'}
                    notice={read}
                    isOpen={view.state === 'open'}
                    registration={registration}
                  />
                )}
              </>
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

type WaysProps = { notice: Notice; isOpen: boolean; registration: RegistrationView | null };

function Ways({ notice, isOpen, registration }: WaysProps) {
  const today = useToday();
  const { account } = useSignIn();
  const methods = notice.applicationMethods.filter(({ where, steps }) => where === 'elsewhere' && steps.length > 0);
  const [way, setWay] = useState<Way>(registration?.way ?? 'individual');
  const method = methods.find(({ who }) => who === way) ?? methods[0];
  if (!method) return null;
  return (
    <>
      {registration ? <Standing registration={registration} /> : null}
      {registration?.listed ? (
        <>
          <OwnPlaces id={registration.listed.entryId} />
          <OwnStagesLink id={registration.listed.entryId} />
          <ListedPhoto notice={notice} listed={registration.listed} />
          <OwnTrainings noticeId={notice.id} />
          <OwnAwardsLink id={registration.listed.entryId} />
        </>
      ) : null}
      {methods.length > 1 ? (
        <Chips
          id="way"
          label="报名方式"
          options={methods.map(({ who }) => ({ key: who, text: who === 'individual' ? '个人报名' : '单位报名' }))}
          value={method.who}
          onChoose={setWay}
        />
      ) : null}
      <Steps notice={notice} method={method} isOpen={isOpen} registration={registration} />
      {account ? (
        registration || isOpen ? (
          <RegistrationForm
            key={registration?.version ?? 0}
            notice={notice}
            way={method.who}
            registration={registration}
            today={today}
          />
        ) : null
      ) : (
        <View className="contest__go">
          <BigButton
            id="guide-sign-in"
            text="登录后记下每一步"
            tone="plain"
            onTap={() => open('/pages/sign-in/index')}
          />
        </View>
      )}
    </>
  );
}

/** What the candidate noted last, and whether the organiser's list names the candidate. */
function Standing({ registration: { state, listed, contest } }: { registration: RegistrationView }) {
  const today = useToday();
  if (listed) {
    return (
      <NoticeBar tone="go" title="已在主办方的报名名单中">
        {dayWords(listed.on, today)} 核对{listed.reference ? `，报名编号 ${listed.reference}` : ''}
      </NoticeBar>
    );
  }
  const waits = state === 'preparing' && contest.state === 'open' && contest.closesOn !== null;
  return (
    <NoticeBar tone={waits ? 'warn' : 'info'} title={`我的记录：${registrationStateWord(state)}`}>
      {waits && contest.closesOn ? `${closingWords(contest.closesOn, today)}，截止前一天上午会提醒您。` : null}
    </NoticeBar>
  );
}

type StepsProps = WaysProps & { method: ApplicationMethod };

/** The printed steps, each with its words, to be ticked off. */
function Steps({ notice, method, isOpen, registration }: StepsProps) {
  const today = useToday();
  const { account } = useSignIn();
  const tick = useCommand(registrations.tickStep);
  const { url, who, steps } = method;
  const doneOn = (step: number) => registration?.ticks.find((one) => one.way === who && one.step === step)?.on ?? null;
  const change = (step: number, done: boolean) => {
    if (!account) open('/pages/sign-in/index');
    else if (isOpen) void tick.run({ params: { id: notice.id, step }, body: { way: who, done } });
  };
  return (
    <>
      {url ? (
        <View className="contest__go">
          <BigButton id="open-site" text={IN_WECHAT ? '复制官网地址' : '打开报名官网'} onTap={() => openLink(url)} />
          <View className="contest__link">{url}</View>
          {IN_WECHAT ? <View className="contest__link">复制后请在手机浏览器里打开，做完一步回来勾一步。</View> : null}
        </View>
      ) : null}
      <Group
        title={`报名步骤，已完成 ${steps.filter((_, at) => doneOn(at + 1) !== null).length} / ${steps.length}`}
        foot={<Source of={method.source}>{method.text}</Source>}
      >
        {steps.map(({ text, source }, at) => {
          const on = doneOn(at + 1);
          return (
            <View key={text} className="contest__step">
              <Check
                id={`step-${at + 1}`}
                text={`${at + 1}. ${text}`}
                {...(on ? { note: `${dayWords(on, today)} 完成` } : {})}
                checked={on !== null}
                onChange={(done) => change(at + 1, done)}
              />
              <View className="contest__source">
                <Source of={source}>{null}</Source>
              </View>
            </View>
          );
        })}
      </Group>
      <RefusalMessage refusal={tick.refusal} />
    </>
  );
}
