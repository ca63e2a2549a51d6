import { CASE_ABOUT, type CaseView, applications, bans, staffEntries, orders } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { caseWord, paymentMethodWord, refundStateWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { open, toast, useAnswer, useCommand } from '../../platform';
import { BigButton, Choices, Loaded, Money, NoticeBar, ProseField, RefusalMessage, Sheet, TextButton } from '../../ui';
import { momentWords, useStaff } from '../staff';
import { CaseAccount, CaseAccountSheet } from './case-account';
import './review.scss';

const ADVICE: Readonly<Record<CaseView['kind'], string>> = {
  'document-twice': '先看两份报名，确认是不是同一个人；留下一份，另一份退回或不予通过，再办结。',
  'paid-twice': '多收的一笔原路退回。',
  'paid-late':
    '钱到账时缴费单已经关闭：原路退回；查明考生是在截止日以前付的，可以写明理由后恢复；或与考生商量后写明处理办法。',
  'amount-mismatch': '到账金额与应缴不一致：核对后退回，或写明处理办法。',
  'refund-due': '考生因批次改期或取消而退出：微信支付的原路退回；转账、支票和现金退还后在这里登记。',
  'correction-asked': '考生申请更正：请打开更正申请，对照证明材料办理。',
  'banned-paid':
    '这位考生按违纪处理决定不得参加，这份报名已经缴费：请决定停不停、费用退不退，写明理由。考生会收到决定和理由，停止的同时作废准考证。',
  'exam-day-changed': '改期以后，考生的证件或报名条件到考试日可能不再有效：请联系考生换证，核对后办结。',
  'passed-over':
    '名次更正以后，这名选手应当晋级，但下一阶段已经开始，系统不会自动补入：请组委会决定怎样处理，告诉选手，写明后办结。',
  'not-printable':
    '字库里没有的字，准考证、证书等会印成“〓”。先与考生核对证件，定好怎么印（例如印出后手写补上），写明后办结；证书在办结后才发。',
};

/** Money outside WeChat of an order that was paid another way as well. */
const CLAIMED_TWICE =
  '考生交过转账凭证，又用别的方式缴清了：请查这笔转账，到账的先退还，再在这里登记；没有到账的也在这里写明。';

/** Whether finance gives it back by hand: the system waits for that and sends nothing itself. */
const isByHand = ({ kind, refund }: CaseView): boolean => kind === 'paid-twice' && refund === 'requested';

type Action = 'note' | 'refund' | 'reinstate' | 'keep-fee' | 'stand';
type Props = { caseId: string; today: LocalDate; onClose: () => void };

/** One case: what it is about, and where it is open the decision. */
export function CaseSheet({ caseId, today, onClose }: Props) {
  const answer = useAnswer(orders.getCase, { params: { id: caseId } });
  const item = answer.state === 'ready' ? answer.data : null;
  return item ? (
    <OpenCase item={item} today={today} onClose={onClose} />
  ) : (
    <Sheet title="待核查事项" onClose={onClose}>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Sheet>
  );
}

function OpenCase({ item, today, onClose }: { item: CaseView; today: LocalDate; onClose: () => void }) {
  const { account } = useStaff();
  const { refundAsked } = item;
  const isMine = refundAsked !== null && refundAsked.byId === account?.id;
  const refundable = CASE_ABOUT[item.kind] === 'money';
  const isCorrection = item.kind === 'correction-asked';
  const isOpen = item.state === 'open' && !isCorrection;
  const isBarred = item.kind === 'banned-paid';
  const [action, setAction] = useState<Action | null>(refundable || isBarred ? null : 'note');
  const [note, setNote] = useState('');
  const resolve = useCommand(orders.resolveCase);
  const bar = useCommand(bans.decideBannedPaid);
  const [directing, setDirecting] = useState(false);
  const params = { id: item.id };
  if (directing) return <CaseAccountSheet item={item} onClose={() => setDirecting(false)} />;
  const go = async () => {
    if (!action) return;
    if (isBarred) {
      if (action === 'note' || action === 'reinstate') return;
      const decided = await bar.run({ params, body: { decision: action, reason: note.trim() } });
      if (decided.ok) onClose();
      return;
    }
    if (action === 'keep-fee' || action === 'stand') return;
    const reply = await resolve.run({ params, body: { action, note: note.trim() } });
    if (!reply.ok) return;
    if (reply.data.state === 'open') toast('已提出退款，等另一名财务或管理员同意');
    onClose();
  };
  return (
    <Sheet
      title={caseWord(item.kind)}
      onClose={onClose}
      action={
        isOpen ? (
          <BigButton
            id="resolve-case"
            text={
              !action
                ? '请先选怎么处理'
                : note.trim() === ''
                  ? '请先写明处理情况'
                  : textOf(action, refundAsked !== null)
            }
            busy={resolve.busy || bar.busy}
            disabled={!action || note.trim() === ''}
            onTap={() => void go()}
          />
        ) : undefined
      }
    >
      <About item={item} today={today} />
      {item.isByHand && isOpen ? <CaseAccount account={item.account} onAsk={() => setDirecting(true)} /> : null}
      <Links item={item} />
      {isCorrection ? (
        <BigButton
          id="go-correction"
          text="打开更正申请"
          onTap={() => open('/packages/review/correction/index', { id: item.id })}
        />
      ) : null}
      {isOpen && refundAsked ? (
        <NoticeBar tone="warn">
          {isMine
            ? `您在${momentWords(refundAsked.at, today)}提出退款，要由另一名财务或管理员同意后才会退。`
            : `${refundAsked.byName}在${momentWords(refundAsked.at, today)}提出退款，请您复核：${refundAsked.note}`}
        </NoticeBar>
      ) : null}
      {isOpen ? (
        <>
          <RefusalMessage refusal={resolve.refusal ?? bar.refusal} />
          {refundable || isBarred ? (
            <Choices<Action> label="怎么处理" options={optionsOf(item)} value={action} onChoose={setAction} />
          ) : null}
          <ProseField
            id="case-note"
            label={isBarred ? '理由（考生看得到）' : '处理说明（留档）'}
            maxlength={isBarred ? 200 : 400}
            value={note}
            onChange={setNote}
          />
        </>
      ) : null}
    </Sheet>
  );
}

const CLOSING: Readonly<Record<Action, string>> = {
  note: '办结',
  refund: '退款并办结',
  reinstate: '恢复并办结',
  'keep-fee': '停止，费用不退',
  stand: '保留报名',
};
const textOf = (action: Action | null, isAsked: boolean): string =>
  action === null ? '办结' : action === 'refund' && isAsked ? '同意退款并办结' : CLOSING[action];
const EXTRA_OPTIONS: readonly { key: Action; text: string; note?: string }[] = [
  { key: 'refund', text: '原路退款', note: '退多付或迟到的那一笔' },
  { key: 'note', text: '不退款，写明处理办法' },
];
const DUE_OPTIONS: typeof EXTRA_OPTIONS = [
  { key: 'refund', text: '全额退还', note: '微信支付由系统原路退回；转账、支票和现金请先退还，再在这里登记' },
  { key: 'note', text: '没有收到这笔钱', note: '只用于考生称已转账、但查无此款的' },
];

const LATE_OPTIONS: typeof EXTRA_OPTIONS = [
  ...EXTRA_OPTIONS.filter(({ key }) => key === 'refund'),
  { key: 'reinstate', text: '算作按时缴费，恢复报名', note: '只用于查明在截止日以前已经付款的' },
  ...EXTRA_OPTIONS.filter(({ key }) => key === 'note'),
];

const BARRED_OPTIONS: typeof EXTRA_OPTIONS = [
  { key: 'refund', text: '停止报名，退还费用', note: '应退的款转给财务办理' },
  { key: 'keep-fee', text: '停止报名，费用不退', note: '只用于通知写明不退的' },
  { key: 'stand', text: '保留报名，照常参加' },
];

function optionsOf(item: CaseView): typeof EXTRA_OPTIONS {
  if (item.kind === 'banned-paid') return BARRED_OPTIONS;
  if (item.kind === 'refund-due' || isByHand(item)) return DUE_OPTIONS;
  return item.kind === 'paid-late' ? LATE_OPTIONS : EXTRA_OPTIONS;
}

function About({ item, today }: { item: CaseView; today: LocalDate }) {
  const { kind, candidateName, openedAt, amountFen, method, resolution, refund } = item;
  return (
    <View className="case__about">
      {candidateName ? <View>考生 {candidateName}</View> : null}
      <View className="case__note">{momentWords(openedAt, today)} 发现</View>
      {amountFen === null ? null : (
        <View>
          涉及 <Money fen={amountFen} />
          {method ? `，${paymentMethodWord(method)}` : null}
        </View>
      )}
      {resolution ? (
        <View className="case__resolution">处理结果：{resolution}</View>
      ) : (
        <View>{isByHand(item) ? CLAIMED_TWICE : ADVICE[kind]}</View>
      )}
      {refund ? <View>退款：{refundStateWord(refund)}</View> : null}
    </View>
  );
}

/** The enrolments that it is about, for those who may look at them. */
function Links({ item }: { item: CaseView }) {
  const { may } = useStaff();
  const { applicationId, otherApplicationId, entryId, otherEntryId } = item;
  const application = (id: string) => open('/packages/review/review/index', { id });
  const entry = (id: string) => open('/packages/contest/judge/index', { id });
  const mayReview = may(applications.getReview, item.bodyId);
  const mayJudge = may(staffEntries.getStaffEntry, item.bodyId);
  const all = [
    mayReview && { id: applicationId, text: otherApplicationId ? '看第一份报名' : '看报名', go: application },
    mayReview && { id: otherApplicationId, text: '看另一份报名', go: application },
    mayJudge && { id: entryId, text: '看第一份参赛报名', go: entry },
    mayJudge && { id: otherEntryId, text: '看另一份参赛报名', go: entry },
  ];
  return (
    <View className="case__links">
      {all.map((link) =>
        link && link.id !== null ? (
          <TextButton key={link.id} id={`see-${link.id}`} text={link.text} onTap={() => link.go(link.id ?? '')} />
        ) : null,
      )}
    </View>
  );
}
