import { FUNNEL_STEPS } from '@jikaotong/shared/contract';
import { stepWord } from '@jikaotong/shared/words';
import { useMemo, useState } from 'react';
import { Chips, Group } from '../../../ui';
import { RATES, peopleAt, percentOf, percentWords, presumedAt, rateBasisWords } from '../funnel-words';
import type { PartsProps } from '../parts-cells';
import BarChart from './bar-chart';
import './desk-parts.scss';

/** The same figures at a desk: a table, and bars of how many came to each step and of one rate by part. */
export default function DeskParts({ view, chips }: PartsProps) {
  const [rateName, setRateName] = useState<string>('合格率');
  const rate = RATES.find(({ name }) => name === rateName) ?? RATES[3];
  const steps = useMemo(
    () =>
      view.steps.map(({ step, people, presumed }) => ({
        name: stepWord(step),
        value: people,
        text: presumed > 0 ? `${people} 人（推定 ${presumed}）` : `${people} 人`,
      })),
    [view],
  );
  const rates = useMemo(
    () =>
      view.parts.map((part) => {
        const percent = percentOf(part.steps, rate);
        const basis = rateBasisWords(part.steps, rate);
        return { name: part.name, value: percent ?? 0, text: `${percentWords(percent)}${basis && `（${basis}）`}` };
      }),
    [view, rate],
  );
  const presumed = Math.max(
    ...view.steps.map((step) => step.presumed),
    ...view.steps.flatMap(({ stayed }) => stayed.map((one) => one.presumed)),
  );
  return (
    <>
      <Group title="每一步的人数">
        <BarChart label={`每一步的人数：${steps.map(({ name, text }) => `${name} ${text}`).join('，')}`} rows={steps} />
      </Group>
      {chips}
      <Group
        foot={`通过率按提交的人数算，缴费率按审核通过的算，到考率按排座的算，合格率按到考的算。${presumed > 0 ? '推定：没有现场记录，只按成绩看到没到。' : ''}`}
      >
        {/* in large type it scrolls sideways: also by the keyboard */}
        <div className="parts" role="region" aria-label="分项统计" tabIndex={0}>
          <table className="parts__table" id="parts-table">
            <thead>
              <tr>
                <th scope="col">名称</th>
                {FUNNEL_STEPS.map((step) => (
                  <th key={step} scope="col">
                    {stepWord(step)}
                  </th>
                ))}
                {RATES.map(({ name }) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {[...view.parts, { name: '合计', steps: view.steps }].map((part) => (
                <tr key={part.name}>
                  <th scope="row">{part.name}</th>
                  {FUNNEL_STEPS.map((step) => (
                    <td key={step}>
                      {peopleAt(part.steps, step)}
                      {presumedAt(part.steps, step) > 0 ? (
                        <div className="parts__presumed">推定 {presumedAt(part.steps, step)}</div>
                      ) : null}
                    </td>
                  ))}
                  {RATES.map((one) => (
                    <td key={one.name}>{percentWords(percentOf(part.steps, one))}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Group>
      <Chips
        id="rate"
        label="看哪个比率"
        options={RATES.map(({ name }) => ({ key: name, text: name }))}
        value={rate.name}
        onChoose={setRateName}
      />
      <Group>
        <BarChart
          label={`${rate.name}：${rates.map(({ name, text }) => `${name} ${text}`).join('，')}`}
          rows={rates}
          most={100}
        />
      </Group>
    </>
  );
}
