import { MOST_EVIDENCE, objections } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { type Refusal, chooseDocument, toast, upload } from '../../platform';
import { Cell, Group, RefusalMessage } from '../../ui';

/** Lays photos or documents beside an objection, one at a time. */
export function Evidence({ receipt, files }: { receipt: string; files: number }) {
  const [count, setCount] = useState(files);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const add = async () => {
    const file = await chooseDocument();
    if (!file) return;
    setBusy(true);
    const sent = await upload(objections.addEvidence, { query: { receipt } }, file);
    setBusy(false);
    setRefusal(sent.ok ? null : sent);
    if (!sent.ok) return;
    setCount(sent.data.files);
    toast('已添加');
  };
  return (
    <Group title="证据" foot={`照片或 PDF，最多 ${MOST_EVIDENCE} 个；没有也可以。`}>
      {count < MOST_EVIDENCE ? (
        <Cell
          id="add-evidence"
          title={busy ? '正在上传…' : '添加照片或文件'}
          value={`已有 ${count} 个`}
          {...(busy ? {} : { onTap: () => void add() })}
        />
      ) : (
        <Cell title="已添加证据" value={`${count} 个`} />
      )}
      <RefusalMessage refusal={refusal} />
    </Group>
  );
}
