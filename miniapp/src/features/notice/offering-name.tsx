import { levelWord, offeringWords } from '@jikaotong/shared/words';
import { Text, View } from '@tarojs/components';
import './offering-name.scss';

type Named = { occupation: string; workType: string | null; level: number | null };

export { offeringWords as offeringName };

/** The same on a screen, where the level moves to the next line as a whole. */
export function OfferingName({ of: { occupation, workType, level } }: { of: Named }) {
  return (
    <View>
      <Text className="offering-name__part">
        {occupation}
        {workType ? `（${workType}）` : ''}
      </Text>
      {level === null ? null : <Text className="offering-name__part">{levelWord(level)}</Text>}
    </View>
  );
}

/** `1、3–10、12月`: runs of months joined. */
export function monthsWords(months: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const month of months) {
    const last = runs.at(-1);
    if (last && last[1] === month - 1) last[1] = month;
    else runs.push([month, month]);
  }
  return `${runs.map(([from, to]) => (from === to ? `${from}` : to === from + 1 ? `${from}、${to}` : `${from}–${to}`)).join('、')}月`;
}
