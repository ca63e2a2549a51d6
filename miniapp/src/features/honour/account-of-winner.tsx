import { type AwardAccountView, type BodyOf, awardAccounts, files } from '@jikaotong/shared/contract';
import { fullDayWords, yuanWords } from '@jikaotong/shared/words';
import { useState } from 'react';
import {
  type LocalFile,
  type Refusal,
  chooseDocument,
  reloadScreens,
  toast,
  upload,
  useAnswer,
  useCommand,
  viewFile,
} from '../../platform';
import { BankAccountSheet, Cell, Group, Loaded, NoticeBar, Sheet } from '../../ui';

type Props = { awardId: string; onClose: () => void };

/** Where the money of a winner goes: as they told it, or as staff note it from a signed form. */
export function AccountOfWinner({ awardId, onClose }: Props) {
  const answer = useAnswer(awardAccounts.getAwardAccount, { params: { id: awardId } });
  if (answer.state !== 'ready')
    return (
      <Sheet title="收款账户" onClose={onClose}>
        <Loaded answer={answer}>{() => null}</Loaded>
      </Sheet>
    );
  const { name, fen, account } = answer.data;
  return account?.byWinner ? (
    <Sheet title={`${name}的收款账户`} onClose={onClose}>
      <Group title={`奖金合计 ${yuanWords(fen)}（税前）`}>
        <Cell
          title={`${account.holder} ${account.numberMasked}`}
          note={`${account.bank}，${fullDayWords(account.on)}选手本人填写`}
        />
      </Group>
      <NoticeBar tone="info">选手本人填写的，要改请选手在手机上改。</NoticeBar>
    </Sheet>
  ) : (
    <NoteAccount awardId={awardId} of={answer.data} onClose={onClose} />
  );
}

type Noted = Omit<BodyOf<typeof awardAccounts.noteAwardAccount>, 'scanFileId'>;

function NoteAccount({ awardId, of: { name, fen, account }, onClose }: Props & { of: AwardAccountView }) {
  const note = useCommand(awardAccounts.noteAwardAccount);
  const [scan, setScan] = useState<LocalFile | null>(null);
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const send = async (told: Noted): Promise<Refusal | null> => {
    if (!scan) return null;
    const sent = await upload(files.uploadFile, { query: { purpose: 'document' } }, scan);
    if (!sent.ok) return sent;
    const reply = await note.run({ params: { id: awardId }, body: { ...told, scanFileId: sent.data.id } });
    if (!reply.ok) return reply;
    toast('已登记');
    await reloadScreens();
    onClose();
    return null;
  };
  const save = async (told: Noted) => {
    setSending(true);
    setRefusal(await send(told));
    setSending(false);
  };
  return (
    <BankAccountSheet
      title={`${name}的收款账户`}
      holderLabel="户名（选手本人姓名）"
      known={account ?? { holder: name, bank: '' }}
      lacks={scan === null ? '请上传选手签了字的表' : null}
      busy={sending}
      refusal={refusal}
      onSave={(told) => void save(told)}
      onClose={onClose}
    >
      <Group
        title={`奖金合计 ${yuanWords(fen)}（税前）`}
        foot="照选手签了字的表填写，表的照片或扫描件一起保存，登记的人记入操作记录。"
      >
        {account?.scan ? (
          <Cell
            id="see-account-form"
            title="看已登记的签字表"
            note={`${account.numberMasked}，${fullDayWords(account.on)}登记`}
            onTap={() => account.scan && void viewFile(account.scan)}
          />
        ) : null}
        <Cell
          id="choose-account-form"
          title={scan ? '已选择签字表' : '上传签字表（必须）'}
          note="图片或 PDF，10 MB 以内"
          value={scan ? '更换' : undefined}
          onTap={() => void chooseDocument().then((picked) => picked && setScan(picked))}
        />
      </Group>
    </BankAccountSheet>
  );
}
