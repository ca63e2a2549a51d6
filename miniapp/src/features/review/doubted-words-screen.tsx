import { type DoubtedWordView, type ReplyOf, type RulingView, rulings, sessions } from '@jikaotong/shared/contract';
import { dayWords, doubtSentence, ruledDoubtWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { confirm, open, reloadScreens, toast, useAnswer, useCommand } from '../../platform';
import {
  BigButton,
  Card,
  Choices,
  Empty,
  Heading,
  Loaded,
  NoticeBar,
  Page,
  ProseField,
  RefusalMessage,
  Sheet,
  Tag,
  TextButton,
} from '../../ui';
import { useToday } from '../demonstration';
import { offeringName } from '../notice';
import { momentWords, useStaff } from '../staff';
import './review.scss';

/** The occupations and majors that a session's applications leave to judgement, each decided once for all who say it. */
export function DoubtedWordsScreen({ sessionId }: { sessionId: string }) {
  const { may } = useStaff();
  const params = { id: sessionId };
  const session = useAnswer(sessions.getStaffSession, { params });
  const answer = useAnswer(rulings.listDoubtedWords, { params });
  const [asked, setAsked] = useState<DoubtedWordView | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const mayRule = session.state === 'ready' && may(rulings.makeRuling, session.data.bodyId);
  const done = (reached: Outcome | null) => {
    setAsked(null);
    setOutcome(reached);
    void reloadScreens();
  };
  return (
    <Page>
      <Heading title="职业、专业认定">
        {session.state === 'ready' ? <View>{session.data.name}</View> : null}
        <View>通知没有列出的职业、专业，认定一次，这一批次填写了它的都按此办理。认定不会直接通过任何人。</View>
      </Heading>
      {outcome ? <Reached outcome={outcome} sessionId={sessionId} /> : null}
      <Loaded answer={answer} rows={4}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="没有要认定的职业、专业">考生填写了通知没有列出的，会出现在这里。</Empty>
          ) : (
            items.map((item) => (
              <WordCard
                key={`${item.offering.code} ${item.code} ${item.word}`}
                item={item}
                onAsk={mayRule ? () => setAsked(item) : null}
                onDone={done}
              />
            ))
          )
        }
      </Loaded>
      {asked ? <RulingSheet sessionId={sessionId} item={asked} onDone={done} onClose={() => setAsked(null)} /> : null}
    </Page>
  );
}

type Outcome = ReplyOf<typeof rulings.makeRuling>;

/** What a decision came to, and where the way goes on. */
function Reached({ outcome: { clear, inDoubt }, sessionId }: { outcome: Outcome; sessionId: string }) {
  if (clear === 0 && inDoubt === 0) return null;
  return (
    <NoticeBar tone={clear > 0 ? 'go' : 'info'} title={clear > 0 ? `${clear} 份没有其他疑点了` : '还要逐份查看'}>
      {inDoubt > 0 ? <View>另有 {inDoubt} 份还有疑点，要逐份查看。</View> : null}
      {clear > 0 ? (
        <TextButton
          id="go-clear"
          text="去一起通过"
          onTap={() =>
            open('/packages/review/reviews/index', { session: sessionId, state: 'submitted', doubts: 'clear' })
          }
        />
      ) : null}
    </NoticeBar>
  );
}

type CardProps = { item: DoubtedWordView; onAsk: (() => void) | null; onDone: (outcome: Outcome | null) => void };

