import { CASE_ABOUT, type CaseView, applications, contests, orders } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { caseWord, paymentMethodWord, refundStateWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call, open, useCommand, usePages } from '../../platform';
import {
  BigButton,
  Card,
  Choices,
  Empty,
  Heading,
  Loaded,
  Money,
  RefusalMessage,
  Page,
  ProseField,
  Sheet,
  TextButton,
  Chips,
  LoadMoreButton,
} from '../../ui';
import { useToday } from '../demonstration';
import { momentWords, useStaff } from '../staff';
import './review.scss';

type State = CaseView['state'];

const ADVICE: Readonly<Record<CaseView['kind'], string>> = {
  'document-twice': '先看两份申报或报名，确认是不是同一个人；留下一份，另一份退回或不予通过，再办结。',
  'paid-twice': '多收的一笔原路退回。',
  'paid-late': '钱到账时缴费单已经关闭：原路退回，或与考生商量后写明处理办法。',
  'amount-mismatch': '到账金额与应缴不一致：核对后退回，或写明处理办法。',
  'refund-due': '考生因批次改期或取消而退出：微信支付的原路退回；转账、支票和现金退还后在这里登记。',
  'exam-day-changed': '改期以后，考生的证件或申报条件到考试日可能不再有效：请联系考生换证，核对后办结。',
};

/** Money outside WeChat of an order that was paid another way as well. */
const CLAIMED_TWICE =
  '考生交过转账凭证，又用别的方式缴清了：请查这笔转账，到账的先退还，再在这里登记；没有到账的也在这里写明。';

/** Whether finance gives it back by hand: the system waits for that and sends nothing itself. */
const isByHand = ({ kind, refund }: CaseView): boolean => kind === 'paid-twice' && refund === 'requested';

/** What only a person can decide, open ones first. */
export function CasesScreen() {
  const today = useToday();
  const [state, setState] = useState<State>('open');
  const [resolving, setResolving] = useState<CaseView | null>(null);
  const answer = usePages(['cases', state], (cursor) => call(orders.listCases, { query: { state, cursor } }));
  return (
    <Page>
      <Heading title="待核查事项" />
      <Chips
        id="case-state"
        label="状态"
        options={[
          { key: 'open', text: '待办理' },
          { key: 'resolved', text: '已办结' },
        ]}
        value={state}
        onChoose={setState}
      />
      <Loaded answer={answer}>
        {(list) => (
          <>
            {list.items.length === 0 ? (
              <Empty title={state === 'open' ? '没有待核查的事项' : '还没有办结的事项'} />
            ) : (
              list.items.map((item) => (
                <CaseCard key={item.id} item={item} today={today} onResolve={() => setResolving(item)} />
              ))
            )}
            <LoadMoreButton list={list} />
          </>
        )}
      </Loaded>
      {resolving ? <ResolveSheet item={resolving} onClose={() => setResolving(null)} /> : null}
    </Page>
  );
}

type CardProps = { item: CaseView; today: LocalDate; onResolve: () => void };

function CaseCard({ item, today, onResolve }: CardProps) {
  const { may } = useStaff();
  const { id, kind, applicationId, otherApplicationId, amountFen, method, openedAt, resolution, refund } = item;
  const mayLook = may(applications.getReview, item.bodyId);
  const entries = may(contests.getStaffEntry, item.bodyId) ? [item.entryId, item.otherEntryId] : [];
  const look = (application: string) => open('/packages/staff/review/index', { id: application });
  return (
    <Card>
      <View className="case__kind">{caseWord(kind)}</View>
      {item.candidateName ? <View>考生 {item.candidateName}</View> : null}
      <View className="case__note">{momentWords(openedAt, today)} 发现</View>
      {amountFen === null ? null : (
        <View>
          涉及 <Money fen={amountFen} />
          {method ? `（${paymentMethodWord(method)}）` : null}
        </View>
      )}
      {resolution ? (
        <View className="case__resolution">处理结果：{resolution}</View>
      ) : (
        <View>{isByHand(item) ? CLAIMED_TWICE : ADVICE[kind]}</View>
      )}
      {refund ? <View>退款：{refundStateWord(refund)}</View> : null}
      <View className="case__links">
        {applicationId && mayLook ? (
          <TextButton
            id={`case-${id}-application`}
            text={otherApplicationId ? '看第一份申报' : '看申报'}
            onTap={() => look(applicationId)}
          />
        ) : null}
        {entries.map((entryId, at) =>
          entryId ? (
            <TextButton
              key={entryId}
              id={`case-${id}-entry-${at}`}
              text={at === 0 ? '看第一份参赛报名' : '看另一份参赛报名'}
              onTap={() => open('/packages/contest/judge/index', { id: entryId })}
            />
          ) : null,
        )}
        {otherApplicationId && mayLook ? (
          <TextButton id={`case-${id}-other`} text="看另一份申报" onTap={() => look(otherApplicationId)} />
        ) : null}
      </View>
      {item.state === 'open' ? <BigButton id={`case-${id}-resolve`} text="办理" onTap={onResolve} /> : null}
    </Card>
  );
}

type Action = 'note' | 'refund';

const EXTRA_OPTIONS: readonly { key: Action; text: string; note?: string }[] = [
  { key: 'refund', text: '原路退款', note: '退多付或迟到的那一笔' },
  { key: 'note', text: '不退款，写明处理办法' },
];
const DUE_OPTIONS: typeof EXTRA_OPTIONS = [
  { key: 'refund', text: '全额退还', note: '微信支付由系统原路退回；转账、支票和现金请先退还，再在这里登记' },
  { key: 'note', text: '没有收到这笔钱', note: '只用于考生称已转账、但查无此款的' },
];

function ResolveSheet({ item, onClose }: { item: CaseView; onClose: () => void }) {
  const refundable = CASE_ABOUT[item.kind] === 'money';
  const [action, setAction] = useState<Action | null>(refundable ? null : 'note');
  const [note, setNote] = useState('');
  const resolve = useCommand(orders.resolveCase);
  const go = async () => {
    if (!action) return;
    const reply = await resolve.run({ params: { id: item.id }, body: { action, note: note.trim() } });
    if (reply.ok) onClose();
  };
  return (
    <Sheet
      title={caseWord(item.kind)}
      onClose={onClose}
      action={
        <BigButton
          id="resolve-case"
          text={action === 'refund' ? '退款并办结' : '办结'}
          busy={resolve.busy}
          disabled={!action || note.trim() === ''}
          onTap={() => void go()}
        />
      }
    >
      <RefusalMessage refusal={resolve.refusal} />
      {refundable ? (
        <Choices<Action>
          label="怎么处理"
          options={item.kind === 'refund-due' || isByHand(item) ? DUE_OPTIONS : EXTRA_OPTIONS}
          value={action}
          onChoose={setAction}
        />
      ) : null}
      <ProseField id="case-note" label="处理说明（留档）" maxlength={400} value={note} onChange={setNote} />
    </Sheet>
  );
}
