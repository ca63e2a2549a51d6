import { type ReplyOf, objections } from '@jikaotong/shared/contract';
import { fullDayWords, objectionSubjectWord, ownObjectionStateWord, receiptWords } from '@jikaotong/shared/words';
import { dayAt, timeAt } from '@jikaotong/shared/kernel';
import { useState } from 'react';
import { type Refusal, call } from '../../platform';
import { BigButton, Cell, Group, Heading, NoticeBar, Page, RefusalMessage, TextField } from '../../ui';
import { Evidence } from './evidence';

type Answer = ReplyOf<typeof objections.lookUpObjection>;

const momentOf = (ms: number): string => `${fullDayWords(dayAt(ms))} ${timeAt(ms)}`;

/** Looks an objection up by its receipt. */
export function ObjectionAnswerScreen({ receipt: given }: { receipt: string }) {
  const [receipt, setReceipt] = useState(given);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [found, setFound] = useState<Answer | null>(null);
  const lookUp = async () => {
    if (receipt.trim() === '') return;
    setBusy(true);
    const reply = await call(objections.lookUpObjection, { body: { receipt } });
    setBusy(false);
    setRefusal(reply.ok ? null : reply);
    setFound(reply.ok ? reply.data : null);
  };
  return (
    <Page action={<BigButton id="look-up-objection" text="查询" busy={busy} onTap={() => void lookUp()} />}>
      <Heading title="查询异议答复">填写提交异议时得到的回执号。</Heading>
      <Group>
        <TextField id="objection-receipt" label="回执号" value={receipt} maxlength={24} onChange={setReceipt} />
      </Group>
      {refusal?.code === 'not-found' || refusal?.code === 'invalid-input' ? (
        <NoticeBar tone="stop">没有这个回执号，请逐位核对：以 YY 开头，共 14 位。</NoticeBar>
      ) : (
        <RefusalMessage refusal={refusal} />
      )}
      {found ? (
        <>
          <Group title={receiptWords(receipt.toUpperCase().replaceAll(/[\s-]/g, ''))}>
            <Cell title={ownObjectionStateWord(found.state)} note={found.sessionName} />
            <Cell title="准考证号" value={found.ticketNumber} />
            <Cell title="什么情况" value={objectionSubjectWord(found.subject)} />
            <Cell title="提交时间" value={momentOf(found.filedAt)} />
          </Group>
          {found.answer === null || found.decidedAt === null ? null : (
            <Group title="答复">
              <Cell title={found.answer} note={momentOf(found.decidedAt)} />
            </Group>
          )}
          {found.settlement === null || found.settledAt === null ? null : (
            <Group title="怎么处理的">
              <Cell title={found.settlement} note={momentOf(found.settledAt)} />
            </Group>
          )}
          {found.state === 'open' ? <Evidence key={receipt} receipt={receipt} files={found.files} /> : null}
        </>
      ) : null}
    </Page>
  );
}
