import { type RosterView, rosters } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { dayAndDistanceWords, fullDayWords, orderStateWord, refusalSentence, yuanWords } from '@jikaotong/shared/words';
import { useState } from 'react';
import { confirm, open, reloadScreens, toast, useCommand, useOnShow, useSignIn } from '../../platform';
import { BigButton, Cell, Check, Group, Heading, Loaded, NoticeBar, Page, RefusalMessage } from '../../ui';
import { SignInGate } from '../account';
import { useToday } from '../demonstration';
import { handInWords } from './hand-in-words';
import { RosterPeople } from './roster-people';
import { RosterSending } from './roster-sending';
import { RosterSite } from './roster-site';
import { RosterTickets } from './roster-tickets';
import { handedInWords } from './roster-words';
import { useWork } from './use-work';

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
  const { answer, work } = useWork({
    view: rosters.getRoster,
    work: rosters.getRosterWork,
    args: { params: { id } },
    isAtWork: ({ counts }) => counts.queued > 0,
    isOld: (_, { queued }) => queued === 0,
  });
  useOnShow(() => void reloadScreens());
  return answer.state === 'ready' ? (
    <Roster roster={answer.data} queued={work?.queued ?? answer.data.counts.queued} />
  ) : (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

function Roster({ roster, queued }: { roster: RosterView; queued: number }) {
  const [reviewed, setReviewed] = useState(false);
  const submit = useCommand(rosters.submitRoster);
  const order = useCommand(rosters.openRosterOrder);
  const { counts, toOrder, closed, where } = roster;
  const params = { id: roster.id };
  const needsReview = roster.firstReview.needed && roster.firstReview.declaredAt === null;
  const { button, done, ...asked } = handInWords(roster);
  const handedIn = handedInWords(roster);
  const send = async () => {
    if (!(await confirm(asked))) return;
    if ((await submit.run({ params, body: { firstReviewed: reviewed } })).ok) toast(done);
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
      {handedIn ? (
        <NoticeBar tone="go" title={handedIn.title}>
          {handedIn.text}
        </NoticeBar>
      ) : null}
      {closed ? <NoticeBar tone="warn">{sentenceOf(closed)}</NoticeBar> : null}
      {counts.queued > 0 ? (
        <NoticeBar tone="info" title="正在提交">
          {queued > 0 ? `还有 ${queued} 人，可以离开这一页，提交会继续。` : '都办完了，正在更新名单。'}
        </NoticeBar>
      ) : null}
      <RosterPeople roster={roster} />
      {roster.counter ? <AtCounter id={roster.id} counter={roster.counter} /> : null}
      <Orders roster={roster} />
      <RosterTickets roster={roster} />
      {where === 'elsewhere' ? <RosterSite roster={roster} /> : null}
      {needsReview && counts.submittable > 0 ? (
        <Check id="first-reviewed" text="本单位已对名单里的人做了资格初审" checked={reviewed} onChange={setReviewed} />
      ) : null}
      <RosterSending roster={roster} />
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
