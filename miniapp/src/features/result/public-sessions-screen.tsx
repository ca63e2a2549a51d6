import { type SessionView, notices, sessions } from '@jikaotong/shared/contract';
import { spanOf } from '@jikaotong/shared/rules/progress';
import { sessionStateWord } from '@jikaotong/shared/words';
import { call, open, useAnswer, useEveryPage } from '../../platform';
import { Cell, Group, Heading, Loaded, Page, SpanLine, Tag } from '../../ui';
import { useToday } from '../demonstration';
import { stateTone } from '../notice';

/** Every session whose results are public now. */
export function PublicSessionsScreen() {
  const answer = useEveryPage(['notices-of-results'], (cursor) =>
    call(notices.listNotices, { query: { cursor, limit: 100 } }),
  );
  return (
    <Page>
      <Heading title="成绩公示">公示期内可以查看，名单只显示隐去部分的姓名和准考证号。</Heading>
      <Loaded answer={answer}>
        {({ items }) => (
          <>
            {items.map(({ id, title }) => (
              <NoticeSessions key={id} noticeId={id} title={title} />
            ))}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function NoticeSessions({ noticeId, title }: { noticeId: string; title: string }) {
  const answer = useAnswer(sessions.listSessions, { params: { id: noticeId } });
  const today = useToday();
  if (answer.state !== 'ready') return null;
  const { items } = answer.data;
  if (items.length === 0) return null;
  return (
    <Group title={title}>
      {items.map((session) => (
        <SessionRow key={session.id} session={session} today={today} />
      ))}
    </Group>
  );
}

function SessionRow({ session, today }: { session: SessionView; today: ReturnType<typeof useToday> }) {
  const { opens, closes } = spanOf(session.windows, 'publicity');
  const isPublic = session.state === 'in-publicity';
  return (
    <Cell
      id={`publicity-${session.id}`}
      title={session.name}
      note={
        <>
          公示 <SpanLine opens={opens} closes={closes} today={today} />
        </>
      }
      value={<Tag text={sessionStateWord(session.state)} tone={stateTone(session.state)} />}
      {...(isPublic ? { onTap: () => open('/packages/exam/publicity/index', { session: session.id }) } : {})}
    />
  );
}
