import { contestEntries } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { openTab, useAnswer, useOnShow, useSignIn } from '../../platform';
import { TextButton } from '../../ui';
import { nextStepOf, useMyApplications } from '../application';
import { useToday } from '../demonstration';
import { keptTickets } from '../ticket';
import { thingsOf } from './next-of';
import { ExamCard, KeptExamCard } from './exam-card';
import { ContestCards } from './contest-cards';
import { NextCard } from './next-card';
import './home.scss';

/** My next thing on top; `otherwise` for whoever has none, is not signed in, or of whom that is not known yet. */
export function NextThing({ otherwise }: { otherwise: ReactNode }) {
  const { phase } = useSignIn();
  const today = useToday();
  if (phase === 'in') return <Mine otherwise={otherwise} today={today} />;
  const kept = phase === 'starting' ? keptExam(today) : null;
  return kept ? <KeptExamCard ticket={kept} today={today} /> : <>{otherwise}</>;
}

/** Whether it is known what stands on top. */
export function useKnowsNext(): boolean {
  const { phase } = useSignIn();
  const answer = useMyApplications({ enabled: phase === 'in' });
  const entries = useAnswer(contestEntries.listMyEntries, {}, { enabled: phase === 'in' });
  return phase === 'out' || (answer.state !== 'loading' && entries.state !== 'loading');
}

/** While the sign-in is on its way, or no network is there: the exam of a ticket that lies in this phone. */
const keptExam = (today: LocalDate) =>
  keptTickets().find(({ sittings }) => sittings.some(({ day }) => day >= today)) ?? null;

function Mine({ otherwise, today }: { otherwise: ReactNode; today: LocalDate }) {
  const answer = useMyApplications();
  useOnShow(() => {
    if (answer.state === 'ready') answer.refresh();
  });
  if (answer.state === 'loading') return <>{otherwise}</>;
  if (answer.state === 'refused') {
    const kept = keptExam(today);
    return kept ? <KeptExamCard ticket={kept} today={today} /> : <>{otherwise}</>;
  }
  const [first, ...others] = thingsOf(answer.data.page.items, { today, stepOf: nextStepOf });
  if (!first)
    return (
      <>
        {otherwise}
        <ContestCards today={today} />
      </>
    );
  return (
    <>
      {first.kind === 'exam' ? (
        <ExamCard application={first.application} today={today} />
      ) : (
        <NextCard of={first} today={today} />
      )}
      <ContestCards today={today} />
      {others.length > 0 ? (
        <View className="home-fold">
          <TextButton
            id="other-things"
            text={`我的报名还有 ${others.length} 项`}
            onTap={() => openTab('/pages/mine/index')}
          />
        </View>
      ) : null}
    </>
  );
}