function WordCard({ item, onAsk, onDone }: CardProps) {
  const today = useToday();
  const { offering, code, word, waiting, alone, ruling, before } = item;
  return (
    <Card>
      <View className="doubted__head">
        <View className="doubted__word">{word}</View>
        <Tag text={ruling ? countsWords(ruling) : '待认定'} tone={ruling ? (ruling.counts ? 'go' : 'stop') : 'warn'} />
      </View>
      <View className="doubted__note">
        {ruledDoubtWord(code)} · {offeringName(offering)}
      </View>
      <View className="doubted__note">
        {waiting > 0
          ? `${waiting} 份待审核的报名填写了它${ruling ? '' : `，其中 ${alone} 份没有其他疑点`}`
          : '现在没有待审核的报名填写它'}
      </View>
      {ruling ? (
        <Ruled ruling={ruling} mayTakeBack={onAsk !== null} onDone={onDone} />
      ) : (
        <>
          {before ? (
            <View className="doubted__note">
              {before.sessionName}（{dayWords(before.on, today)}）认定：{countsWords(before)}，{before.reason}
            </View>
          ) : null}
          {onAsk ? <BigButton id={`rule-${word}`} text="认定" tone="plain" onTap={onAsk} /> : null}
        </>
      )}
    </Card>
  );
}

const countsWords = ({ counts }: Pick<RulingView, 'counts'>): string => (counts ? '算相关' : '不算相关');

type RuledProps = { ruling: RulingView; mayTakeBack: boolean; onDone: CardProps['onDone'] };

function Ruled({ ruling, mayTakeBack, onDone }: RuledProps) {
  const today = useToday();
  const takeBack = useCommand(rulings.takeBackRuling);
  const ask = async () => {
    const sure = await confirm({
      title: '撤回认定',
      text: '还没审核的恢复为待认定；已经通过的不受影响。',
      yes: '撤回',
    });
    if (!sure) return;
    const reply = await takeBack.run({ params: { id: ruling.id } });
    if (!reply.ok) return;
    toast('已撤回');
    onDone(null);
  };
  return (
    <>
      <View className="doubted__note">
        {ruling.by} {momentWords(ruling.at, today)}：{ruling.reason}
      </View>
      <RefusalMessage refusal={takeBack.refusal} />
      {mayTakeBack ? <TextButton id={`unrule-${ruling.word}`} text="撤回认定" onTap={() => void ask()} /> : null}
    </>
  );
}

type SheetProps = {
  sessionId: string;
  item: DoubtedWordView;
  onDone: (outcome: Outcome | null) => void;
  onClose: () => void;
};
type Decision = 'counts' | 'not';

function RulingSheet({ sessionId, item: { offering, code, word, waiting, before }, onDone, onClose }: SheetProps) {
  const make = useCommand(rulings.makeRuling);
  const [decision, setDecision] = useState<Decision | null>(before ? (before.counts ? 'counts' : 'not') : null);
  const [reason, setReason] = useState(before?.reason ?? '');
  const go = async () => {
    const body = { offeringCode: offering.code, code, word, counts: decision === 'counts', reason: reason.trim() };
    const reply = await make.run({ params: { id: sessionId }, body });
    if (reply.ok) onDone(reply.data);
  };
  return (
    <Sheet
      title={`认定“${word}”`}
      onClose={onClose}
      action={
        <BigButton
          id="send-ruling"
          text={`认定，涉及 ${waiting} 份`}
          busy={make.busy}
          waitsFor={decision === null ? '请先选算不算相关' : reason.trim() === '' && '请先写理由'}
          onTap={() => void go()}
        />
      }
    >
      <View>{offeringName(offering)}</View>
      <View>{doubtSentence(code, { occupations: [word], majors: [word], categories: [], to: 'staff' })}</View>
      <Choices<Decision>
        label="是否算相关"
        options={[
          { key: 'counts', text: '算相关', note: '没有其他疑点的可以一起通过' },
          { key: 'not', text: '不算相关', note: '仍要逐份查看，由您退回或不予通过' },
        ]}
        value={decision}
        onChoose={setDecision}
      />
      <ProseField
        id="ruling-reason"
        label="理由（写在每份报名的审核页上）"
        maxlength={200}
        value={reason}
        onChange={setReason}
      />
      <RefusalMessage refusal={make.refusal} />
    </Sheet>
  );
}
