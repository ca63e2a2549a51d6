import type { PhotoRule } from '@jikaotong/shared/notice';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Group, Source, TextButton } from '../../../ui';
import { Poses } from './poses';

const BACKGROUNDS = { white: '白色背景', blue: '蓝色背景', red: '红色背景' } as const;

/** How to pose, drawn before the camera; the printed words are one tap away, for the reviewer goes by them. */
export function PosingRules({ rule }: { rule: PhotoRule }) {
  const [all, setAll] = useState(false);
  const [first] = rule.posing;
  const words = [
    ...(rule.background ? [BACKGROUNDS[rule.background.value]] : []),
    ...rule.posing.map(({ text }) => text),
  ];
  if (words.length === 0) return null;
  const asked = [...(rule.background ? ['background'] : []), ...rule.posing.map(({ code }) => code)];
  return (
    <Group title={rule.background ? `站在${BACKGROUNDS[rule.background.value].slice(0, 2)}的墙前拍` : '怎么拍'}>
      <View className="posing">
        <Poses asked={asked} background={rule.background?.value ?? 'white'} />
        {all ? (
          <>
            {words.map((text) => (
              <View key={text} className="posing__line">
                {text}
              </View>
            ))}
            {first ? <Source of={(rule.background ?? first).source}>以通知所列为准</Source> : null}
          </>
        ) : (
          <TextButton id="all-posing" text={`看通知写的 ${words.length} 条要求`} onTap={() => setAll(true)} />
        )}
      </View>
    </Group>
  );
}
