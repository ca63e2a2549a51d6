import { SubjectName } from '@jikaotong/shared/contract';
import { type ListRow, markMeaning, scoreList } from '@jikaotong/shared/lists';
import { listCellText, subjectWord } from '@jikaotong/shared/words';
import { Text, View } from '@tarojs/components';
import './score.scss';

/** The marks of one candidate, a subject a line; what does not pass stands out. */
export function Marks({ of }: { of: ListRow<typeof scoreList> }) {
  return (
    <>
      {SubjectName.options.map((subject) => {
        const mark = of[subject];
        if (mark === null) return null;
        const isLow = ['failed', 'absent'].includes(markMeaning(mark));
        return (
          <View key={subject}>
            <Text className="marks__side">{subjectWord(subject)} </Text>
            <Text className={isLow ? 'marks__value marks__value--low' : 'marks__value'}>
              {listCellText(scoreList, subject, mark)}
            </Text>
          </View>
        );
      })}
    </>
  );
}
