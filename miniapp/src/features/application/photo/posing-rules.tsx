import type { PhotoRule } from '@jikaotong/shared/notice';
import { View } from '@tarojs/components';
import { Group, Source } from '../../../ui';

const BACKGROUNDS = { white: '白色背景', blue: '蓝色背景', red: '红色背景' } as const;

/** How to pose, shown before the camera; the reviewer returns a photo for the same reasons. */
export function PosingRules({ rule }: { rule: PhotoRule }) {
  const [first] = rule.posing;
  const words = [
    ...(rule.background ? [`${BACKGROUNDS[rule.background.value]}，如白墙前拍摄`] : []),
    ...rule.posing.map(({ text }) => text),
  ];
  if (words.length === 0) return null;
  return (
    <Group title="拍照要求">
      <View className="posing">
        {words.map((text) => (
          <View key={text} className="posing__line">
            {text}
          </View>
        ))}
        {first ? <Source of={(rule.background ?? first).source}>以通知所列为准</Source> : null}
      </View>
    </Group>
  );
}
