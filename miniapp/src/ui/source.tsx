import type { Clause } from '@jikaotong/shared/kernel';
import { Text, View } from '@tarojs/components';
import { type PropsWithChildren, useState } from 'react';
import { Tappable } from './tappable';
import './source.scss';

/** Where something comes from: what it is about at the left, a small 依据 at the right that unfolds clause and words. */
export function Source({ of: clause, children }: PropsWithChildren<{ of: Clause }>) {
  const [open, setOpen] = useState(false);
  return (
    <View className="source">
      <View className="source__line">
        <View className="source__about">{children}</View>
        <Tappable
          className="source__tap"
          expanded={open}
          label={open ? '收起依据' : '看依据'}
          onTap={() => setOpen(!open)}
        >
          <Text>依据</Text>
          <Text className={open ? 'source__mark source__mark--open' : 'source__mark'} />
        </Tappable>
      </View>
      {open ? <SourceText of={clause} /> : null}
    </View>
  );
}

/** The clause and its quote, unfolded. */
export function SourceText({ of: clause }: { of: Clause }) {
  if ('assumed' in clause) {
    return (
      <View className="source__text">
        <View className="source__clause">通知没有写明，按下列理由推定</View>
        <View>{clause.assumed}</View>
      </View>
    );
  }
  const quote = 'clause' in clause ? (clause.corrected ?? clause.quote) : clause.quote;
  return (
    <View className="source__text">
      <View className="source__clause">{'clause' in clause ? `通知 ${clause.clause}` : clause.standard}</View>
      {quote ? <View>“{quote}”</View> : null}
    </View>
  );
}
