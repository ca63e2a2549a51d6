import { type StageEntrantView, type StagePart, type StageStanding, stages } from '@jikaotong/shared/contract';
import { markSourceWord, stageNoteWord, unrankedWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { reloadScreens, toast, useAnswer, useCommand } from '../../platform';
import {
  BigButton,
  Cell,
  Choices,
  Group,
  Loaded,
  NoticeBar,
  ProseField,
  RefusalMessage,
  Sheet,
  TextButton,
  TextField,
} from '../../ui';
import { useToday } from '../demonstration';
import { momentWords } from '../staff';

type Props = { stageId: string; number: number; mayMark: boolean; mayStand: boolean; onClose: () => void };

/** One entrant after the other: marks, how they stood, and all that was noted before. */
export function NoteSheet({ stageId, number: first, mayMark, mayStand, onClose }: Props) {
  const [number, setNumber] = useState(first);
  const answer = useAnswer(stages.getStageEntrant, { params: { id: stageId, number } });
  if (answer.state !== 'ready')
    return (
      <Sheet title={`${number}号`} onClose={onClose}>
        <Loaded answer={answer}>{() => null}</Loaded>
      </Sheet>
    );
  const { next } = answer.data;
  return (
    <NoteForm
      key={number}
      stageId={stageId}
      of={answer.data}
      mayMark={mayMark}
      mayStand={mayStand}
      onNext={() => (next === null ? onClose() : setNumber(next))}
      onClose={onClose}
    />
  );
}

const PARTS = ['theory', 'skill'] as const;
const STANDINGS = ['present', 'absent', 'disqualified', 'withdrawn'] as const;

type FormProps = Omit<Props, 'number'> & { of: StageEntrantView; onNext: () => void };

function NoteForm({ stageId, of, mayMark, mayStand, onNext, onClose }: FormProps) {
  const [typed, setTyped] = useState<Readonly<Record<StagePart, string>>>({ theory: '', skill: '' });
  const [standing, setStanding] = useState<StageStanding | null>(of.standing === 'unnoted' ? null : of.standing);
  const [standsOtherwise, setStandsOtherwise] = useState(false);
  const [reason, setReason] = useState('');
  const [witness, setWitness] = useState('');
  const mark = useCommand(stages.keyStageMark);
  const stand = useCommand(stages.noteStanding);
  const params = { id: stageId, number: of.number };
  const why = reason.trim() === '' ? null : reason.trim();
  const save = async () => {
    let { version } = of;
    for (const part of PARTS) {
      const text = typed[part].trim();
      if (text === '') continue;
      const reply = await mark.run({ params, body: { part, mark: text, version, reason: why } });
      if (!reply.ok) return;
      version = reply.data.version;
      setTyped((before) => ({ ...before, [part]: '' }));
    }
    if (standsOtherwise && standing !== null) {
      const seen = witness.trim() === '' ? null : witness.trim();
      const reply = await stand.run({ params, body: { standing, version, reason: why, witness: seen } });
      if (!reply.ok) return;
    }
    toast(`${of.number}号已保存`);
    await reloadScreens();
    onNext();
  };
  const busy = mark.busy || stand.busy;
  const nothing = PARTS.every((part) => typed[part].trim() === '') && (!standsOtherwise || standing === null);
  return (
    <Sheet
      title={`${of.number}号　${of.name}`}
      onClose={onClose}
      action={
        mayMark || mayStand ? (
          <BigButton
            id="save-note"
            text={of.next === null ? '保存' : '保存，下一名'}
            busy={busy}
            waitsFor={nothing && !busy && '请先填成绩或情况'}
            onTap={() => void save()}
          />
        ) : undefined
      }
    >
      {of.unit ? <NoticeBar tone="info">{of.unit}</NoticeBar> : null}
      {of.published ? (
        <NoticeBar tone="warn">成绩已经公布。改动要写原因，经第二人核对后重新公布，才会通知有关选手。</NoticeBar>
      ) : null}
      {mayMark
        ? PARTS.map((part) => (
            <TextField
              key={part}
              id={`mark-${part}`}
              label={`${stageNoteWord(part)}${of[part] === null ? '' : `（现在 ${of[part]}${of.open.includes(part) ? '，待核对' : ''}）`}`}
              value={typed[part]}
              placeholder="0 到 100"
              type="digit"
              maxlength={6}
              onChange={(text) => setTyped((before) => ({ ...before, [part]: text }))}
            />
          ))
        : null}
      <RefusalMessage refusal={mark.refusal} />
      {mayStand ? (
        standsOtherwise ? (
          <Choices
            label="到场情况"
            options={STANDINGS.map((key) => ({ key, text: unrankedWord(key) }))}
            value={standing}
            onChoose={setStanding}
          />
        ) : (
          <TextButton
            id="stands-otherwise"
            text={`登记到场情况（现在：${unrankedWord(of.standing)}${of.open.includes('standing') ? '，待核对' : ''}）`}
            onTap={() => setStandsOtherwise(true)}
          />
        )
      ) : null}
      {standsOtherwise && standing === 'withdrawn' ? (
        <NoticeBar tone="warn">另一位工作人员核对以后，还没用到的座位、准考证和抽签位置一并收回。</NoticeBar>
      ) : null}
      {of.published || standsOtherwise ? (
        <ProseField id="note-reason" label="原因" value={reason} maxlength={200} onChange={setReason} />
      ) : null}
      {standsOtherwise && standing === 'disqualified' ? (
        <TextField id="note-witness" label="见证人" value={witness} maxlength={100} onChange={setWitness} />
      ) : null}
      <RefusalMessage refusal={stand.refusal} />
      <Notes of={of} />
    </Sheet>
  );
}

function Notes({ of: { notes } }: { of: StageEntrantView }) {
  const today = useToday();
  if (notes.length === 0) return null;
  return (
    <Group title="登记记录">
      {notes.map(({ part, points, standing, reason, witness, source, byName, at, confirmedByName }) => (
        <Cell
          key={at + part}
          title={`${stageNoteWord(part)} ${points ?? (standing ? unrankedWord(standing) : '')}`}
          note={[
            `${byName} ${momentWords(at, today)} ${markSourceWord(source)}`,
            confirmedByName === null ? '' : `${confirmedByName} 已核对`,
            reason === null ? '' : `原因：${reason}`,
            witness === null ? '' : `见证人：${witness}`,
          ]
            .filter(Boolean)
            .join('；')}
        />
      ))}
    </Group>
  );
}
