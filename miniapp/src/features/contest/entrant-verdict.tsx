import { AssessmentView } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Notice } from '@jikaotong/shared/notice';
import type { Assessment } from '@jikaotong/shared/rules/eligibility';
import { conditionWords, dayWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import type { Refusal } from '../../platform';
import { NoticeBar, Source } from '../../ui';
import { Reasons } from '../notice';

type Judged = Pick<Assessment | AssessmentView, 'verdict' | 'routes' | 'earliestOn'>;

/**
 * Why the candidate may not enter, each reason with its clause one tap away; nothing while allowed, or not known yet.
 */
export function EntrantVerdict({ of: assessment, today }: { of: Judged | null; today: LocalDate }) {
  if (assessment?.verdict !== 'ineligible') return null;
  return (
    <NoticeBar tone="stop" title="按通知的条件，不能参赛">
      {assessment.routes.map((route) => (
        <Reasons key={route.route} of={route} />
      ))}
      {assessment.earliestOn ? <View>{dayWords(assessment.earliestOn, today)} 起符合</View> : null}
    </NoticeBar>
  );
}

/** The printed ages, as a quiet line under the fields that tell the candidate's own. */
export function AgeLine({ notice }: { notice: Pick<Notice, 'conditions'> }) {
  return (
    <>
      {notice.conditions.map((condition) =>
        'kind' in condition && condition.kind === 'age' ? (
          <Source key={condition.kind} of={condition.source}>
            参赛要求{conditionWords(condition)}
          </Source>
        ) : null,
      )}
    </>
  );
}

/** What the server judged, where it refused for the conditions. */
export function refusedAssessment(refusal: Refusal | null): Judged | null {
  const read = AssessmentView.safeParse(refusal?.data['assessment']);
  return refusal?.code === 'not-eligible' && read.success ? read.data : null;
}
