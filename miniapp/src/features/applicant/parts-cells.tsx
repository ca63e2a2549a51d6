import type { FunnelView } from '@jikaotong/shared/contract';
import { stepWord } from '@jikaotong/shared/words';
import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Cell, Group } from '../../ui';
import { RATES, peopleAt, percentOf, percentWords, rateBasisWords } from './funnel-words';

export type PartsProps = {
  view: FunnelView;
  /** What the parts are made by, to choose from. */
  chips: ReactNode;
};

/** The rates by part, one under the other, as a phone shows them. */
export function PartsCells({ view, chips }: PartsProps) {
  return (
    <>
      {chips}
      <Group foot="通过率按提交的人数算，缴费率按审核通过的算，到考率按排座的算，合格率按到考的算。">
        {view.parts.map(({ name, steps }) => (
          <Cell
            key={name}
            title={name}
            value={`${peopleAt(steps, 'submitted')} 人提交`}
            note={RATES.map((rate) => {
              const words = [
                `${stepWord(rate.of)} ${peopleAt(steps, rate.of)} / ${stepWord(rate.among)} ${peopleAt(steps, rate.among)}`,
                rateBasisWords(steps, rate),
              ];
              return (
                <View key={rate.name}>
                  {`${rate.name} ${percentWords(percentOf(steps, rate))}（${words.filter(Boolean).join('，')}）`}
                </View>
              );
            })}
          />
        ))}
      </Group>
    </>
  );
}
