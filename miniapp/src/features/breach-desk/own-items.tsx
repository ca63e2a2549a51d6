import type { BodyConducts, BodyOf, bodyConducts } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton, Cell, Choices, Group, ProseField, SwitchRow } from '../../ui';

export type OwnItem = NonNullable<BodyOf<typeof bodyConducts.proposeConduct>['own']>[number];
type Items = BodyConducts['adoptable'][number]['items'];

/** What a body adds to a printed list: each with the weight by which the list says what follows. */
export function OwnItems({
  printed,
  own,
  onChange,
}: {
  printed: Items;
  own: readonly OwnItem[];
  onChange: (own: OwnItem[]) => void;
}) {
  const [text, setText] = useState('');
  const [tier, setTier] = useState<string | null>(null);
  const [afterWarning, setAfterWarning] = useState(false);
  const tiers = [...new Map(printed.map((item) => [item.tier, item.follows]))];
  const said = text.trim();
  const lacks =
    said === ''
      ? '请先写情形'
      : own.some((one) => one.text === said)
        ? '这一条已经加过'
        : tier === null && '请先选怎样处理';
  const add = () => {
    if (tier === null || lacks) return;
    onChange([...own, { tier: Number(tier), text: said, afterWarning }]);
    setText('');
    setTier(null);
    setAfterWarning(false);
  };
  return (
    <Group
      title="本机构另加的情形（选填）"
      foot="哪份通知都没有印的情形，可以加在这里；怎样处理，照上面那份清单同一档。"
    >
      {own.map((item, at) => (
        <Cell
          key={item.text}
          id={`own-item-${at}`}
          title={item.text}
          note={`${tiers.find(([number]) => number === item.tier)?.[1] ?? ''}${item.afterWarning ? '；经提醒不改的' : ''}`}
          value="删去"
          onTap={() => onChange(own.filter((one) => one !== item))}
        />
      ))}
      <ProseField id="own-text" label="什么情形" maxlength={200} value={text} onChange={setText} />
      <Choices
        label="怎样处理"
        options={tiers.map(([number, follows]) => ({ key: String(number), text: follows }))}
        value={tier}
        onChoose={setTier}
      />
      <SwitchRow id="own-warned" text="要先提醒，不改的才算" checked={afterWarning} onChange={setAfterWarning} />
      <View className="breach-desk__clause">
        <BigButton id="add-own" text="加上这一条" tone="plain" waitsFor={lacks} onTap={add} />
      </View>
    </Group>
  );
}
