import type { FactName } from '@jikaotong/shared/notice';
import { View } from '@tarojs/components';
import { TextButton } from '../../../ui';
import { Ask } from './ask';
import type { AskedNotice, AskedOffering } from './asked';
import type { Answers } from './use-answers';

type Props = {
  fact: FactName;
  /** What the questions are for, above each of them. */
  about: string;
  notice: AskedNotice;
  offering: AskedOffering;
  offerings?: readonly AskedOffering[];
  answers: Answers;
};

/** One question alone on the screen, its number, 不确定 and the way back. */
export function OneQuestion({ fact, about, notice, offering, offerings, answers }: Props) {
  return (
    <>
      <View className="ask__count">
        {about} · 第 {answers.number} 题
      </View>
      <Ask
        key={fact}
        fact={fact}
        notice={notice}
        offering={offering}
        offerings={offerings}
        facts={answers.facts}
        onAnswer={(given) => answers.answer(fact, given)}
        onUnsure={() => answers.skip(fact)}
      />
      <View className="ask__unsure">
        {answers.back ? <TextButton id="back-question" text="上一题" onTap={answers.back} /> : null}
      </View>
    </>
  );
}
