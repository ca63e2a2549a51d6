import { type StageDesk, type StagePreview, stagePublication, stages } from '@jikaotong/shared/contract';
import { advancesWord, dayWords, lineWords, reachWords, refusalSentence, unrankedWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { IN_WECHAT, confirm, open, reloadScreens, scrollToFault, toast, useAnswer, useCommand } from '../../platform';
import { BigButton, Cell, Group, Heading, Loaded, NoticeBar, Page, ProseField, RefusalMessage } from '../../ui';
import { useToday } from '../demonstration';
import { useStaff } from '../staff';
import { AdmitSheet } from './admit-sheet';
import { differenceWords, keyOfTie, tieTitle } from './place-words';
import { type TieWords, TieSheet } from './tie-sheet';
import { WhatIfSheet } from './what-if-sheet';

/** What publishing would say: what is missing, ties for the jury, ranks and the line; then publishing itself. */
export function PreviewScreen({ id }: { id: string }) {
  const desk = useAnswer(stages.getStageDesk, { params: { id } });
  const preview = useAnswer(stagePublication.previewStage, { params: { id } });
  if (desk.state === 'ready' && preview.state === 'ready') return <Preview desk={desk.data} of={preview.data} />;
  return (
    <Page>
      <Loaded answer={preview}>{() => null}</Loaded>
    </Page>
  );
}

const MOST_SHOWN = 60;

function Preview({ desk, of }: { desk: StageDesk; of: StagePreview }) {
  const { may } = useStaff();
  const publish = useCommand(stagePublication.publishStage);
  const [reason, setReason] = useState('');
  const [absentReason, setAbsentReason] = useState('');
  const [asked, setAsked] = useState(false);
  /** How often ranks had been published when somebody else was faster. */
  const [met, setMet] = useState<number | null>(null);
  const [tie, setTie] = useState<StagePreview['ties'][number] | null>(null);
  /** What was said of the tie before, offered for the next: a stage of three hundred has thirty. */
  const [decided, setDecided] = useState<TieWords>({ jury: '', reason: '' });
  const [all, setAll] = useState(false);
  const [supposing, setSupposing] = useState(false);
  const { revision, turn, rows, differences } = of;
  const again = revision > 0;
  const why = reason.trim();
  const asksAbsent = !again && of.absentMarked.length > 0;
  const go = async () => {
    setAsked(true);
    if ((again && why === '') || (asksAbsent && absentReason.trim() === '')) return scrollToFault();
    const sure = await confirm({
      title: again ? `更正公布${desk.name}名次？` : `公布${desk.name}名次？`,
      text: again
        ? `${differences.length}名选手的名次、成绩或晋级有变。已经晋级的不因别人的变动而取消。${reachWords(of.reach)}`
        : `${rows.length}名选手的名次和成绩，名单对外公开（姓名遮盖）。${reachWords(of.reach)}`,
      yes: '公布',
    });
    if (!sure) return;
    const body = {
      revision,
      turn,
      reason: again ? why : null,
      ...(asksAbsent && { absentReason: absentReason.trim() }),
    };
    let reply = await publish.run({ params: { id: desk.id }, body });
    if (!reply.ok && reply.code === 'award-ranks-stand') {
      const text = refusalSentence(reply.code, reply.data);
      publish.forget();
      if (!(await confirm({ title: '奖项已经锁定', text, yes: '仍要公布', danger: true }))) return;
      reply = await publish.run({ params: { id: desk.id }, body: { ...body, despiteAwards: true } });
    }
    if (!reply.ok) {
      if (reply.code !== 'changed-meanwhile') return;
      // what stands now is shown at once: published by somebody else, or with other marks
      setMet(revision);
      publish.forget();
      await reloadScreens();
      return;
    }
    toast('已公布');
    setMet(null);
    setReason('');
    setAsked(false);
    await reloadScreens();
  };
  const against = againstWords(of);
  const canGo =
    may(stagePublication.publishStage, desk.bodyId) && against.length === 0 && (!again || differences.length > 0);
  return (
    <Page
      action={
        canGo ? (
          <BigButton
            id="publish-stage"
            text={again ? '更正公布' : '公布名次'}
            busy={publish.busy}
            onTap={() => void go()}
          />
        ) : undefined
      }
    >
      <Heading title={`${desk.name}名次${again ? '与更正' : '预览'}`} />
      {against.map((words) => (
        <NoticeBar key={words} tone="warn">
          {words}
        </NoticeBar>
      ))}
      {again && differences.length === 0 ? (
        <NoticeBar tone="go">{`已公布第${revision}次，没有待公布的变动。`}</NoticeBar>
      ) : null}
      <RefusalMessage refusal={publish.refusal} />
      {met === null ? null : (
        <NoticeBar tone="warn" isAnswer>
          {revision > met
            ? `${desk.name}已由他人公布，下面是公布后的名次。`
            : '成绩刚才有改动，下面已是最新的名次，请看过再公布。'}
        </NoticeBar>
      )}
      <Correction of={of} again={again}>
        <ProseField
          id="publish-reason"
          label="更正原因（选手和公众都会看到）"
          value={reason}
          maxlength={200}
          error={asked && why === '' ? '请写明原因' : null}
          onChange={setReason}
        />
      </Correction>
      {again ? (
        <Group>
          <Cell
            id="go-ranking"
            title="公示名单"
            note="选手和公众看到的名次；可以投到现场大屏"
            onTap={() => open('/packages/stage/ranking/index', { id: desk.id })}
          />
          {IN_WECHAT ? null : (
            <Cell id="go-hall" title="现场大屏" onTap={() => open('/packages/stage/hall/index', { id: desk.id })} />
          )}
        </Group>
      ) : null}
      {asksAbsent ? (
        <>
          <NoticeBar tone="warn" title={`${of.absentMarked.length}人登记缺考却有成绩`}>
            {`${of.absentMarked.map(({ number, name }) => `${number}号 ${name}`).join('、')}。签到或成绩有一处记错的，先更正；确实只参加一项的，写明原因。缺考的不排名。`}
          </NoticeBar>
          <ProseField
            id="absent-reason"
            label="有成绩仍记缺考的原因（留存备查）"
            value={absentReason}
            maxlength={200}
            error={asked && absentReason.trim() === '' ? '请写明原因，或先更正' : null}
            onChange={setAbsentReason}
          />
        </>
      ) : null}
      {of.groups.map(({ group, groupName, line }) =>
        line ? (
          <NoticeBar key={group ?? ''} tone="info" title={groupName ?? '晋级'}>
            {lineWords(line)}
          </NoticeBar>
        ) : null,
      )}
      <Ties of={of} onOpen={setTie} />
      <Group>
        <Cell
          id="what-if"
          title="试算：假如有人退赛、改分或评委决定"
          note="公布前先看名次和晋级会怎样变，不改登记"
          onTap={() => setSupposing(true)}
        />
      </Group>
      <Replacements desk={desk} of={of} />
      <Group title={`名次（${rows.length}人）`}>
        {rows.slice(0, all ? rows.length : MOST_SHOWN).map((row) => (
          <Cell
            key={row.number}
            title={`${rankOf(row)}　${row.number}号 ${row.name}`}
            note={
              <>
                {row.unit ? <View>{row.unit}</View> : null}
                <View>{`理论 ${row.theory ?? '—'}　技能 ${row.skill ?? '—'}`}</View>
              </>
            }
            value={
              row.total === null
                ? undefined
                : `${row.total}${row.advances === 'no' ? '' : `　${advancesWord(row.advances)}`}`
            }
          />
        ))}
        {rows.length > MOST_SHOWN && !all ? (
          <Cell id="show-all" title={`显示全部${rows.length}人`} onTap={() => setAll(true)} />
        ) : null}
      </Group>
      {supposing ? <WhatIfSheet stageId={desk.id} of={of} onClose={() => setSupposing(false)} /> : null}
      {tie ? (
        <TieSheet
          stageId={desk.id}
          tie={tie}
          turn={turn}
          before={decided}
          onDecided={setDecided}
          onClose={() => setTie(null)}
        />
      ) : null}
    </Page>
  );
}

/** What waits to be published anew, first of all: whom it changes, and why. */
function Correction({ of, again, children }: { of: StagePreview; again: boolean; children: ReactNode }) {
  const { differences, passedOver } = of;
  if (!again || differences.length === 0) return null;
  return (
    <>
      <NoticeBar tone="warn" title={`有更正待公布：${differences.length}人`}>
        核对下面的变动，写明原因后公布。
      </NoticeBar>
      <Group title={`有变动的${differences.length}人`}>
        {differences.map((one) => (
          <Cell key={one.number} title={`${one.number}号 ${one.name}`} note={differenceWords(one)} />
        ))}
      </Group>
      {passedOver.length > 0 ? (
        <NoticeBar tone="warn" title="按新名次应晋级而没有晋级">
          {passedOver.map(({ number, name }) => `${number}号 ${name}`).join('、')}
          {of.ask === 'case'
            ? '。下一阶段已经开始，公布后列入待核查事项，由组委会决定。'
            : '。有空出的名额时可以递补。'}
        </NoticeBar>
      ) : null}
      {children}
    </>
  );
}

/** Places of the next stage that fell free, and who came in for one. */
function Replacements({ desk, of: { replacements, admitted } }: { desk: StageDesk; of: StagePreview }) {
  const { may } = useStaff();
  const today = useToday();
  const [opened, setOpened] = useState<StagePreview['replacements'][number] | null>(null);
  const next = desk.stages[desk.stages.findIndex(({ id }) => id === desk.id) + 1]?.name ?? '下一阶段';
  const mayAdmit = may(stagePublication.admitInstead, desk.bodyId);
  if (replacements.length + admitted.length === 0) return null;
  return (
    <Group title={`${next}的递补`} foot={replacements.length > 0 ? '不递补也可以，名额就空着。' : null}>
      {replacements.map((one) => (
        <Cell
          key={one.number}
          id={`replace-${one.number}`}
          title={`${one.groupName ?? ''}空出${one.free}个名额`}
          note={`按名次轮到 ${one.number}号 ${one.name}`}
          {...(mayAdmit && { value: '决定', onTap: () => setOpened(one) })}
        />
      ))}
      {admitted.map(({ number, name, on, reason, byName }) => (
        <Cell
          key={number}
          title={`${number}号 ${name}`}
          note={
            <>
              <View>{`${dayWords(on, today)}递补进入${next}${byName ? `，${byName}决定` : ''}`}</View>
              {reason ? <View>{`原因：${reason}`}</View> : null}
            </>
          }
        />
      ))}
      {opened ? <AdmitSheet stageId={desk.id} of={opened} next={next} onClose={() => setOpened(null)} /> : null}
    </Group>
  );
}

function Ties({ of, onOpen }: { of: StagePreview; onOpen: (tie: StagePreview['ties'][number]) => void }) {
  if (of.ties.length === 0) return null;
  return (
    <Group title="总分、技能都相同" foot="由评委组决定先后，写明姓名和理由；改动成绩后仍同分的，决定继续有效。">
      {of.ties.map((tie) => (
        <Cell
          key={keyOfTie(tie)}
          id={`tie-${keyOfTie(tie)}`}
          title={`${tieTitle(tie)}　${tie.total}分`}
          note={tie.entrants.map(({ number, name }) => `${number}号 ${name}`).join('、')}
          value={tie.decision ? '已决定' : '待决定'}
          onTap={() => onOpen(tie)}
        />
      ))}
    </Group>
  );
}

function againstWords({ against }: StagePreview): string[] {
  const words: string[] = [];
  if (against.unconfirmed > 0) words.push(`还有${against.unconfirmed}项登记没有经第二人核对`);
  if (against.incomplete > 0) words.push(`还有${against.incomplete}名没有登记缺考的选手成绩不全：补全，或登记缺考`);
  if (against.undecidedTies > 0) words.push(`还有${against.undecidedTies}组同分等评委组决定`);
  return words;
}

const rankOf = ({ groupName, rank, from, to, standing }: StagePreview['rows'][number]): string => {
  const place =
    rank !== null ? `第${rank}名` : from !== null && to !== null ? `第${from}至${to}名` : unrankedWord(standing);
  return `${groupName ?? ''}${place}`;
};
