import { questionAsked } from '@jikaotong/shared/rules/eligibility';
import { factQuestion } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton, Card, Choices, DayField, Group, Heading, Source } from '../../../ui';
import type { AskProps } from './ask-props';
import { printedWords } from '../printed-words';
import { statementLeaf, statementOccupations } from './options';
import { useToday } from '../../demonstration';
import { aheadError, pastDay } from './row-draft';
import { Unsure } from './unsure';

/** 出生日期. */
export function AskBirthDate({ facts, onAnswer, onUnsure }: AskProps) {
  const today = useToday();
  const [value, setValue] = useState<string | null>(facts.birthDate ?? null);
  const day = pastDay(value, today);
  return (
    <>
      <Heading title={factQuestion('birthDate')}>以身份证件上的日期为准。</Heading>
      <Group>
        <DayField
          id="birth-date"
          label="出生日期"
          startAt="1985-06-15"
          latest={today}
          value={value}
          error={aheadError(value, today)}
          onChange={setValue}
        />
      </Group>
      <View className="ask__go">
        <BigButton
          id="next"
          text="下一题"
          waitsFor={day === null && '请先填出生日期'}
          onTap={() => {
            if (day) onAnswer({ birthDate: day });
          }}
        />
        <Unsure onTap={onUnsure} />
      </View>
    </>
  );
}

/** 性别: only where retirement age counts. */
export function AskSex({ facts, onAnswer, onUnsure }: AskProps) {
  return (
    <>
      <Heading title={factQuestion('sex')}>用于计算法定退休年龄。</Heading>
      <Group>
        <Choices
          label="性别"
          options={[
            { key: 'male', text: '男' },
            { key: 'female', text: '女' },
          ]}
          value={facts.sex ?? null}
          onChoose={(sex) => onAnswer({ sex })}
        />
      </Group>
      <View className="ask__go">
        <Unsure onTap={onUnsure} />
      </View>
    </>
  );
}

/** A woman's retirement line cannot be read off any document. */
export function AskWomanLine({ onAnswer }: AskProps) {
  return (
    <>
      <Heading title={factQuestion('womanLine')}>延迟退休以前的规定，可向单位人事部门了解。</Heading>
      <Group>
        <Choices
          label="退休年龄"
          options={[
            { key: 'fifty', text: '原 50 周岁', note: '多为工人岗位' },
            { key: 'fifty-five', text: '原 55 周岁', note: '多为管理和技术岗位' },
          ]}
          value={null}
          onChoose={(key) => onAnswer({ womanLine: key === 'fifty' ? 50 : 55 })}
        />
      </Group>
      <View className="ask__go">
        <Unsure onTap={() => onAnswer({ womanLine: null })} />
      </View>
    </>
  );
}

/** Something only the candidate can say; the notice's own words stand below the question. */
export function AskStatement({
  notice,
  offering,
  offerings = [offering],
  facts,
  statement,
  onAnswer,
  onUnsure,
}: AskProps & { statement: string }) {
  const intends = statement === 'intends';
  const fact = intends ? 'intends' : (`declared.${statement}` as const);
  const title =
    offerings.map(({ code }) => questionAsked(notice, code, fact)).find((asked) => asked !== null) ??
    factQuestion(fact);
  const stated = intends ? facts.intends : facts.declared?.[statement];
  const answer = (yes: boolean) =>
    onAnswer(intends ? { intends: yes } : { declared: { ...facts.declared, [statement]: yes } });
  const leaf = statementLeaf(notice, offerings, statement);
  const about = offerings.length > 1 ? statementOccupations(offerings, statement) : [];
  return (
    <>
      <Heading title={title}>{about.length > 0 ? `问的是：${about.join('、')}` : null}</Heading>
      {leaf ? (
        <Card>
          <Source of={leaf.source}>{printedWords(leaf.source)}</Source>
        </Card>
      ) : null}
      <Group>
        <Choices
          label={title}
          options={[
            { key: 'yes', text: '是' },
            { key: 'no', text: '不是' },
          ]}
          value={stated === undefined ? null : stated ? 'yes' : 'no'}
          onChoose={(key) => answer(key === 'yes')}
        />
      </Group>
      <View className="ask__go">
        <Unsure onTap={onUnsure} />
      </View>
    </>
  );
}
