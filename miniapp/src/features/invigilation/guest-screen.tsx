import { judgeGuest } from '@jikaotong/shared/rules/door';
import { breachWords, doorVerdictWords, examDayWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { confirm, toast } from '../../platform';
import { BigButton, Card, Choices, Group, NoticeBar, Page, PickField, ProseField, TextField } from '../../ui';
import { StandingTag } from './standing-tag';
import { GuestFacts } from './guest-facts';
import { type AtDoor, note } from './use-door';
import { BackToList, type InnerProps } from './inner-screen';
import './invigilation.scss';

/** One candidate at the door: in without phone or paper, out again with a reason, warned, or in breach. */
export function GuestScreen({ dutyId, door, sittingId, onBack }: InnerProps & { sittingId: string }) {
  const guest = door.list.guests.find((one) => one.sittingId === sittingId);
  if (!guest) return null;
  const verdict = judgeGuest({ guest, list: door.list, inside: door.inside, nowMs: door.nowMs() });
  const said = doorVerdictWords(verdict, door.list.day, examDayWords(door.list.duty.ofStage));
  const hasPhoto = !guest.notes.includes('no-photo');
  const letIn = async () => {
    const sure = await confirm({
      title: '核对好了吗',
      text: `${hasPhoto ? '照片和证件原件都是' : '身份证件原件是'} ${guest.name} 本人？`,
      yes: '是，入场',
    });
    if (!sure) return;
    note(dutyId, { kind: 'check-in', sittingId, way: 'name' });
    toast('已记入场');
  };
  return (
    <Page>
      <BackToList onBack={onBack} />
      <Card>
        <GuestFacts guest={guest} duty={door.list.duty} />
        <View className="door-centre">
          <StandingTag standing={door.inside.get(sittingId)} />
        </View>
      </Card>
      {verdict.code === 'enter' ? (
        <View className="door-go">
          <BigButton
            id="let-in-by-name"
            text={`没带手机，核对${hasPhoto ? '照片' : '身份证件'}后入场`}
            onTap={() => void letIn()}
          />
        </View>
      ) : null}
      {verdict.code === 'too-late' ? (
        <NoticeBar tone="stop" title={said.title}>
          {said.text}
        </NoticeBar>
      ) : null}
      {verdict.code === 'already-in' ? <Undo dutyId={dutyId} sittingId={sittingId} /> : null}
      <Breach dutyId={dutyId} sittingId={sittingId} door={door} />
    </Page>
  );
}

function Undo({ dutyId, sittingId }: { dutyId: string; sittingId: string }) {
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState(false);
  const undo = () => {
    setAsked(true);
    if (words.trim() === '') return;
    note(dutyId, { kind: 'undo', sittingId, words: words.trim() });
    toast('已撤销入场');
    setWords('');
    setAsked(false);
  };
  return (
    <Group title="记错了">
      <TextField
        id="undo-reason"
        label="撤销的原因"
        value={words}
        placeholder="如：点错了人"
        maxlength={200}
        error={asked && words.trim() === '' ? '请写明原因' : null}
        onChange={setWords}
      />
      <View className="door-go">
        <BigButton id="undo-check-in" text="撤销入场" tone="danger" onTap={undo} />
      </View>
    </Group>
  );
}

function Breach({ dutyId, sittingId, door }: { dutyId: string; sittingId: string; door: AtDoor }) {
  const [kind, setKind] = useState<'warning' | 'breach' | null>(null);
  const [item, setItem] = useState<string | null>(null);
  const [witness, setWitness] = useState('');
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState(false);
  const { items } = door.list;
  if (items.length === 0) return null;
  const chosen = items.find(({ code }) => code === item);
  const wasWarned = door.queue.waiting.some(
    (act) => act.kind === 'warning' && act.sittingId === sittingId && act.item === item,
  );
  const lacks = {
    item: item === null ? '请选择通知里印的那一条' : null,
    witness: kind === 'breach' && witness.trim() === '' ? '违规要有见证人' : null,
  };
  const record = () => {
    setAsked(true);
    if (kind === null || item === null || lacks.witness) return;
    note(dutyId, { kind, sittingId, item, witness: witness.trim(), words: words.trim() });
    toast(kind === 'warning' ? '已记提醒' : '已记违规');
    setKind(null);
    setItem(null);
    setWitness('');
    setWords('');
    setAsked(false);
  };
  return (
    <Group title="提醒或违规" foot="“提醒后仍不改的”先记一次提醒，再犯才记违规。">
      <Choices
        label="记什么"
        options={[
          { key: 'warning', text: '提醒一次' },
          { key: 'breach', text: '记违规' },
        ]}
        value={kind}
        onChoose={setKind}
      />
      {kind === null ? null : (
        <>
          <PickField
            id="breach-item"
            label="通知印的条目"
            options={items.map((one) => ({ key: one.code, text: breachWords(one) }))}
            value={item}
            error={asked ? lacks.item : null}
            hint={chosen ? `第 ${chosen.tier} 档${chosen.clause ? `，${chosen.clause}` : ''}` : null}
            onChange={setItem}
          />
          {kind === 'breach' && chosen?.afterWarning && !wasWarned ? (
            <NoticeBar tone="warn">这一条要先提醒。没有记过提醒的，会列给考务员决定。</NoticeBar>
          ) : null}
          <TextField
            id="breach-witness"
            label="见证人"
            value={witness}
            placeholder="另一名监考员的姓名"
            maxlength={60}
            error={asked ? lacks.witness : null}
            onChange={setWitness}
          />
          <ProseField id="breach-words" label="经过（可不填）" value={words} maxlength={500} onChange={setWords} />
          <View className="door-go">
            <BigButton id="record-breach" text={kind === 'warning' ? '记下提醒' : '记下违规'} onTap={record} />
          </View>
        </>
      )}
    </Group>
  );
}
