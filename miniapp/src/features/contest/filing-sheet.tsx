import { contests, files } from '@jikaotong/shared/contract';
import { parseLocalDate } from '@jikaotong/shared/kernel';
import type { StageCode } from '@jikaotong/shared/notice';
import { useState } from 'react';
import {
  type LocalFile,
  type Refusal,
  chooseDocument,
  reloadScreens,
  toast,
  upload,
  useCommand,
  viewFile,
} from '../../platform';
import { BigButton, Cell, DayField, Group, RefusalMessage, Sheet, TextField } from '../../ui';
import { useToday } from '../demonstration';
import type { Filing } from './filing-cell';

type Props = { noticeId: string; stage: StageCode; filed: Filing['filed']; onClose: () => void };

/** Notes a receipt: when, its number or words, and the receipt itself as a picture or a PDF. */
export function FilingSheet({ noticeId, stage, filed, onClose }: Props) {
  const today = useToday();
  const save = useCommand(contests.fileStagePapers);
  const [day, setDay] = useState<string | null>(today);
  const [receipt, setReceipt] = useState('');
  const [file, setFile] = useState<LocalFile | null>(null);
  const [asked, setAsked] = useState(false);
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const on = day === null ? null : parseLocalDate(day);
  const isEmpty = receipt.trim() === '' && file === null;
  const send = async (): Promise<Refusal | null> => {
    if (!on?.ok || isEmpty) return null;
    const sent = file ? await upload(files.uploadFile, { query: { purpose: 'document' } }, file) : null;
    if (sent && !sent.ok) return sent;
    const words = receipt.trim() === '' ? null : receipt.trim();
    const body = { on: on.value, receipt: words, fileId: sent?.data.id ?? null };
    const reply = await save.run({ params: { id: noticeId, stage }, body });
    if (!reply.ok) return reply;
    toast('已登记');
    await reloadScreens();
    onClose();
    return null;
  };
  const go = async () => {
    setAsked(true);
    setSending(true);
    setRefusal(await send());
    setSending(false);
  };
  return (
    <Sheet
      title="登记备案回执"
      onClose={onClose}
      action={<BigButton id="save-filing" text="登记" busy={sending} onTap={() => void go()} />}
    >
      {filed?.file ? (
        <Group>
          <Cell id="see-receipt" title="看已上传的回执" onTap={() => filed.file && void viewFile(filed.file)} />
        </Group>
      ) : null}
      <DayField
        id="filing-day"
        label="备案日期"
        value={day}
        latest={today}
        startAt={today}
        error={asked && !on?.ok ? '请选择日期' : null}
        onChange={setDay}
      />
      <TextField
        id="filing-receipt"
        label="回执编号或回执内容"
        value={receipt}
        maxlength={120}
        error={asked && isEmpty ? '请填写回执编号，或上传回执' : null}
        onChange={setReceipt}
      />
      <Group>
        <Cell
          id="choose-receipt"
          title={file ? '已选择回执' : '上传回执照片或文件'}
          note="图片或 PDF，10 MB 以内"
          value={file ? '更换' : undefined}
          onTap={() => void chooseDocument().then((picked) => picked && setFile(picked))}
        />
      </Group>
      <RefusalMessage refusal={refusal} />
    </Sheet>
  );
}
