import { collectionMethodWord } from '@jikaotong/shared/words';
import { useEffect, useState } from 'react';
import { Choices, Group } from '../../ui';
import type { AskProps } from '../list';

type Way = 'in-person' | 'unit-list';
const WAYS: readonly Way[] = ['in-person', 'unit-list'];

/** By whom those on the signed list were fetched. */
export function CollectNeeds({ onChange }: AskProps) {
  const [method, setMethod] = useState<Way>('in-person');
  useEffect(() => onChange({ method }), [method, onChange]);
  return (
    <Group title="按签收表登记，谁来领的">
      <Choices
        label="领取方式"
        options={WAYS.map((key) => ({ key, text: collectionMethodWord(key) }))}
        value={method}
        onChoose={setMethod}
      />
    </Group>
  );
}
