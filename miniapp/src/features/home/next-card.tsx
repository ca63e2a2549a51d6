import type { ApplicationSummary } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { closingWords, offeringWords, progressSentence, progressWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { open } from '../../platform';
import { BigButton, Card } from '../../ui';
import { nextStepOf, useLacking, useSlipOut } from '../application';
import type { Thing } from './next-of';
import { dueWords } from './next-words';
import './home.scss';

/** The one thing that is next with an application: what, until when, and the button for it. */
export function NextCard({ of: { application, kind, due }, today }: { of: Thing; today: LocalDate }) {
  const slip = useSlipOut(application);
  const lacking = useLacking(application);
  const step = slip?.next ?? nextStepOf(application);
  const until = slip ? slip.next.until : due;
  return (
    <Card>
      <View id="next-thing" className="next__what">
        {slip ? slip.tag : whatWords(application, { due, lacking, today })}
      </View>
      <View className="next__side">{offeringWords(application.offering)}</View>
      {until ? (
        <View className="next__side">{closingWords(until, today)}</View>
      ) : (
        <View className="next__side">{progressSentence(application.progress)}</View>
      )}
      {step ? (
        <View className="next__go">
          <BigButton id={`next-${step.id}`} text={step.text} onTap={() => open(step.path, step.params)} />
        </View>
      ) : kind === 'see' ? (
        <View className="next__go">
          <BigButton
            id="next-detail"
            text="看是怎么回事"
            onTap={() => open('/packages/apply/detail/index', { id: application.id })}
          />
        </View>
      ) : null}
    </Card>
  );
}

type Known = { due: LocalDate | null; lacking: readonly string[] | null; today: LocalDate };

/** 还差照片、签名 · 缴费还有 2 天 · 审核中. */
function whatWords({ state, progress }: ApplicationSummary, { due, lacking, today }: Known): string {
  if (progress.stage === 'to-pay' && due) return dueWords('缴费', due, today);
  if (state === 'draft') {
    if (lacking === null) return '报名还没有提交';
    return lacking.length > 0 ? `还差${lacking.join('、')}` : '填好了，还没有提交';
  }
  if (state === 'returned') return lacking && lacking.length > 0 ? `请修改${lacking.join('、')}` : '报名被退回，请修改';
  return progressWord(progress);
}
