import { type OrderView, files, orders } from '@jikaotong/shared/contract';
import { type LocalDate, parseLocalDate } from '@jikaotong/shared/kernel';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type LocalFile, type Refusal, chooseDocument, copy, toast, upload, useCommand } from '../../platform';
import { BigButton, Cell, DayField, Group, RefusalMessage, TextField } from '../../ui';
import { payeeLines } from '../notice';

type Props = {
  order: OrderView;
  today: LocalDate;
  /** Whether the voucher is being handed in. */
  claiming: boolean;
  onClaim: (claiming: boolean) => void;
};

/** Paying by bank transfer: the account copied as one, and the voucher handed in. */
export function Transfer({ order, today, claiming, onClaim }: Props) {
  const { payee } = order;
  if (!payee) return null;
  const lines = payeeLines(payee);
  return (
    <>
      <Group title="银行转账">
        {lines.map(([name, value]) => (
          <Cell key={name} title={name} value={value} />
        ))}
        <Cell title="缴费单号" note="转账附言里写上，到账后能更快找到您的这一笔" value={order.number} />
        <View className="order__keys">
          <BigButton
            id="copy-account"
            text="复制全部账户信息"
            tone="plain"
            onTap={() => void copy(lines.map(([name, value]) => `${name}：${value}`).join('\n'))}
          />
          {claiming ? null : (
            <BigButton id="claim-transfer" text="我已转账，上传凭证" tone="plain" onTap={() => onClaim(true)} />
          )}
        </View>
      </Group>
      {claiming ? <Voucher order={order} today={today} onDone={() => onClaim(false)} /> : null}
    </>
  );
}

function Voucher({ order, today, onDone }: { order: OrderView; today: LocalDate; onDone: () => void }) {
  const [file, setFile] = useState<LocalFile | null>(null);
  const [paidOn, setPaidOn] = useState<string | null>(today);
  const [reference, setReference] = useState('');
  const [asked, setAsked] = useState(false);
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const claim = useCommand(orders.claimTransfer);

  const send = async () => {
    setAsked(true);
    const day = parseLocalDate(paidOn ?? '');
    if (!file || !day.ok) return;
    setSending(true);
    setRefusal(null);
    const sent = await upload(files.uploadFile, { query: { purpose: 'voucher' } }, file);
    if (sent.ok) {
      const words = reference.trim();
      const reply = await claim.run({
        params: { id: order.id },
        body: { fileId: sent.data.id, paidOn: day.value, ...(words ? { reference: words } : {}) },
      });
      if (reply.ok) {
        toast('凭证已提交');
        onDone();
      } else setRefusal(reply);
    } else setRefusal(sent);
    setSending(false);
  };
  return (
    <>
      <Group title="转账凭证">
        <Cell
          id="choose-voucher"
          title={file ? '已选择凭证' : '选择凭证照片或文件'}
          note={asked && !file ? '请选择转账成功的截图或回单' : '转账成功的截图或银行回单'}
          value={file ? '更换' : undefined}
          onTap={() => void chooseDocument().then((picked) => picked && setFile(picked))}
        />
        <DayField id="paid-on" label="转账日期" latest={today} startAt={today} value={paidOn} onChange={setPaidOn} />
        <TextField
          id="reference"
          label="流水号（选填）"
          value={reference}
          placeholder="回单上的交易流水号"
          maxlength={60}
          onChange={setReference}
        />
      </Group>
      <RefusalMessage refusal={refusal} />
      <View className="order__keys">
        <BigButton id="submit-voucher" text="提交凭证" busy={sending} onTap={() => void send()} />
        <BigButton id="cancel-voucher" text="取消" tone="plain" onTap={onDone} />
      </View>
    </>
  );
}
