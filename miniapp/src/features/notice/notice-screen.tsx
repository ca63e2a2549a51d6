import { type ReplyOf, notices } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { fullDayWords } from '@jikaotong/shared/words';
import type { ReactNode } from 'react';
import { open, useAnswer, useShare } from '../../platform';
import { BigButton, Cell, Group, Heading, NoticeBar, Page, Loaded } from '../../ui';
import { useToday } from '../demonstration';
import { Contacts } from './contacts';
import { Counters } from './counters';
import { Offerings } from './offerings';
import { Payee } from './payee';
import { SessionCard } from './session-card';

type NoticeReply = ReplyOf<typeof notices.getNotice>;

/** One notice: what can be done now, when, for whom, for how much, and whom to ask; `follow` stands below its dates. */
export function NoticeScreen({ id, follow }: { id: string; follow?: ReactNode }) {
  const answer = useAnswer(notices.getNotice, { params: { id } });
  const today = useToday();
  useShare(answer.state === 'ready' ? answer.data.notice.title.value : '技考通', `/pages/notice/index?id=${id}`);
  const check = () => open('/pages/self-check/index', { notice: id });
  return (
    <Page
      action={
        answer.state === 'ready' ? <BigButton id="self-check" text="测一测我能报哪个" onTap={check} /> : undefined
      }
    >
      <Loaded answer={answer}>{(reply) => <NoticeBody reply={reply} today={today} follow={follow} />}</Loaded>
    </Page>
  );
}

type BodyProps = { reply: NoticeReply; today: LocalDate; follow: ReactNode };

function NoticeBody({ reply: { notice, sessions }, today, follow }: BodyProps) {
  const facts = [notice.body.name, notice.documentNumber?.value, notice.issuedOn && fullDayWords(notice.issuedOn.value)]
    .filter(Boolean)
    .join(' · ');
  return (
    <>
      <Heading title={notice.title.value}>{facts}</Heading>
      {notice.kind === 'competition' ? (
        <Group>
          <Cell
            id="go-contest"
            title="竞赛报名与赛程"
            note="报名、我的报名和各阶段安排"
            onTap={() => open('/packages/contest/contest/index', { id: notice.id })}
          />
        </Group>
      ) : sessions.length > 0 ? (
        sessions.map((session) => <SessionCard key={session.id} session={session} notice={notice} today={today} />)
      ) : (
        <NoticeBar tone="info">这份通知还没有安排批次。各项目的认定月份见下方，日期公布后会显示在这里。</NoticeBar>
      )}
      {follow}
      <Offerings notice={notice} />
      {notice.fees?.payee ? <Payee payee={notice.fees.payee} methods={notice.fees.methods} /> : null}
      <Counters notice={notice} />
      <Contacts contacts={notice.contacts} links={notice.links} />
      <Group>
        <Cell
          id="original"
          title="查看通知原文"
          note="与发布的文字一致"
          onTap={() => open('/pages/notice-text/index', { id: notice.id })}
        />
      </Group>
    </>
  );
}
