import type { ApplicationSummary } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { dayAndDistanceWords, progressSentence, progressWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { open } from '../../../platform';
import { BigButton, Card, Dots, Tag, Tappable } from '../../../ui';
import { OfferingName } from '../../notice';
import { nextStepOf } from '../next-step';
import { dotsOf, isEnded } from '../progress-steps';
import { progressTone } from './stage-tone';
import { UntilLine } from './until-line';
import { useSlipOut } from './use-slip-out';

/** One application in the list: where it stands, what happens now, and the one thing to do. */
export function ApplicationCard({ of: application, today }: { of: ApplicationSummary; today: LocalDate }) {
  const { id, offering, sessionName, examStart, progress } = application;
  const slip = useSlipOut(application);
  const next = slip?.next ?? nextStepOf(application);
  const dots = dotsOf(progress.stage);
  return (
    <Card>
      <Tappable id={`application-${id}`} onTap={() => open('/packages/apply/detail/index', { id })}>
        <View className="application__head">
          <View className="application__name">
            <OfferingName of={offering} />
          </View>
          {slip ? (
            <Tag text={slip.tag} tone="warn" />
          ) : (
            <Tag text={progressWord(progress)} tone={progressTone(progress)} />
          )}
        </View>
        <View className="application__side">{sessionName}</View>
        {isEnded(progress.stage) ? null : (
          <View className="application__side">考试 {dayAndDistanceWords(examStart, today)}</View>
        )}
        {dots ? <Dots dots={dots} /> : null}
        <View className="application__now">{slip?.now ?? progressSentence(progress)}</View>
      </Tappable>
      {next ? (
        <View className="application__next">
          {next.until ? <UntilLine of={application} until={next.until} today={today} slipOut={slip !== null} /> : null}
          <BigButton id={`${next.id}-${id}`} text={next.text} onTap={() => open(next.path, next.params)} />
        </View>
      ) : null}
    </Card>
  );
}
