import { questionAsked } from '@jikaotong/shared/rules/eligibility';
import { dayWords, factName, verdictSentence } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { open } from '../../../platform';
import { BigButton, Cell, Group, NoticeBar, Tag, TextButton } from '../../../ui';
import { type StepMode, leaveStep, nextButtonText } from '../draft/leave-step';
import { StepPage, WithDraft } from '../draft/step-page';
import { assessmentOf, factsOf } from '../draft/steps';
import { type Draft, useSaving } from '../draft/use-draft';
import { factLines } from './fact-words';
import { neededFacts } from './needed-facts';
import { RouteCard, isOpenTo } from './route-card';

/** ③ By which condition the candidate applies: the facts, every condition judged, and the one taken. */
export const BasisScreen = ({ id, way }: { id: string; way: StepMode }) => (
  <WithDraft id={id}>{(draft) => <BasisStep draft={draft} way={way} />}</WithDraft>
);

function BasisStep({ draft, way }: { draft: Draft; way: StepMode }) {
  const { application, notice, offering, today, on } = draft;
  const { id } = application;
  const { save, saving } = useSaving(id);
  const [showsOthers, setShowsOthers] = useState(false);
  const [asked, setAsked] = useState(false);
  const facts = factsOf(application);
  const assessment = assessmentOf(application, notice, on);
  const possible = assessment.routes.filter(isOpenTo);
  const others = assessment.routes.filter((route) => !isOpenTo(route));
  const [first, ...more] = possible;
  const chosen =
    possible.find(({ route }) => route === application.route) ?? (first && more.length === 0 ? first : undefined);

  const next = async () => {
    setAsked(true);
    if (!chosen) return;
    const parts = chosen.route === application.route ? undefined : { route: chosen.route };
    if (await save(parts)) leaveStep('basis', draft, way);
  };
  const answer = () => open('/packages/apply/fact/index', { id });
  const mustAnswer = possible.length === 0 && assessment.missing.length > 0;
  return (
    <StepPage
      step="basis"
      draft={draft}
      hint="根据您的情况逐条对照通知，符合任意一条就可以报名。"
      obstacle={asked && !chosen && possible.length > 0 ? '请选择一条报名条件' : null}
      action={
        mustAnswer ? (
          <BigButton id="answer-facts" text="回答还缺的问题" onTap={answer} />
        ) : (
          <BigButton
            id="next-step"
            text={nextButtonText(way)}
            busy={saving.state === 'saving'}
            disabled={possible.length === 0}
            onTap={() => void next()}
          />
        )
      }
    >
      <Group title="您的情况">
        {neededFacts(notice, offering).map((fact) => {
          const lines = factLines(facts, fact);
          return (
            <Cell
              key={fact}
              id={`fact-${fact.replace('.', '-')}`}
              title={factName(fact, questionAsked(notice, offering.code, fact))}
              note={lines ? lines.map((line) => <View key={line}>{line}</View>) : null}
              value={
                lines ? '修改' : <Tag text={mustAnswer ? '待填写' : '未填'} tone={mustAnswer ? 'warn' : 'quiet'} />
              }
              onTap={() => open('/packages/apply/fact/index', { id, fact })}
            />
          );
        })}
      </Group>
      {possible.length === 0 ? (
        <NoticeBar tone={mustAnswer ? 'info' : 'warn'} title={verdictSentence(assessment.verdict)}>
          {assessment.earliestOn ? `最早 ${dayWords(assessment.earliestOn, today)} 起符合` : null}
        </NoticeBar>
      ) : null}
      {possible.map((route) => (
        <RouteCard
          key={route.route}
          route={route}
          notice={notice}
          offering={offering}
          today={today}
          chosen={route === chosen}
          onChoose={() => void save({ route: route.route })}
        />
      ))}
      {others.length > 0 && (showsOthers || possible.length === 0)
        ? others.map((route) => (
            <RouteCard key={route.route} route={route} notice={notice} offering={offering} today={today} />
          ))
        : null}
      {others.length > 0 && possible.length > 0 ? (
        <View className="row-of-texts">
          <TextButton
            id="other-routes"
            text={showsOthers ? '收起其他条件' : `查看其他 ${others.length} 条条件`}
            onTap={() => setShowsOthers(!showsOthers)}
          />
        </View>
      ) : null}
    </StepPage>
  );
}
