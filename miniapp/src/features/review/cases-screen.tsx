import { sessions } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { type ListRow, moneyCaseList, peopleCaseList } from '@jikaotong/shared/lists';
import { caseWord, refundStateWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { open, reloadScreens, useAnswer, useOnShow } from '../../platform';
import { Chips, Loaded, Money, Page, Tag, type Tone } from '../../ui';
import { useToday } from '../demonstration';
import { ListView } from '../list';
import { momentWords, useStaff } from '../staff';
import { CaseSheet } from './case-sheet';
import { RefundListSheet } from './refund-list-sheet';
import { RefundNeeds } from './refund-needs';
import './review.scss';

type About = 'people' | 'money';
type Row = ListRow<typeof peopleCaseList> | ListRow<typeof moneyCaseList>;
type Given = { bodyId: string | null; sessionId: string | null; caseId: string | null; begin: About | null };

const LISTS = { people: peopleCaseList, money: moneyCaseList } as const;
const ABOUT: readonly { readonly key: About; readonly text: string }[] = [
  { key: 'people', text: '考生和材料' },
  { key: 'money', text: '缴费和退款' },
];
const TONES = { state: { open: 'warn', resolved: 'quiet' } } as const satisfies { state: Record<string, Tone> };

/** What only a person can decide: of the body in the address, else of the session's, else of the first of one's own. */
export function CasesScreen({ bodyId, sessionId, caseId, begin }: Given) {
  const { account, may } = useStaff();
  const isAsked = bodyId === null && sessionId !== null;
  const session = useAnswer(sessions.getStaffSession, { params: { id: sessionId ?? '' } }, { enabled: isAsked });
  const own = (account?.grants ?? []).filter((grant) => aboutsOf(may, grant.bodyId).length > 0);
  const [chosen, setChosen] = useState<string | null>(null);
  if (isAsked && session.state !== 'ready')
    return (
      <Page>
        <Loaded answer={session}>{() => null}</Loaded>
      </Page>
    );
  const given = bodyId ?? (isAsked && session.state === 'ready' ? session.data.bodyId : null);
  const at = chosen ?? given ?? own[0]?.bodyId ?? '';
  return (
    <CasesOf
      key={at}
      bodyId={at}
      sessionId={sessionId}
      caseId={caseId}
      begin={begin}
      notice={
        own.length > 1 && sessionId === null ? (
          <Chips
            id="case-body"
            label="机构"
            options={own.map((grant) => ({ key: grant.bodyId, text: grant.bodyName }))}
            value={at}
            onChoose={setChosen}
          />
        ) : null
      }
    />
  );
}

const aboutsOf = (may: ReturnType<typeof useStaff>['may'], bodyId: string) =>
  ABOUT.filter(({ key }) => may(LISTS[key].rows, bodyId));

type OfProps = Pick<Given, 'caseId' | 'begin' | 'sessionId'> & { bodyId: string; notice: React.ReactNode };

function CasesOf({ bodyId, sessionId, caseId, begin, notice }: OfProps) {
  const { may } = useStaff();
  const today = useToday();
  const abouts = aboutsOf(may, bodyId);
  const [chosen, setChosen] = useState(begin);
  const waiting = { people: useWaiting('people', bodyId), money: useWaiting('money', bodyId) };
  // where nothing of the first kind waits, what does is not hidden behind it
  const about = chosen ?? abouts.find(({ key }) => waiting[key] !== 0)?.key ?? abouts[0]?.key ?? 'people';
  const [openId, setOpenId] = useState(caseId);
  const [isListing, setListing] = useState(false);
  // new ones come, and colleagues decide, at the same time
  useOnShow(() => void reloadScreens());
  const common = {
    id: bodyId,
    unit: '件',
    about: '等得最久的排在前面。',
    begin: { state: 'open' },
    empty: { title: '没有待核查的事项', text: '系统发现要人判断的情况时会出现在这里。' },
    tones: TONES,
    card: (row: Row) => cardOf(row, today),
    elementId: ({ id }: Row) => `case-${id}`,
    onOpen: ({ id, kind }: Row) =>
      kind === 'correction-asked' ? open('/packages/review/correction/index', { id }) : setOpenId(id),
    notice: (
      <>
        {notice}
        {abouts.length > 1 ? (
          <Chips
            id="case-about"
            label="哪一类"
            options={abouts.map(({ key, text }) => ({ key, text: waiting[key] ? `${text} ${waiting[key]}` : text }))}
            value={about}
            onChoose={setChosen}
          />
        ) : null}
      </>
    ),
  };
  return (
    <>
      {about === 'people' ? (
        <ListView key="people" list={peopleCaseList} {...common} asideAtDesk={['phone', 'resolvedAt', 'resolution']} />
      ) : (
        <ListView
          key="money"
          list={moneyCaseList}
          {...common}
          begin={{ state: 'open', ...(sessionId !== null && { session: sessionId }) }}
          asideAtDesk={['phone', 'resolvedAt', 'resolution', 'asked']}
          asks={{ refund: { Form: RefundNeeds } }}
          action={{ id: 'refund-list', text: '下载退款清单', onTap: () => setListing(true) }}
        />
      )}
      {isListing ? <RefundListSheet bodyId={bodyId} sessionId={sessionId} onClose={() => setListing(false)} /> : null}
      {openId === null ? null : <CaseSheet caseId={openId} today={today} onClose={() => setOpenId(null)} />}
    </>
  );
}

/** How many of a kind wait; null until known, or where one may not see them. */
function useWaiting(about: About, bodyId: string): number | null {
  const { may } = useStaff();
  const { counts, rows } = LISTS[about];
  const args = { params: { id: bodyId }, query: { state: 'open' } };
  const answer = useAnswer(counts, args, { enabled: may(rows, bodyId) });
  return answer.state === 'ready' ? answer.data.total : null;
}

const cardOf = (row: Row, today: LocalDate) => ({
  title: caseWord(row.kind),
  note: (
    <>
      {row.name ? <View>{row.name}</View> : null}
      {row.session ? <View>{row.session}</View> : null}
      <View>{momentWords(row.openedAt, today)} 发现</View>
    </>
  ),
  value: 'amountFen' in row ? <MoneyValue of={row} /> : undefined,
});

const MoneyValue = ({ of: { amountFen, refund } }: { of: ListRow<typeof moneyCaseList> }) => (
  <View className="case__value">
    {amountFen === null ? null : <Money fen={amountFen} />}
    {refund === null ? null : (
      <View>
        <Tag text={refundStateWord(refund)} tone={refund === 'failed' ? 'stop' : 'quiet'} />
      </View>
    )}
  </View>
);
