import type { Clause } from '@jikaotong/shared/kernel';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Tappable } from './tappable';
import './source.scss';

/** Where something comes from: a small 依据 that unfolds to the clause and its words. */
export function Source({ of: clause }: { of: Clause }) {
  const [open, setOpen] = useState(false);
  return (
    <View className="source">
      <Tappable className="source__tap" expanded={open} onTap={() => setOpen(!open)}>
        <Text>{open ? '收起依据' : '依据'}</Text>
        <Text className={open ? 'source__mark source__mark--open' : 'source__mark'} />
      </Tappable>
      {open ? <SourceText of={clause} /> : null}
    </View>
  );
}

/** The clause and its quote, unfolded. */
export function SourceText({ of: clause }: { of: Clause }) {
  if ('assumed' in clause) {
    return (
      <View className="source__text">
        <View className="source__clause">通知未写明，按以下理由设定，由工作人员确认</View>
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
