import { useState } from 'react';
import { Group, ProseField } from '../../ui';
import type { AskProps } from '../list';

/** Why awards stay as they are though their ranks were corrected. */
export function KeepNeeds({ onChange }: AskProps) {
  const [reason, setReason] = useState('');
  return (
    <Group>
      <ProseField
        id="keep-reason"
        label="维持的原因"
        value={reason}
        maxlength={200}
        hint="例如组委会哪天的决定。名次再有变化时，会再问一次。"
        onChange={(text) => {
          setReason(text);
          onChange(text.trim() === '' ? null : { reason: text.trim() });
        }}
      />
    </Group>
  );
}
