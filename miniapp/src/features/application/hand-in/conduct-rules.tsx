import type { Notice } from '@jikaotong/shared/notice';
import { View } from '@tarojs/components';
import { open } from '../../../platform';
import { Cell, Group, Source } from '../../../ui';
import { conductName } from './statements';

/** What follows from cheating and from false papers, read before one hands in; every breach is one tap away. */
export function ConductRules({ notice }: { notice: Notice }) {
  const { conduct } = notice;
  if (!conduct) return null;
  const rules = [
    ...(conduct.falseMaterial ? [{ text: conduct.falseMaterial.value, source: conduct.falseMaterial.source }] : []),
    ...conduct.tiers.map(({ text, source }) => ({ text, source })),
  ];
  return (
    <Group title={conductName(notice)}>
      <View className="conduct-rules">
        {rules.map(({ text, source }) => (
          <Source key={text} of={source}>
            {text}
          </Source>
        ))}
      </View>
      <Cell
        id="read-conduct"
        title="哪些行为会这样处理"
        value="看全文"
        onTap={() => open('/packages/notice/references/index', { id: notice.id })}
      />
    </Group>
  );
}
