import { type StaffEntryView, contests } from '@jikaotong/shared/contract';
import { acceptanceWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { useCommand } from '../../platform';
import { type SkippedItem, BigButton, RefusalMessage, BulkReport } from '../../ui';

/** As many as one acceptance of several takes. */
export const MOST = 200;

type Props = { noticeId: string; entries: readonly StaffEntryView[]; onDone: () => void };

/** Accepts several at once, as they stood when staff looked at them; the rest is named one by one. */
export function BulkAcceptance({ noticeId, entries, onDone }: Props) {
  const accept = useCommand(contests.acceptEntries);
  const [report, setReport] = useState<{ readonly count: number; readonly left: readonly SkippedItem[] } | null>(null);
  const run = async () => {
    const items = entries.map(({ id, version }) => ({ id, version }));
    const reply = await accept.run({ params: { id: noticeId }, body: { items } });
    if (!reply.ok) return;
    const names = new Map(entries.map(({ id, name }) => [id, name]));
    const left = reply.data.results.filter(({ code }) => code !== 'accepted');
    setReport({
      count: reply.data.results.length - left.length,
      left: left.map(({ id, code }) => ({ id, name: names.get(id) ?? '', why: acceptanceWord(code) })),
    });
  };
  return (
    <>
      <RefusalMessage refusal={accept.refusal} />
      <BigButton
        id="bulk-accept"
        text={entries.length === 0 ? '请勾选要一起通过的' : `通过这 ${entries.length} 份`}
        disabled={entries.length === 0}
        busy={accept.busy}
        onTap={() => void run()}
      />
      {report ? (
        <BulkReport done={{ count: report.count, told: '选手会收到消息' }} left={report.left} onClose={onDone} />
      ) : null}
    </>
  );
}
