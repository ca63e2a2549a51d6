import { type ReplyOf, notices } from '@jikaotong/shared/contract';
import { type LocalDate, dayAt } from '@jikaotong/shared/kernel';
import { lastCounterDayOf } from '@jikaotong/shared/rules/calendar';
import { individualsApply } from '@jikaotong/shared/rules/counter';
import { printedEntry, printedStanding } from '@jikaotong/shared/rules/progress';
import {
  fullDayWords,
  noticeStandingWords,
  noticeStateWord,
  printedEntryWords,
  versionDayWords,
  versionWords,
} from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { open, useAnswer, useShare } from '../../platform';
import { BigButton, Cell, Group, Heading, NoticeBar, Page, Loaded } from '../../ui';
import { useToday } from '../demonstration';
import { Contacts } from './contacts';
import { Counters } from './counters';
import { GroupsApply } from './groups-apply';
import { newerIn } from './newer/newer-notice';
import { NewerNoticeBody } from './newer/newer-notice-body';
import { Offerings } from './offerings';
import { hasEnded, takesEntries } from './open-now';
import { Originals } from './originals';
import { Payee } from './payee';
import { PrintedWindows } from './printed-windows';
import { Schedule } from './schedule';
import { SessionCard } from './session-card';
import { useCalendar } from './use-calendar';

type NoticeReply = ReplyOf<typeof notices.getNotice>;

/** One notice: what can be done now, when, for whom, for how much, and whom to ask; `follow` stands below its dates. */
export function NoticeScreen({ id, follow }: { id: string; follow?: ReactNode }) {
  const answer = useAnswer(notices.getNotice, { params: { id } });
  const today = useToday();
  const newer = newerIn(answer);
  const notice = answer.state === 'ready' ? answer.data.notice : null;
  useShare(notice ? notice.title.value : '技考通', `/pages/notice/index?id=${id}`);
  // one offering needs no choice
  const [only, ...others] = notice?.offerings ?? [];
  const code = others.length === 0 ? only?.code : undefined;
  const check = () => open('/packages/notice/self-check/index', { notice: id, offering: code });
  if (newer) {
    return (
      <Page>
        <NewerNoticeBody newer={newer} />
      </Page>
    );
  }
  return (
    <Page
      action={
        answer.state === 'ready' && !hasEnded({ ...answer.data, today }) ? (
          <BigButton id="self-check" text={isOpen(answer.data, today) ? '我要报名' : '看看我能不能报'} onTap={check} />
        ) : undefined
      }
    >
      <Loaded answer={answer}>
        {(reply) => (
          <Originals notice={id}>
            <NoticeBody reply={reply} today={today} follow={follow} />
          </Originals>
        )}
      </Loaded>
    </Page>
  );
}

/** Whether anything of it can be applied for today. */
const isOpen = (reply: NoticeReply, today: LocalDate): boolean =>
  reply.notice.offerings.some(({ code }) => takesEntries({ ...reply, today }, code));

type BodyProps = { reply: NoticeReply; today: LocalDate; follow: ReactNode };

function NoticeBody({ reply: { notice, sessions, version, publishedAt }, today, follow }: BodyProps) {
  const facts = [notice.body.name, notice.documentNumber?.value, notice.issuedOn && fullDayWords(notice.issuedOn.value)]
    .filter(Boolean)
    .join(' · ');
  return (
    <>
      <Heading title={notice.title.value}>{facts}</Heading>
      {sessions.length === 0 ? <Standing notice={notice} today={today} /> : null}
      {notice.kind === 'competition' ? (
        <Group>
          <Cell
            id="go-contest"
            title="竞赛报名与赛程"
            note="报名、我的报名和各阶段安排"
            onTap={() => open('/packages/contest/contest/index', { id: notice.id })}
          />
        </Group>
      ) : null}
      {sessions.map((session) => (
        <SessionCard key={session.id} session={session} notice={notice} today={today} />
      ))}
      <Schedule notice={notice} today={today} />
      {sessions.length === 0 ? <PrintedWindows notice={notice} today={today} /> : null}
      {follow}
      <Offerings notice={notice} />
      {hasEnded({ notice, sessions, today }) ? null : <GroupsApply notice={notice} />}
      <Group>
        <Cell
          id="go-references"
          title="报考须知"
          note="材料、证件、照片、缴费、成绩、补考、领证、主办单位和相关规定"
          onTap={() => open('/packages/notice/references/index', { id: notice.id })}
        />
        <Cell
          id="original"
          title="通知原文"
          note="与发布的文字一致"
          onTap={() => open('/pages/notice-text/index', { id: notice.id })}
        />
        <Cell
          id="go-versions"
          title={versionWords(version)}
          note={`${versionDayWords(version, dayAt(publishedAt))}${version > 1 ? '，点开看改了什么' : ''}`}
          {...(version > 1
            ? { onTap: () => open('/packages/publishing/notice-versions/index', { id: notice.id }) }
            : {})}
        />
      </Group>
      {notice.fees?.payee ? <Payee payee={notice.fees.payee} methods={notice.fees.methods} /> : null}
      <Counters notice={notice} />
      <Contacts contacts={notice.contacts} />
    </>
  );
}

/** How a notice without sessions stands: by its printed entry period, else whether anything is still to come. */
function Standing({ notice, today }: { notice: NoticeReply['notice']; today: LocalDate }) {
  const calendar = useCalendar();
  const standing = printedStanding(notice, today);
  const words = noticeStandingWords(standing, today);
  const last =
    calendar && lastCounterDayOf({ notice, window: { kind: 'application', ...printedEntry(notice, today) }, calendar });
  if (standing.state === 'ended') {
    return (
      <NoticeBar tone="info" title="本通知已结束">
        {notice.kind === 'competition' && standing.on
          ? `报名已于${fullDayWords(standing.on)}截止，下面的内容供查阅。`
          : '不再安排新的批次，下面的内容供查阅。'}
      </NoticeBar>
    );
  }
  if (standing.state === 'not-planned') {
    return <NoticeBar tone="info">这份通知还没有安排批次。各项目的认定月份见下方，日期公布后会显示在这里。</NoticeBar>;
  }
  return (
    <NoticeBar tone={standing.state === 'applying' ? 'go' : 'info'} title={noticeStateWord(standing.state)}>
      <View>{words}</View>
      {notice.kind === 'certification' && standing.state === 'applying' ? (
        <View>
          {printedEntryWords(
            {
              way: individualsApply(notice),
              place: notice.counters[0]?.address.value ?? null,
              counterOn: last?.ok && last.value ? last.value.day : null,
            },
            today,
          )}
        </View>
      ) : null}
    </NoticeBar>
  );
}
