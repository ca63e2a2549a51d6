import { type SessionView, applications, notices } from '@jikaotong/shared/contract';
import type { Notice } from '@jikaotong/shared/notice';
import { individualsApply } from '@jikaotong/shared/rules/counter';
import { spanOf } from '@jikaotong/shared/rules/progress';
import { photoBackgroundWord, yuanWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { confirm, open, partlyRead, replace, useAnswer, useCommand, useSignIn } from '../../platform';
import {
  BigButton,
  Choices,
  Empty,
  Group,
  Heading,
  Loaded,
  NoticeBar,
  Page,
  Source,
  SpanLine,
  TextButton,
} from '../../ui';
import { ConsentSheet, SignInGate, useConsent } from '../account';
import { useToday } from '../demonstration';
import { LastCounterDay, carriedFacts, offeringName } from '../notice';
import { stepPath } from './draft/steps';
import { keptPassOf } from './kept-pass';
import { RefusalNote } from './refusal-note';
import { WechatPhone } from './wechat-phone';
import './application.scss';

type Props = { sessionId: string; noticeId: string; offeringCode: string | null };

/** Before the first page: which offering, what it takes, and the consent the law asks for. */
export function StartScreen({ sessionId, noticeId, offeringCode }: Props) {
  return (
    <SignedInOnly>
      <Start sessionId={sessionId} noticeId={noticeId} offeringCode={offeringCode} />
    </SignedInOnly>
  );
}

function SignedInOnly({ children }: { children: JSX.Element }) {
  const { phase } = useSignIn();
  if (phase === 'in') return children;
  return (
    <Page>
      <SignInGate why="登录后才能申报，申报进度会保存在您的账号里。">{null}</SignInGate>
    </Page>
  );
}

function Start({ sessionId, noticeId, offeringCode }: Props) {
  const answer = useAnswer(notices.getNotice, { params: { id: noticeId } });
  const [chosen, setChosen] = useState(offeringCode);
  const [consenting, setConsenting] = useState(false);
  const hasConsented = useConsent();
  const creation = useCommand(applications.createApplication);
  const session = answer.state === 'ready' ? answer.data.sessions.find(({ id }) => id === sessionId) : undefined;
  const offerings = session?.offerings ?? [];
  const only = offerings.length === 1 ? (offerings[0]?.code ?? null) : null;
  const code = offerings.some((offering) => offering.code === chosen) ? chosen : only;

  const create = async (meant: { forfeitsPasses?: true } = {}): Promise<void> => {
    setConsenting(false);
    if (!code) return;
    const facts = carriedFacts(noticeId);
    const reply = await creation.run({
      body: { sessionId, offeringCode: code, ...meant, ...(Object.keys(facts).length > 0 ? { facts } : {}) },
    });
    if (reply.ok) return replace(stepPath('identity'), { id: reply.data.id });
    if (reply.code !== 'passes-kept') return;
    if ((await confirm(FORFEIT_FIRST)) && (await confirm(FORFEIT_AGAIN))) await create({ forfeitsPasses: true });
  };
  // one that a newer server wrote must not hide the others: a kept pass would be forfeited without a word
  const own = partlyRead(
    applications.listMyApplications,
    useAnswer(applications.listMyApplications, { query: { limit: 200 } }),
  );
  const notice = answer.state === 'ready' ? answer.data.notice : null;
  const wanted = offerings.find((offering) => offering.code === code);
  const kept =
    own.state === 'ready' && notice?.retake?.newApplicationForfeits.value && wanted
      ? keptPassOf(own.data.page.items, { bodyId: notice.body.id, offering: wanted })
      : null;
  const begin = () => {
    if (hasConsented) void create();
    else setConsenting(true);
  };
  const known = creation.refusal?.code === 'application-conflict' ? creation.refusal.data['applicationId'] : null;
  return (
    <Page
      action={
        session ? (
          <>
            {code ? null : <View className="aside">请先选择一个申报项目</View>}
            <BigButton id="begin" text="开始填写" disabled={!code} busy={creation.busy} onTap={begin} />
          </>
        ) : undefined
      }
    >
      <Loaded answer={answer}>
        {({ notice }) =>
          session ? (
            <>
              <Before
                notice={notice}
                session={session}
                background={notice.photo?.background?.value ?? null}
                place={individualsApply(notice) === 'counter' ? (notice.counters[0]?.address.value ?? null) : null}
                code={code}
                onChoose={setChosen}
              />
              {kept && notice.retake ? (
                <NoticeBar tone="stop" title="您有保留的合格成绩">
                  <Source of={notice.retake.newApplicationForfeits.source}>
                    重新申报同一项目，视为放弃补考，之前的合格科目成绩不再保留。
                  </Source>
                  <TextButton
                    id="see-kept"
                    text="查看保留的成绩和怎么补考"
                    onTap={() => open('/packages/exam/result/index', { id: kept.id })}
                  />
                </NoticeBar>
              ) : null}
              <WechatPhone />
            </>
          ) : (
            <Empty
              title="没有找到这个批次"
              action="返回通知"
              onAction={() => open('/pages/notice/index', { id: noticeId })}
            />
          )
        }
      </Loaded>
      <RefusalNote refusal={creation.refusal} />
      {typeof known === 'string' ? (
        <View className="row-of-texts">
          <TextButton
            id="see-application"
            text="查看这份申报"
            onTap={() => open('/packages/apply/detail/index', { id: known })}
          />
        </View>
      ) : null}
      {consenting ? <ConsentSheet onDone={() => void create()} onClose={() => setConsenting(false)} /> : null}
    </Page>
  );
}

const FORFEIT_FIRST = {
  title: '放弃保留的成绩？',
  text: '您有保留的合格成绩，可以只补考没有合格的科目。重新申报要考全部科目、交全部费用，保留的成绩作废。',
  yes: '仍要重报',
  no: '不重新报',
};
const FORFEIT_AGAIN = {
  title: '再确认一次',
  text: '提交新的申报后，之前合格的科目成绩不再保留，不能恢复。',
  yes: '放弃成绩',
  no: '返回',
};

type BeforeProps = {
  notice: Notice;
  session: SessionView;
  /** The background that the notice wants behind the photo; null where it names none. */
  background: string | null;
  /** The counter that individuals go to; null where they apply on the phone. */
  place: string | null;
  code: string | null;
  onChoose: (code: string) => void;
};

function Before({ notice, session, background, place, code, onChoose }: BeforeProps) {
  const today = useToday();
  const { opens, closes } = spanOf(session.windows, 'application');
  return (
    <>
      <Heading title={session.name}>
        <SpanLine opens={opens} closes={closes} today={today} />
      </Heading>
      {place === null ? null : (
        <NoticeBar title="个人到业务窗口报名">
          先在手机上填好，生成现场报名单，再带原件到{place}办理，窗口确认后才算报名。
        </NoticeBar>
      )}
      {place === null ? null : (
        <LastCounterDay notice={notice} kind="application" span={{ opens, closes }} today={today} />
      )}
      <Group title="申报项目">
        <Choices
          label="申报项目"
          options={session.offerings.map((offering) => ({
            key: offering.code,
            text: offeringName(offering),
            note: yuanWords(offering.totalFen),
          }))}
          value={code}
          onChoose={onChoose}
        />
      </Group>
      <Group title="请准备好">
        <View className="posing">
          {toPrepare(background).map((text) => (
            <View key={text} className="posing__line">
              {text}
            </View>
          ))}
        </View>
      </Group>
      <View className="aside">大约需要十分钟。随时可以退出，已填写的内容会保存为草稿。</View>
    </>
  );
}

const toPrepare = (background: string | null): readonly string[] => [
  '本人有效身份证件',
  background === null ? '本人证件照' : `${photoBackgroundWord(background)}的墙或幕布，用来拍证件照`,
  '工作经历、证书或学历的日期',
];
