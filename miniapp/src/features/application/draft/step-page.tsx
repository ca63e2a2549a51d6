import { View } from '@tarojs/components';
import { type PropsWithChildren, type ReactNode, useEffect, useState } from 'react';
import { remarkFieldWord } from '@jikaotong/shared/words';
import { useSignIn } from '../../../platform';
import { Heading, Loaded, NoticeBar, Page, aria } from '../../../ui';
import { SignInGate } from '../../account';
import { HelpLine, Originals } from '../../notice';
import { ClosedPage, HandedInPage } from './closed-page';
import { hasLeftOver, restore } from './draft-store';
import { SaveLine } from './save-line';
import { FORM_STEPS, STEP_OF_REMARK, type Step, countedSteps, stepTitle } from './steps';
import { endsInSlip } from './application-source';
import { isWritable, submitBarOf } from './submit-bar';
import { type Draft, useDraft, useSaving } from './use-draft';
import '../application.scss';

type LoaderProps = {
  id: string;
  /** Shows the page also of what is handed in: where it was just done, the next page says so. */
  alsoHandedIn?: boolean;
  children: (draft: Draft) => ReactNode;
};

/** Brings the draft to its screen: signed in, loaded, or the reason why not. */
export function WithDraft({ id, alsoHandedIn = false, children }: LoaderProps) {
  const { phase } = useSignIn();
  if (phase === 'in')
    return (
      <LoadedDraft id={id} alsoHandedIn={alsoHandedIn}>
        {children}
      </LoadedDraft>
    );
  return (
    <Page>
      <SignInGate why="登录后继续填写您的报名。">{null}</SignInGate>
    </Page>
  );
}

function LoadedDraft({ id, alsoHandedIn = false, children }: LoaderProps) {
  const answer = useDraft(id);
  const isReady = answer.state === 'ready';
  const [restoring, setRestoring] = useState(() => hasLeftOver(id));
  useEffect(() => {
    if (isReady && restoring) void restore(id).then(() => setRestoring(false));
  }, [id, isReady, restoring]);
  if (answer.state === 'ready' && !restoring) {
    const { application } = answer.data;
    if (!alsoHandedIn && !isWritable(application)) return <HandedInPage application={application} />;
    const bar = submitBarOf(application);
    return bar?.closed ? <ClosedPage draft={answer.data} bar={bar} /> : <>{children(answer.data)}</>;
  }
  return (
    <Page>
      <Loaded answer={restoring && isReady ? { state: 'loading' } : answer}>{() => null}</Loaded>
    </Page>
  );
}

type StepPageProps = PropsWithChildren<{
  step: Step;
  draft: Draft;
  hint?: ReactNode;
  action: ReactNode;
  /** What keeps the candidate here, said beside the button, because the place itself may be out of sight. */
  obstacle?: string | null;
  /** Whether something typed here cannot be saved as it stands. */
  hasUnsaved?: boolean;
}>;

/**
 * The frame of one page of the application: where the candidate is, what the reviewer said about it, and the next
 * step.
 */
export function StepPage({ step, draft, hint, action, obstacle = null, hasUnsaved = false, children }: StepPageProps) {
  const { application, notice } = draft;
  const steps = countedSteps(application, notice);
  const { saving } = useSaving(application.id);
  const remarks = application.remarks.filter(({ field }) => step !== 'confirm' && STEP_OF_REMARK[field] === step);
  return (
    <Page
      action={
        <>
          {obstacle ? (
            <View className="obstacle" {...aria({ role: 'alert' })}>
              {obstacle}
            </View>
          ) : null}
          {action}
        </>
      }
    >
      {steps.includes(step) ? <StepCount step={step} steps={steps} /> : null}
      <Heading
        title={step === 'confirm' && endsInSlip(application.state, notice) ? '核对并生成报名单' : stepTitle[step]}
      >
        {hint}
      </Heading>
      {remarks.map(({ field, text }) => (
        <NoticeBar key={field} tone="warn" title={`审核意见：${remarkFieldWord(field)}`}>
          {text}
        </NoticeBar>
      ))}
      <Originals notice={notice.id}>{children}</Originals>
      {FORM_STEPS.some((one) => one === step) ? (
        <SaveLine id={application.id} saving={saving} hasUnsaved={hasUnsaved} />
      ) : null}
      <HelpLine contacts={notice.contacts} />
    </Page>
  );
}

function StepCount({ step, steps }: { step: Step; steps: readonly Step[] }) {
  return (
    <View className="steps">
      <View className="steps__count">
        第 {steps.indexOf(step) + 1} 步，共 {steps.length} 步
      </View>
      <View className="steps__bar">
        {steps.map((one) => (
          <View
            key={one}
            className={steps.indexOf(one) <= steps.indexOf(step) ? 'steps__part steps__part--on' : 'steps__part'}
          />
        ))}
      </View>
    </View>
  );
}
