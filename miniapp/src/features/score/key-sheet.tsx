import { type ReplyOf, results } from '@jikaotong/shared/contract';
import { offeringWords, subjectWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { toast, useAnswer, useCommand } from '../../platform';
import { BigButton, Loaded, NoticeBar, Phrases, RefusalMessage, Sheet, TextField } from '../../ui';

type Marks = ReplyOf<typeof results.getMarks>;
type Props = { sessionId: string; ticketNumber: string; onClose: () => void };

/** One candidate after the other: the marks as they stand, keyed in or keyed in again to confirm them. */
export function KeySheet({ sessionId, ticketNumber: first, onClose }: Props) {
  const [ticketNumber, setTicketNumber] = useState(first);
  const marks = useAnswer(results.getMarks, { params: { id: sessionId, ticketNumber } });
  if (marks.state !== 'ready')
    return (
      <Sheet title="录入成绩" onClose={onClose}>
        <Loaded answer={marks}>{() => null}</Loaded>
      </Sheet>
    );
  const { next } = marks.data;
  return (
    <KeyForm
      key={ticketNumber}
      sessionId={sessionId}
      of={marks.data}
      onDone={() => (next === null ? onClose() : setTicketNumber(next))}
      onClose={onClose}
    />
  );
}

const WORDS = ['缺考', '作弊', '免考', '取消'];

function KeyForm(props: { sessionId: string; of: Marks; onDone: () => void; onClose: () => void }) {
  const { sessionId, of, onDone, onClose } = props;
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [versions, setVersions] = useState<Readonly<Record<string, number>>>({});
  const command = useCommand(results.keyMark);
  const given = of.marks.filter(({ subject }) => (typed[subject] ?? '').trim() !== '');

  const save = async () => {
    for (const { subject, version } of given) {
      const mark = (typed[subject] ?? '').trim();
      const body = { ticketNumber: of.ticketNumber, subject, mark, version: versions[subject] ?? version };
      const reply = await command.run({ params: { id: sessionId }, body });
      if (!reply.ok) return;
      setVersions((before) => ({ ...before, [subject]: reply.data.version }));
    }
    toast(`${of.name} 已保存`);
    onDone();
  };
  return (
    <Sheet
      title={`${of.name}　${of.ticketNumber}`}
      onClose={onClose}
      action={
        of.published ? undefined : (
          <BigButton
            id="save-marks"
            text={of.next === null ? '保存' : '保存，下一名'}
            busy={command.busy}
            waitsFor={given.length === 0 && '请先填成绩'}
            onTap={() => void save()}
          />
        )
      }
    >
      <View>{offeringWords(of.offering)}</View>
      {of.published ? <NoticeBar tone="info">成绩已经发布，要更正请走成绩复核。</NoticeBar> : null}
      {of.held && !of.published ? (
        <NoticeBar tone="warn">这名考生的成绩待处理：查清后由另一名登分人录入成绩，或填“取消”。</NoticeBar>
      ) : null}
      {of.marks.map(({ subject, roomName, seat, mark, byName, confirmedByName }) => (
        <View key={subject}>
          <TextField
            id={`key-${subject}`}
            label={`${subjectWord(subject)}　${roomName} ${seat} 号`}
            value={typed[subject] ?? ''}
            placeholder="0 到 100"
            maxlength={8}
            disabled={of.published}
            hint={standing({ mark, byName, confirmedByName })}
            onChange={(text) => setTyped({ ...typed, [subject]: text })}
          />
          {of.published ? null : (
            <Phrases
              id={`word-${subject}`}
              phrases={WORDS}
              onChoose={(text) => setTyped({ ...typed, [subject]: text })}
            />
          )}
        </View>
      ))}
      <RefusalMessage refusal={command.refusal} />
      {of.published ? null : (
        <View className="marks__side">另一人录入相同的成绩，就算核对过；不同的会作为更正记下。</View>
      )}
    </Sheet>
  );
}

function standing({
  mark,
  byName,
  confirmedByName,
}: Pick<Marks['marks'][number], 'mark' | 'byName' | 'confirmedByName'>) {
  if (mark === '') return '还没有成绩';
  return `现在是 ${mark}（${byName ?? ''} 登${confirmedByName ? `，${confirmedByName} 核对` : '，还没有核对'}）`;
}
