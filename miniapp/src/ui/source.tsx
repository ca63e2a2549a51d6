import type { Clause } from '@jikaotong/shared/kernel';
import { assumptionWords } from '@jikaotong/shared/words';
import { Text, View } from '@tarojs/components';
import { type PropsWithChildren, createContext, useContext, useState } from 'react';
import { Tappable } from './tappable';
import './source.scss';

/** The words of a notice, in a clause. */
export type Quoted = Extract<Clause, { clause: string }>;

/** Shows the words where they are printed; a screen that knows its notice provides it, else no such way is offered. */
export const OriginalContext = createContext<((quoted: Quoted) => void) | null>(null);

/** Whether the one 依据 of the card around is unfolded; null outside of such a card. */
const OneSourceContext = createContext<boolean | null>(null);

/** A card with one 依据 for everything in it, at its end: unfolded, each thing shows its own clause. */
export function OneSource({ children }: PropsWithChildren) {
  const [open, setOpen] = useState(false);
  return (
    <OneSourceContext.Provider value={open}>
      {children}
      <View className="source__all">
        <SourceTap open={open} onTap={() => setOpen(!open)} />
      </View>
    </OneSourceContext.Provider>
  );
}

/** Where something comes from: what it is about at the left, a small 依据 at the right that unfolds clause and words. */
export function Source({ of: clause, children }: PropsWithChildren<{ of: Clause }>) {
  const [isOpen, setOpen] = useState(false);
  const around = useContext(OneSourceContext);
  const open = around ?? isOpen;
  return (
    <View className="source">
      <View className="source__line">
        <View className="source__about">{children}</View>
        {around === null ? <SourceTap open={open} onTap={() => setOpen(!open)} /> : null}
      </View>
      {open ? <SourceText of={clause} /> : null}
    </View>
  );
}

const SourceTap = ({ open, onTap }: { open: boolean; onTap: () => void }) => (
  <Tappable className="source__tap" expanded={open} label={open ? '收起依据' : '看依据'} onTap={onTap}>
    <Text>依据</Text>
    <Text className={open ? 'source__mark source__mark--open' : 'source__mark'} />
  </Tappable>
);

/**
 * The clause and its quote, unfolded, and the way to where it is printed; of an assumption how it is handled, for staff
 * with the whole reason.
 */
export function SourceText({ of: clause, forStaff = false }: { of: Clause; forStaff?: boolean }) {
  const showOriginal = useContext(OriginalContext);
  if ('assumed' in clause) {
    const handling = forStaff ? clause.assumed : assumptionWords(clause.assumed);
    return (
      <View className="source__text">
        <View className="source__clause">通知没有写明，{handling ? '由机构按下面的办法处理' : '由机构决定'}</View>
        {handling ? <View>{handling}</View> : null}
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
