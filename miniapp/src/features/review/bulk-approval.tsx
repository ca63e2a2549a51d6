import { applications } from '@jikaotong/shared/contract';
import { refusalSentence } from '@jikaotong/shared/words';
import { useState } from 'react';
import { type Refusal, call, knownRefusal, useCommand } from '../../platform';
import { type SkippedItem, BigButton, BulkReport } from '../../ui';
import { bulkApprovable } from './bulk-approvable';

type Props = { ids: readonly string[]; onDone: () => void };
type Report = { readonly approved: number; readonly left: readonly SkippedItem[] };

/**
 * Approves several: each is fetched in its present version first, and only those that raise no question go through;
 * the others stay in the queue for somebody to look at.
 */
export function BulkApproval({ ids, onDone }: Props) {
  const approve = useCommand(applications.approveApplications);
  const [checked, setChecked] = useState<number | null>(null);
  const [report, setReport] = useState<Report | null>(null);

  const run = async () => {
    const approvable: { id: string; version: number }[] = [];
    const left: SkippedItem[] = [];
    for (const [place, id] of ids.entries()) {
      setChecked(place + 1);
      const reply = await call(applications.getReview, { params: { id } });
      const verdict = reply.ok
        ? bulkApprovable(reply.data)
        : { id, name: '', why: refusalSentence(reply.code, reply.data) };
      if ('why' in verdict) left.push(verdict);
      else approvable.push(verdict);
    }
    setChecked(null);
    if (approvable.length === 0) {
      setReport({ approved: 0, left });
      return;
    }
    const reply = await approve.run({ body: { items: approvable.map(({ id, version }) => ({ id, version })) } });
    if (!reply.ok) {
      setReport({ approved: 0, left: [...left, { id: '', name: '', why: sentenceOf(reply.code, reply.data) }] });
      return;
    }
    const refused = reply.data.results.filter(({ code }) => code !== 'ok');
    setReport({
      approved: reply.data.results.length - refused.length,
      left: [...left, ...refused.map(({ id, code }) => ({ id, name: '', why: refusalSentence(knownRefusal(code)) }))],
    });
  };
  const busy = checked !== null || approve.busy;
  const text = checked === null ? `通过这 ${ids.length} 份` : `正在核对 ${checked}/${ids.length}`;
  return (
    <>
      <BigButton id="bulk-approve" text={approve.busy ? '正在通过' : text} busy={busy} onTap={() => void run()} />
      {report ? (
        <BulkReport done={{ count: report.approved, told: '考生会收到缴费通知' }} left={report.left} onClose={onDone} />
      ) : null}
    </>
  );
}

const sentenceOf = (code: Refusal['code'], data: Readonly<Record<string, unknown>>): string =>
  code === 'offline' ? '网络连接不上，没有通过任何一份，请重试' : refusalSentence(code, data);
