import { type CounterView, counter } from '@jikaotong/shared/contract';
import { isLocalDate } from '@jikaotong/shared/kernel';
import { fullDayWords } from '@jikaotong/shared/words';
import { useState } from 'react';
import { type Refusal, openFile } from '../../platform';
import { BigButton, Cell, Check, Group, NoticeBar, RefusalMessage, Sheet } from '../../ui';

const PAPER = '放弃保留成绩声明';

type Props = {
  application: CounterView['application'];
  /** What `passes-kept` says. */
  kept: Refusal['data'];
  busy: boolean;
  onClose: () => void;
  onSigned: () => void;
};

/** Somebody at the counter keeps passes that a new application gives up: only who has signed that is taken. */
export function ForfeitSheet({ application: { id, candidate }, kept, busy, onClose, onSigned }: Props) {
  const [signed, setSigned] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { until } = kept;
  const print = async () => {
    const name = `${candidate.name ?? ''}-${PAPER}`;
    const params = { id, document: 'forfeit-letter' };
    const reply = await openFile(counter.downloadCounterForm, { params }, { name, kind: 'pdf' });
    setRefusal(reply.ok ? null : reply);
  };
  return (
    <Sheet
      title="考生有保留的合格成绩"
      onClose={onClose}
      action={
        <BigButton
          id="forfeit-signed"
          text="放弃成绩，确认受理"
          tone="danger"
          busy={busy}
          waitsFor={!signed && '请先让考生签名，再勾选'}
          onTap={onSigned}
        />
      }
    >
      <NoticeBar
        tone="warn"
        title={`${typeof until === 'string' && isLocalDate(until) ? `到${fullDayWords(until)}，` : ''}可以只补考没有合格的科目`}
      >
        按通知，重新报名同一项目，保留的成绩作废，不能恢复，全部科目都要重新考、重新交费。请先问考生：要补考的，不要受理这份报名，请考生在手机上报名补考。
      </NoticeBar>
      <RefusalMessage refusal={refusal} />
      <Group title="考生仍要重新报名的">
        <Cell
          id="print-forfeit"
          title={PAPER}
          note="打印后由本人手写签名，收下原件"
          value="PDF"
          onTap={() => void print()}
        />
        <Check id="forfeit-paper" text="考生已在声明上签名，原件已收下" checked={signed} onChange={setSigned} />
      </Group>
    </Sheet>
  );
}
