import { type AwardBoardView, awards } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { type Refusal, openFile } from '../../platform';
import { BigButton, Cell, Choices, Group, RefusalMessage, Sheet, TextField } from '../../ui';

/** What each giver gives, as a list to hand to it. */
export function GiverLists({ board }: { board: AwardBoardView }) {
  const [opened, setOpened] = useState<{ readonly giver: string | null } | null>(null);
  const given = board.awards.filter(({ lines }) => lines.some(({ state }) => state === 'given'));
  const givers = [...new Set(given.map(({ giver }) => giver))];
  return (
    <Group title="给颁发单位的名单（PDF）" foot="每个颁发单位一份，写明奖项、条款和颁发要用的信息。">
      {givers.map((giver, at) => (
        <Cell
          key={giver ?? ''}
          id={`giver-list-${at + 1}`}
          title={giver ?? NO_GIVER}
          note={`${given.filter((award) => award.giver === giver).length}种奖项`}
          onTap={() => setOpened({ giver })}
        />
      ))}
      {opened ? <GiverSheet noticeId={board.noticeId} giver={opened.giver} onClose={() => setOpened(null)} /> : null}
    </Group>
  );
}

const NO_GIVER = '按有关政策';
type Way = 'masked' | 'open';
const WAYS: readonly { readonly key: Way; readonly text: string; readonly note: string }[] = [
  { key: 'masked', text: '遮住个人信息', note: '姓名、证件号码、手机号和账号只留一部分' },
  { key: 'open', text: '完整的个人信息', note: '要写明用途，记入操作记录' },
];

function GiverSheet({ noticeId, giver, onClose }: { noticeId: string; giver: string | null; onClose: () => void }) {
  const [way, setWay] = useState<Way>('masked');
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const lacks = way === 'open' && reason.trim() === '';
  const take = async () => {
    setBusy(true);
    const query = { ...(giver !== null && { giver }), ...(way === 'open' && { reason: reason.trim() }) };
    const reply = await openFile(
      awards.printGiverList,
      { params: { id: noticeId }, query },
      { name: `${giver ?? NO_GIVER}奖项名单`, kind: 'pdf' },
    );
    setBusy(false);
    if (reply.ok) onClose();
    else setRefusal(reply);
  };
  return (
    <Sheet
      title={giver ?? NO_GIVER}
      onClose={onClose}
      action={
        <BigButton
          id="take-giver-list"
          text={lacks ? '请先写用途' : '下载名单'}
          busy={busy}
          disabled={lacks}
          onTap={() => void take()}
        />
      }
    >
      <Choices<Way> label="个人信息" options={WAYS} value={way} onChoose={setWay} />
      {way === 'open' ? (
        <TextField id="giver-list-reason" label="用途" maxlength={200} value={reason} onChange={setReason} />
      ) : null}
      <RefusalMessage refusal={refusal} />
    </Sheet>
  );
}
