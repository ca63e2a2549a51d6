import type { DocumentTree } from '@jikaotong/shared/notice';
import { View } from '@tarojs/components';
import { Source } from '../../ui';
import './papers.scss';

/** The papers of a condition, each with its clause: what is needed together is numbered, alternatives are set apart by 或. */
export function Papers({ tree, number = '' }: { tree: DocumentTree; number?: string }) {
  if (tree.kind === 'document') {
    return (
      <Source of={tree.source}>
        {number}
        {tree.printed}
      </Source>
    );
  }
  return (
    <>
      {tree.of.map((part, index) => (
        <View key={index} className={part.kind === 'document' ? '' : 'papers__inner'}>
          {tree.kind === 'anyOf' && index > 0 ? <View className="papers__or">或</View> : null}
          <Papers tree={part} number={tree.kind === 'allOf' ? `${index + 1}. ` : index === 0 ? number : ''} />
        </View>
      ))}
    </>
  );
}
