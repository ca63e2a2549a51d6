import { type PeriodView, personalData } from '@jikaotong/shared/contract';
import { PERIOD_NOTICE_DAYS } from '@jikaotong/shared/rules/retention';
import { fullDayWords, monthsWords, periodKindWord, usualPeriodWords } from '@jikaotong/shared/words';
import { useState } from 'react';
import { useAnswer } from '../../platform';
import { Cell, Group, Heading, Loaded, Page } from '../../ui';
import { PeriodSheet } from './period-sheet';

/** How long the body keeps what it holds of people, where its own rules say so. */
export function PeriodsScreen({ id }: { id: string }) {
  const answer = useAnswer(personalData.getBodyPeriods, { params: { id } });
  const [chosen, setChosen] = useState<PeriodView | null>(null);
  return (
    <Page>
      <Heading title="个人信息保存期限">
        通知里没有写保存期限，不设置就按通用期限。贵单位的制度里另有规定的，在这里填写。
      </Heading>
      <Loaded answer={answer}>
        {({ periods }) => (
          <Group
            title="办理结束后保存多久"
            foot={`改动先在“个人信息处理规则”里公告 ${PERIOD_NOTICE_DAYS} 天，期满才生效；期满前可以撤回。身份信息随报名内容和成绩一同保存。证书登记、缴费凭证的期限不能改。`}
          >
            {periods.map((period) => (
              <Cell
                key={period.kind}
                id={`period-${period.kind}`}
                title={periodKindWord(period.kind)}
                value={period.own ? monthsWords(period.own.months) : usualPeriodWords(period.kind)}
                note={noteOf(period)}
                onTap={() => setChosen(period)}
              />
            ))}
          </Group>
        )}
      </Loaded>
      {chosen ? <PeriodSheet bodyId={id} period={chosen} onClose={() => setChosen(null)} /> : null}
    </Page>
  );
}

function noteOf({ kind, own, announced }: PeriodView): string {
  const now = own ? `依据：${own.words}` : '通用期限';
  if (!announced) return now;
  const next = announced.own ? monthsWords(announced.own.months) : `通用期限（${usualPeriodWords(kind)}）`;
  return `${now}。已公告：${fullDayWords(announced.from)}起改为${next}`;
}
