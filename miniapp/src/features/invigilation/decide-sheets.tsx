import { type DoorCountsView, attendance, invigilation } from '@jikaotong/shared/contract';
import { timeAt } from '@jikaotong/shared/kernel';
import { attendanceWayWord, differingFacts, differingTodo, doorConflictWords } from '@jikaotong/shared/words';
import { type ComponentProps, type ReactNode, useState } from 'react';
import { useCommand } from '../../platform';
import { BigButton, Choices, NoticeBar, RefusalMessage, Sheet, TextField } from '../../ui';
import type { Differing } from './differing-part';

type Conflict = DoorCountsView['conflicts'][number];

const PRESENT = { key: 'present', text: '改为到场' } as const;
const ABSENT = { key: 'absent', text: '改为缺考' } as const;
const AS_IT_STANDS = { key: 'as-it-stands', text: '维持现在的记录' } as const;
const NOW = { planned: '未到', present: '到场', absent: '缺考', void: '已取消' } as const;

const byWhich = ({ stands, standing }: Conflict): string =>
  stands
    ? `（${attendanceWayWord(stands.way)} ${timeAt(stands.at)}）`
    : standing === 'present' || standing === 'absent'
      ? '（按成绩推定）'
      : '';

/** What did not count by itself: how somebody stands from now on. `beside`: the other facts of the same seat. */
export function DecideConflict({
  conflict,
  beside,
  onClose,
}: {
  conflict: Conflict;
  beside: Differing | undefined;
  onClose: () => void;
}) {
  const decide = useCommand(invigilation.decideDoorAct);
  return (
    <DecideSheet
      title={doorConflictWords(conflict)}
      options={conflict.standing === null ? [AS_IT_STANDS] : [AS_IT_STANDS, PRESENT, ABSENT]}
      decide={decide}
      onDecide={async (as, reason) => (await decide.run({ params: { id: conflict.id }, body: { as, reason } })).ok}
      onClose={onClose}
    >
      <NoticeBar tone="info">
        {`${conflict.name ?? '没有考生'}，现在记的是：${conflict.standing === null ? '——' : NOW[conflict.standing]}${byWhich(conflict)}`}
      </NoticeBar>
      {beside ? (
        <NoticeBar tone="warn" title={differingFacts(beside)}>
          {differingTodo(beside)}
        </NoticeBar>
      ) : null}
      {conflict.words ? (
        <NoticeBar title={conflict.kind === 'objection' ? '考生说' : '记录的话'}>{conflict.words}</NoticeBar>
      ) : null}
    </DecideSheet>
  );
}

/** The door stands against a mark: only what the door noted is put right here. */
export function DecideDiffering({ of, onClose }: { of: Differing; onClose: () => void }) {
  const set = useCommand(attendance.setAttendance);
  return (
    <DecideSheet
      title={`${of.name}　${of.seat} 号`}
      options={[of.door?.state === 'absent' ? PRESENT : ABSENT]}
      decide={set}
      onDecide={async (as, reason) => (await set.run({ params: { id: of.sittingId }, body: { as, reason } })).ok}
      onClose={onClose}
    >
      <NoticeBar tone="warn" title={differingFacts(of)}>
        {differingTodo(of)}
      </NoticeBar>
    </DecideSheet>
  );
}

type SheetProps<K extends string> = {
  title: string;
  options: readonly { key: K; text: string }[];
  decide: { busy: boolean; refusal: ComponentProps<typeof RefusalMessage>['refusal'] };
  onDecide: (as: K, reason: string) => Promise<boolean>;
  onClose: () => void;
  children: ReactNode;
};

function DecideSheet<K extends string>({ title, options, decide, onDecide, onClose, children }: SheetProps<K>) {
  const [as, setAs] = useState<K | null>(null);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const go = async () => {
    setAsked(true);
    if (as === null || reason.trim() === '') return;
    if (await onDecide(as, reason.trim())) onClose();
  };
  return (
    <Sheet
      title={title}
      onClose={onClose}
      action={<BigButton id="decide-conflict" text="确定" busy={decide.busy} onTap={() => void go()} />}
    >
      <RefusalMessage refusal={decide.refusal} />
      {children}
      <Choices label="怎样处理" options={options} value={as} onChoose={setAs} />
      {asked && as === null ? <NoticeBar tone="stop">请选择怎样处理</NoticeBar> : null}
      <TextField
        id="decide-reason"
        label="依据"
        value={reason}
        placeholder="如：现场核对了身份证"
        maxlength={200}
        error={asked && reason.trim() === '' ? '请写明依据' : null}
        onChange={setReason}
      />
    </Sheet>
  );
}
