import { type ReplyOf, results } from '@jikaotong/shared/contract';
import { subjectWord } from '@jikaotong/shared/words';
import { Text, View } from '@tarojs/components';
import { offeringName } from '../notice';
import './score.scss';

type Item = ReplyOf<typeof results.listScores>['items'][number];

/** One candidate's marks, a subject a line. */
export function ScoreRow({ item: { name, ticketNumber, offering, subjects } }: { item: Item }) {
  return (
    <View className="marks">
      <View className="marks__who">
        <View className="marks__name">{name}</View>
        <View className="marks__side">{ticketNumber}</View>
        <View className="marks__side">{offeringName(offering)}</View>
      </View>
      <View className="marks__points">
        {subjects.map(({ subject, points, absent, passed }) => (
          <View key={subject}>
            <Text className="marks__side">{subjectWord(subject)} </Text>
            <Text className={passed === false ? 'marks__value marks__value--low' : 'marks__value'}>
              {pointsWords(points, absent)}
            </Text>
          </View>
        ))}
      </View>
    </View>
  );
}

/** `86.5`, `缺考`, or that nothing is recorded yet. */
export const pointsWords = (points: string | null, absent: boolean): string => (absent ? '缺考' : (points ?? '未登记'));
