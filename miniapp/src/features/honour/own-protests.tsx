import { type OwnProtests, files, protests } from '@jikaotong/shared/contract';
import { dayAt } from '@jikaotong/shared/kernel';
import { dayWords, fullDayWords, protestStateWord, protestStepWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { chooseDocument, toast, upload, useAnswer, useCommand } from '../../platform';
import { BigButton, Cell, Group, NoticeBar, ProseField, RefusalMessage, Sheet, Source, Tag, TextField } from '../../ui';
import { useToday } from '../demonstration';

type Stage = OwnProtests['stages'][number];

/** One's protests with their ledgers, and the way to a new one while its window is open. */
export function OwnProtestsPart({ id }: { id: string }) {
  const answer = useAnswer(protests.listMyProtests, { params: { id } });
  const today = useToday();
  const [against, setAgainst] = useState<Stage | null>(null);
  if (answer.state !== 'ready' || answer.data.rule === null) return null;
  const { rule, stages, items } = answer.data;
  const open = stages.filter(({ may }) => may);
  return (
    <>
      {items.map(({ id: protestId, stageName, subject, state, words, ledger, evidence, awaitsRanks }) => (
        <Group key={protestId} title={`${stageName}申诉：${subject}`}>
          <Cell
            title={words}
            note={evidence.length > 0 ? `附证据${evidence.length}份` : undefined}
            value={<Tag text={protestStateWord(state)} tone={state === 'open' ? 'warn' : 'quiet'} />}
          />
          {ledger.map(({ kind, at, words: said }, step) => (
            <Cell key={step} title={protestStepWord(kind)} note={said} value={dayWords(dayAt(at), today)} />
          ))}
          {awaitsRanks ? <NoticeBar tone="info">名次将重新公布，公布后会通知您。</NoticeBar> : null}
        </Group>
      ))}
      {open.length > 0 ? (
        <Group title="对成绩有异议">
          <View className="honour__source">
            <Source of={rule.window}>向{rule.to}申诉，由没有参加评分的人员裁决</Source>
          </View>
          {open.map((stage) => (
            <Cell
              key={stage.stage}
              id={`protest-${stage.stage}`}
              title={
                items.some((one) => one.stage === stage.stage)
                  ? `就另一事项对${stage.stageName}成绩申诉`
                  : `对${stage.stageName}成绩申诉`
              }
              note={stage.until ? `${fullDayWords(stage.until)}截止（含当日）` : undefined}
              onTap={() => setAgainst(stage)}
            />
          ))}
        </Group>
      ) : null}
      {against ? <ProtestSheet entryId={id} stage={against} onClose={() => setAgainst(null)} /> : null}
    </>
  );
}

function ProtestSheet({ entryId, stage, onClose }: { entryId: string; stage: Stage; onClose: () => void }) {
  const file = useCommand(protests.fileProtest);
  const [subject, setSubject] = useState('');
  const [words, setWords] = useState('');
  const [evidence, setEvidence] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState(false);
  const add = async () => {
    const chosen = await chooseDocument();
    if (!chosen) return;
    const reply = await upload(files.uploadFile, { query: { purpose: 'document' } }, chosen);
    if (reply.ok) setEvidence([...evidence, reply.data.id]);
    else toast('没有传上去，请再试一次');
  };
  const go = async () => {
    setAsked(true);
    if (subject.trim() === '' || words.trim() === '') return;
    const said = { subject: subject.trim(), words: words.trim(), evidenceFileIds: [...evidence] };
    if (!(await file.run({ params: { id: entryId }, body: { stage: stage.stage, ...said } })).ok) return;
    toast('已提交申诉');
    onClose();
  };
  return (
    <Sheet
      title={`对${stage.stageName}成绩申诉`}
      onClose={onClose}
      action={<BigButton id="file-protest" text="提交申诉" busy={file.busy} onTap={() => void go()} />}
    >
      <TextField
        id="protest-subject"
        label="申诉事项"
        value={subject}
        maxlength={60}
        placeholder="如 技能操作计分"
        error={asked && subject.trim() === '' ? '请填写申诉事项' : null}
        onChange={setSubject}
      />
      <ProseField
        id="protest-words"
        label="理由"
        value={words}
        maxlength={500}
        error={asked && words.trim() === '' ? '请写明理由' : null}
        onChange={setWords}
      />
      {evidence.length < 3 ? (
        <Cell
          id="protest-evidence"
          title="添加证据（照片或PDF，可不加）"
          value={evidence.length > 0 ? `已加${evidence.length}份` : undefined}
          onTap={() => void add()}
        />
      ) : (
        <Cell title="已加3份证据" />
      )}
      <RefusalMessage refusal={file.refusal} />
    </Sheet>
  );
}
