import { type RosterView, rosterResults, rosters } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import {
  dayAndDistanceWords,
  fullDayWords,
  orderStateWord,
  refusalSentence,
  rowStandingWord,
  yuanWords,
} from '@jikaotong/shared/words';
import { useState } from 'react';
import {
  type Refusal,
  confirm,
  open,
  openFile,
  reloadScreens,
  useAnswer,
  useCommand,
  useOnShow,
  useSignIn,
} from '../../platform';
import { BigButton, Cell, Check, Group, Heading, Loaded, Money, NoticeBar, Page, RefusalMessage } from '../../ui';
import { SignInGate } from '../account';
import { useToday } from '../demonstration';
import { SheetImport } from '../sheet';
import { handInWords } from './hand-in-words';
import { PhotoZip } from './photo-zip';
import { RosterSite } from './roster-site';
import { RosterTickets } from './roster-tickets';

/** What a unit hands in to one session: people, what is missing, and the one next step. */
export function RosterScreen({ id }: { id: string }) {
  const { phase } = useSignIn();
  if (phase === 'in') return <LoadedRoster id={id} />;
  return (
    <Page>
      <SignInGate why="登录后办理集体报名。">{null}</SignInGate>
    </Page>
  );
}

function LoadedRoster({ id }: { id: string }) {
  const [isQueued, setQueued] = useState(false);
  const answer = useAnswer(rosters.getRoster, { params: { id } }, isQueued ? { everyMs: 1_500 } : {});
  useOnShow(() => void reloadScreens());
  const queued = answer.state === 'ready' && answer.data.counts.queued > 0;
  if (queued !== isQueued) setQueued(queued);
  return answer.state === 'ready' ? (
    <Roster roster={answer.data} />
  ) : (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

function Roster({ roster }: { roster: RosterView }) {
  const [reviewed, setReviewed] = useState(false);
  const submit = useCommand(rosters.submitRoster);
  const order = useCommand(rosters.openRosterOrder);
  const { counts, toOrder, closed, where } = roster;
  const params = { id: roster.id };
  const needsReview = roster.firstReview.needed && roster.firstReview.declaredAt === null;
  const { button, ...asked } = handInWords(roster);
  const send = async () => {
    if (await confirm(asked)) await submit.run({ params, body: { firstReviewed: reviewed } });
  };
  return (
    <Page
      action={
        counts.submittable > 0 ? (
          <BigButton
            id="submit-roster"
            text={button}
            busy={submit.busy}
            waitsFor={needsReview && !reviewed && '请先勾选单位已经初审'}
            onTap={() => void send()}
          />
        ) : toOrder.candidates > 0 ? (
          <BigButton
            id="open-unit-order"
            text={`为 ${toOrder.candidates} 人开缴费单 ${yuanWords(toOrder.fen)}`}
            busy={order.busy}
            onTap={() => void order.run({ params })}
          />
        ) : undefined
      }
    >
      <Heading title={roster.sessionName}>
        {roster.unitName}
        {roster.closes === null ? '' : ` · ${fullDayWords(roster.closes)}截止`}
      </Heading>
      <RefusalMessage refusal={submit.refusal ?? order.refusal} />
      {closed ? <NoticeBar tone="warn">{sentenceOf(closed)}</NoticeBar> : null}
      {counts.queued > 0 ? (
        <NoticeBar tone="info" title="正在提交">
          还有 {counts.queued} 人，可以离开这一页，提交会继续。
        </NoticeBar>
      ) : null}
      <People roster={roster} />
      {roster.counter ? <AtCounter id={roster.id} counter={roster.counter} /> : null}
      <Orders roster={roster} />
      <RosterTickets roster={roster} />
      {where === 'elsewhere' ? <RosterSite roster={roster} /> : null}
      {needsReview && counts.submittable > 0 ? (
        <Check id="first-reviewed" text="本单位已对名单里的人做了资格初审" checked={reviewed} onChange={setReviewed} />
      ) : null}
      <Sending roster={roster} />
    </Page>
  );
}

const sentenceOf = ({ code, data }: NonNullable<RosterView['closed']>): string =>
  refusalSentence(code === 'too-early' || code === 'too-late' ? code : 'wrong-state', data);

type AtCounterProps = { id: string; counter: NonNullable<RosterView['counter']> };

/** The list for the counter: how far it is, and until when the rest stays open. */
function AtCounter({ id, counter: { listed, confirmed, until } }: AtCounterProps) {
  const today = useToday();
  const left = listed - confirmed;
  return (
    <Group title="现场办理">
      <Cell
        id="roster-counter"
        title="集体现场报名单"
        note={left === 0 ? '窗口都已受理' : `还有 ${left} 人没办${untilWords(until, today)}`}
        value={`已受理 ${confirmed} / ${listed}`}
        onTap={() => open('/packages/unit/slip/index', { id })}
      />
    </Group>
  );
}

const untilWords = (until: LocalDate | null, today: LocalDate): string => {
  if (until === null) return '';
  return today > until ? '，补办已截止' : `，补办截止 ${dayAndDistanceWords(until, today)}`;
};

const STANDINGS = ['ready', 'review', 'incomplete', 'ineligible'] as const;

function People({ roster }: { roster: RosterView }) {
  const { counts } = roster;
  const list = (of: string) => () => open('/packages/unit/rows/index', { id: roster.id, of });
  const problems = counts.standing.incomplete + counts.standing.ineligible + (counts.state['returned'] ?? 0);
  return (
    <Group title="名单">
      <Cell id="rows-all" title="全部" value={`${counts.total} 人`} onTap={list('all')} />
      {problems > 0 ? (
        <Cell
          id="rows-problems"
          title="要处理的"
          note={STANDINGS.filter((standing) => counts.standing[standing] > 0)
            .map((standing) => `${rowStandingWord(standing)} ${counts.standing[standing]}`)
            .join('，')}
          value={`${problems} 人`}
          onTap={list('problems')}
        />
      ) : null}
      {counts.disputed > 0 ? (
        <Cell
          id="rows-disputed"
          title="本人说有不对"
          note="改好或答复，本人再确认"
          value={`${counts.disputed} 人`}
          onTap={list('disputed')}
        />
      ) : null}
      {counts.waiting > 0 ? (
        <Cell id="rows-waiting" title="填好了，等您收进名单" value={`${counts.waiting} 人`} onTap={list('waiting')} />
      ) : null}
      {counts.unconfirmed > 0 && roster.where !== 'counter' ? (
        <Cell
          id="rows-unconfirmed"
          title="等本人确认"
          note="发二维码请本人确认，或打印申报表由本人签字"
          value={`${counts.unconfirmed} 人`}
          onTap={list('unconfirmed')}
        />
      ) : null}
      {(counts.state['submitted'] ?? 0) > 0 ? (
        <Cell title="协会审核中" value={`${counts.state['submitted'] ?? 0} 人`} />
      ) : null}
      {(counts.state['approved'] ?? 0) > 0 ? (
        <Cell title="审核通过" value={`${counts.state['approved'] ?? 0} 人`} />
      ) : null}
      <Cell title="费用合计" note="按新报名计算" value={<Money fen={roster.feeFen} />} />
    </Group>
  );
}

function Orders({ roster }: { roster: RosterView }) {
  if (roster.orders.length === 0) return null;
  return (
    <Group title="缴费">
      {roster.orders.map(({ id, number, applicationId, state, totalFen, candidates, payBy }) => (
        <Cell
          key={id}
          id={`order-${id}`}
          title={`${candidates} 人 ${yuanWords(totalFen)}`}
          note={[
            `单号 ${number}`,
            ...(state === 'open' && payBy !== null ? [`${fullDayWords(payBy)}前缴费`] : []),
          ].join(' · ')}
          value={orderStateWord(state)}
          onTap={() => open('/packages/apply/order/index', { id: applicationId, roster: roster.id })}
        />
      ))}
    </Group>
  );
}

/** Everything by which people come in: the sheet, the photos, one by one. */
function Sending({ roster }: { roster: RosterView }) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const params = { id: roster.id };
  const fetchSheet = async (which: 'template' | 'current') => {
    const reply = await openFile(
      which === 'template' ? rosters.downloadRosterTemplate : rosters.downloadRoster,
      { params },
      { name: which === 'template' ? '集体报名名单模板' : '集体报名名单', kind: 'xlsx' },
    );
    setRefusal(reply.ok ? null : reply);
  };
  const fetchForms = async () => {
    const file = { name: `申报表-${roster.unitName}`, kind: 'pdf' } as const;
    const reply = await openFile(rosterResults.downloadRosterForms, { params }, file);
    setRefusal(reply.ok ? null : reply);
  };
  if (roster.closed !== null)
    return roster.counts.total === 0 ? null : (
      <Group>
        <Cell
          id="roster-current"
          title="下载这份名单"
          note="下次报名可以直接上传这张表，不用重新填"
          onTap={() => void fetchSheet('current')}
        />
        <RefusalMessage refusal={refusal} />
      </Group>
    );
  return (
    <>
      <Group title="交名单" foot="可以反复上传，同一个人不会重复；改动会先给您看。">
        <Cell id="roster-template" title="下载名单模板" onTap={() => void fetchSheet('template')} />
        {roster.counts.total > 0 ? (
          <Cell
            id="roster-current"
            title="下载现在的名单"
            note="每人一行，写明判定和原因，改好可以再上传"
            onTap={() => void fetchSheet('current')}
          />
        ) : null}
        <Cell
          id="roster-notice"
          title="看通知原文"
          onTap={() => open('/pages/notice/index', { id: roster.noticeId })}
        />
        <Cell
          id="roster-link"
          title="让成员自己填"
          note="发一个二维码到单位的群，各人用自己的手机填写、拍照"
          onTap={() => open('/packages/unit/link/index', { id: roster.id })}
        />
        {roster.counts.unconfirmed > 0 || roster.where === 'counter' ? (
          <Cell
            id="roster-forms"
            title="打印全部申报表"
            note="连同要签的承诺书，按名单顺序，每页有这个人的码"
            onTap={() => void fetchForms()}
          />
        ) : null}
        {roster.counts.total > 0 && roster.where !== 'counter' ? (
          <Cell
            id="roster-signed"
            title="上传签好的申报表"
            note="整摞扫描上传，按每页的码自动分到各人"
            onTap={() => open('/packages/unit/signed/index', { id: roster.id })}
          />
        ) : null}
        <Cell
          id="add-row"
          title="逐个添加"
          note="人少时在手机上填写"
          onTap={() => open('/packages/unit/row/index', { id: roster.id })}
        />
      </Group>
      <RefusalMessage refusal={refusal} />
      <SheetImport
        id="roster-upload"
        endpoints={rosters.rosterSheet}
        subjectId={roster.id}
        unit="人"
        removes="把表里没有的人移出名单"
        extensions={['xlsx', 'csv']}
        running={roster.runningImport}
        closed={null}
      />
      {roster.counts.total > 0 ? <PhotoZip rosterId={roster.id} /> : null}
    </>
  );
}
