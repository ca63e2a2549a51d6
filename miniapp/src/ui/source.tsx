import type { Clause } from '@jikaotong/shared/kernel';
import { Text, View } from '@tarojs/components';
import { type PropsWithChildren, createContext, useContext, useState } from 'react';
import { Tappable } from './tappable';
import './source.scss';

/** The words of a notice, in a clause. */
export type Quoted = Extract<Clause, { clause: string }>;

/** Shows the words where they are printed; a screen that knows its notice provides it, else no such way is offered. */
export const OriginalContext = createContext<((quoted: Quoted) => void) | null>(null);

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

/** The clause and its quote, unfolded, and the way to where it is printed; of an assumption the reason. */
export function SourceText({ of: clause }: { of: Clause }) {
  const showOriginal = useContext(OriginalContext);
  if ('assumed' in clause) {
    return (
      <View className="source__text">
        <View className="source__clause">推定：通知没有写明，按下列理由处理，由机构确认</View>
        <View>{clause.assumed}</View>
      </View>
    );
  }
  const quote = 'clause' in clause ? (clause.corrected ?? clause.quote) : clause.quote;
  return (
    <View className="source__text">
      <View className="source__clause">{'clause' in clause ? `通知 ${clause.clause}` : clause.standard}</View>
      {quote ? <View>“{quote}”</View> : null}
      {'clause' in clause && showOriginal ? (
        <Tappable className="source__original" onTap={() => showOriginal(clause)}>
          <Text>看原文</Text>
        </Tappable>
      ) : null}
    </View>
  );
}
