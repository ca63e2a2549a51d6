import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Refusal } from '../../platform';
import { BigButton, Check, RefusalMessage, Sheet, TextField } from '../../ui';

type Props = {
  /** Never shown: the clerk counts. */
  expected: number;
  refusal: Refusal | null;
  busy: boolean;
  onClose: () => void;
  onCount: (typed: number) => void;
};

/** “All of them seen”: only with the number that was counted by hand. */
export function CountedSheet({ expected, refusal, busy, onClose, onCount }: Props) {
  const [typed, setTyped] = useState('');
  const [declared, setDeclared] = useState(false);
  const [asked, setAsked] = useState(false);
  const isRight = typed.trim() !== '' && Number(typed.trim()) === expected;
  const go = () => {
    setAsked(true);
    if (isRight) onCount(expected);
  };
  return (
    <Sheet
      title="整批受理"
      onClose={onClose}
      action={
        <BigButton
          id="confirm-counted"
          text={typed.trim() === '' ? '请填清点的人数' : declared ? '确认受理' : '请勾选原件都看过'}
          busy={busy}
          disabled={typed.trim() === '' || !declared}
          onTap={go}
        />
      }
    >
      <View>请清点桌上的申报表和原件，数一数是几个人，把人数填在这里。</View>
      <TextField
        id="counted"
        label="清点的人数"
        type="number"
        maxlength={4}
        value={typed}
        error={asked && !isRight ? '和打勾的人数不一致，请再清点一遍' : null}
        onChange={(text) => {
          setTyped(text);
          setAsked(false);
        }}
      />
      <Check
        id="counted-seen"
        text="每个人的原件都看过，申报表都有本人签名"
        checked={declared}
        onChange={setDeclared}
      />
      <RefusalMessage refusal={refusal} />
    </Sheet>
  );
}
