import { collectionMethodWord } from '@jikaotong/shared/words';
import { useEffect, useState } from 'react';
import { Choices, Group, TextField } from '../../ui';
import type { AskProps } from '../list';

type Way = 'in-person' | 'unit-list';
const WAYS: readonly Way[] = ['in-person', 'unit-list'];

/** By whom those on the signed list were fetched. */
export function CollectNeeds({ onChange }: AskProps) {
  const [method, setMethod] = useState<Way>('in-person');
  const [agent, setAgent] = useState('');
  useEffect(
    () => onChange(method === 'in-person' ? { method } : agent.trim() === '' ? null : { method, agent: agent.trim() }),
    [method, agent, onChange],
  );
  return (
    <Group title="按签收表登记，谁来领的">
      <Choices
        label="领取方式"
        options={WAYS.map((key) => ({ key, text: collectionMethodWord(key) }))}
        value={method}
        onChoose={setMethod}
      />
      {method === 'unit-list' ? (
        <TextField
          id="collect-agent"
          label="单位经办人（在领证通知单上签名的人）"
          maxlength={60}
          value={agent}
          hint="先按“单位”筛选，核对经办人证件原件和签名，再登记"
          onChange={setAgent}
        />
      ) : null}
    </Group>
  );
}
