import { type RetakePlan, retakes } from '@jikaotong/shared/contract';
import {
  chancesWords,
  fullDayWords,
  offeringWords,
  refusalSentence,
  retakeSentence,
  schemeRowWords,
  subjectWord,
  yuanWords,
} from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { open, replace, useAnswer, useCommand, useSignIn } from '../../platform';
import { BigButton, Card, Cell, Group, Loaded, NoticeBar, Page, Source, Tag, TextButton } from '../../ui';
import { ConsentSheet, SignInGate, useConsent } from '../account';
import { HelpLineOf } from '../notice';
import { PlacesAhead } from './places-ahead';
import './retake.scss';

type Place = RetakePlan['sessions'][number];

/** What is kept, until when, and where what is missing can be taken again; one button begins it. */
export function RetakeScreen({ id }: { id: string }) {
  const { phase } = useSignIn();
  if (phase === 'in') return <SignedIn id={id} />;
  return (
    <Page>
      <SignInGate why="登录后查看保留的成绩和怎么补考。">{null}</SignInGate>
    </Page>
  );
}

function SignedIn({ id }: { id: string }) {
  const answer = useAnswer(retakes.getRetake, { params: { id } });
  const begin = useCommand(retakes.beginRetake);
  const hasConsented = useConsent();
  const [consenting, setConsenting] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const plan = answer.state === 'ready' ? answer.data : null;
  const openNow = plan?.sessions.filter(({ isOpen }) => isOpen) ?? [];
  const place = openNow.find(({ sessionId }) => sessionId === chosen) ?? openNow[0] ?? null;
  const apply = async ({ sessionId, offeringCode }: Place) => {
    setConsenting(false);
    const reply = await begin.run({ params: { id }, body: { sessionId, offeringCode } });
    if (reply.ok) replace('/packages/apply/form/index', { id: reply.data.id });
  };
  const action = place ? (
    <BigButton
      id="begin-retake"
      text={`报名补考${place.feeFen === null ? '' : `，${yuanWords(place.feeFen)}`}`}
      busy={begin.busy}
      onTap={() => (hasConsented ? void apply(place) : setConsenting(true))}
    />
  ) : undefined;
  return (
    <Page action={action}>
      <Loaded answer={answer}>
        {(ready) => <Body plan={ready} chosen={place?.sessionId ?? null} onChoose={setChosen} />}
      </Loaded>
      {begin.refusal ? (
        <NoticeBar tone="stop">{refusalSentence(begin.refusal.code, begin.refusal.data)}</NoticeBar>
      ) : null}
      {consenting && place ? (
        <ConsentSheet onDone={() => void apply(place)} onClose={() => setConsenting(false)} />
      ) : null}
    </Page>
  );
}

type Choice = { plan: RetakePlan; chosen: string | null; onChoose: (sessionId: string) => void };

function Body({ plan, chosen, onChoose }: Choice) {
  const { passes, until, chances, absence, no, forfeits, noticeId, scheme } = plan;
  const place = plan.sessions.find(({ sessionId }) => sessionId === chosen) ?? plan.sessions[0];
  const subjects = place?.subjects ?? plan.subjects;
  return (
    <>
      <Card>
        <View className="retake__offering">{offeringWords(plan.offering)}</View>
        <View className="retake__body">{plan.bodyName}</View>
        {no === null ? (
          <View className="retake__missing">
            还要考 {subjects.map((subject) => subjectWord(subject)).join('、')}
            {until ? `，最晚${fullDayWords(until)}报名补考` : ''}
          </View>
        ) : null}
      </Card>
      {no === null ? null : <NotPossible plan={plan} />}
      {passes.length > 0 ? (
        <Group title="已经合格的科目" foot={no === null && !scheme ? '在保留期内补考，这些科目不用再考。' : undefined}>
          {passes.map((pass) => (
            <View key={pass.subject} className="retake__clause">
              <Source of={pass.source}>
                {subjectWord(pass.subject)}：{fullDayWords(pass.from)}起，保留到 {fullDayWords(pass.until)}
              </Source>
            </View>
          ))}
        </Group>
      ) : null}
      {scheme ? (
        <NoticeBar tone="warn" title={`${fullDayWords(scheme.from)}起，考试模式有变`}>
          <View>这天起的考试，补考按机构的补考方案：</View>
          {scheme.rows.map((row) => (
            <View key={row.subject}>{schemeRowWords(row)}</View>
          ))}
        </NoticeBar>
      ) : null}
      {no === null ? (
        <>
          <PlacesAhead plan={plan} chosen={chosen} onChoose={onChoose} />
          <Group title="补考机会">
            <Cell title={chancesWords(chances)} />
            {absence ? (
              <View className="retake__clause">
                <Source of={absence.source}>
                  {absence.usesChance ? '报了补考没有来考，也算用掉一次机会' : '报了补考没有来考，不算用掉机会'}
                </Source>
              </View>
            ) : null}
          </Group>
          {forfeits ? (
            <NoticeBar tone="warn" title="不要重新报名同一项目">
              <Source of={forfeits}>
                重新报名同一职业（工种）同一等级，视为放弃补考，
                {passes.map(({ subject }) => subjectWord(subject)).join('、')}的成绩不再保留。
              </Source>
            </NoticeBar>
          ) : null}
        </>
      ) : null}
      <HelpLineOf noticeId={noticeId} />
    </>
  );
}

/** Why not, with the clause, and the application that is the reason. */
function NotPossible({ plan: { no, until, by, source } }: { plan: RetakePlan }) {
  if (no === null) return null;
  const clause = by?.source ?? (no === 'retake-under-way' || no === 'not-published' ? null : source);
  const sentence = retakeSentence(no, { until });
  const application = by?.applicationId ?? null;
  return (
    <NoticeBar tone="info" title={no === 'retake-under-way' ? '补考已经在办' : '现在不能补考'}>
      {clause ? <Source of={clause}>{sentence}</Source> : sentence}
      {application ? (
        <TextButton
          id="see-application"
          text="查看这份报名"
          onTap={() => open('/packages/apply/detail/index', { id: application })}
        />
      ) : null}
      {no === 'retake-under-way' ? <Tag text="办理中" tone="info" /> : null}
    </NoticeBar>
  );
}
