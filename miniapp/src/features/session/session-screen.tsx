import { type StaffSessionView, overview, sessions } from '@jikaotong/shared/contract';
import { examDaysWords, planConflictSentence, sessionStateWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { confirm, open, useAnswer, useCommand } from '../../platform';
import { BigButton, Cell, Columns, Group, Heading, Loaded, NoticeBar, RefusalMessage, Page, Tag } from '../../ui';
import { useToday } from '../demonstration';
import { OfferingName, stateTone } from '../notice';
import { useStaff } from '../staff';
import { SessionChangeLog, DeleteSession } from './session-change-log';
import { Counts } from './counts';
import { Duties } from './duties';
import { Incomplete } from './incomplete';
import { Rooms } from './rooms';
import { hasPlaces, isShown, nextSetUpStep } from './set-up';
import { WindowsView } from './windows-view';

/** One session: before publication its set-up, afterwards its duties, figures and rooms to work in. */
export function SessionScreen({ id }: { id: string }) {
  const answer = useAnswer(sessions.getStaffSession, { params: { id } });
  const publish = useCommand(sessions.publishSession);
  const { may } = useStaff();
  const session = answer.state === 'ready' ? answer.data : null;

  const makePublic = async () => {
    const sure = await confirm({
      title: '发布给考生',
      text: '发布后考生马上能看到，日期只能用“改期”改，并会通知考生；考点和考场在排座前还能改。',
      yes: '发布',
    });
    if (sure) await publish.run({ params: { id } });
  };
  const mayPublish =
    session && nextSetUpStep(session) === 'publish' && may(sessions.publishSession, session.bodyId) ? (
      <>
        <RefusalMessage refusal={publish.refusal} />
        <Incomplete refusal={publish.refusal} session={session} />
        <BigButton id="publish-session" text="发布给考生" busy={publish.busy} onTap={() => void makePublic()} />
      </>
    ) : undefined;
  return (
    <Page action={mayPublish} broad>
      <Loaded answer={answer}>
        {(ready) => (
          <>
            <Heading title={ready.name}>
              <View>{ready.noticeTitle}</View>
              <Tag
                text={isShown(ready) ? sessionStateWord(ready.state) : '未发布，考生还看不到'}
                tone={isShown(ready) ? stateTone(ready.state) : 'warn'}
              />
            </Heading>
            <Conflicts session={ready} />
            {isShown(ready) ? <Work session={ready} /> : <SetUp session={ready} />}
            <SessionChangeLog session={ready} />
            <About session={ready} />
            <DeleteSession session={ready} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** What in the plan cannot be run as it stands. */
function Conflicts({ session }: { session: StaffSessionView }) {
  const conflicts = session.conflicts ?? [];
  if (session.state === 'cancelled' || conflicts.length === 0) return null;
  return (
    <NoticeBar tone="stop">
      <View>考试安排有冲突，要在“考点、考场和各科时间”里改好：</View>
      {conflicts.map(({ code, data }, at) => (
        <View key={at}>{planConflictSentence(code, data)}</View>
      ))}
    </NoticeBar>
  );
}

/** The steps before publication, each with whether it is done. */
function SetUp({ session }: { session: StaffSessionView }) {
  const { may } = useStaff();
  const mine = may(sessions.updateSession, session.bodyId);
  const to = (page: `/packages/planning/${string}`) => (mine ? { onTap: () => open(page, { id: session.id }) } : {});
  const done = (yes: boolean) => <Tag text={yes ? '已完成' : '待完成'} tone={yes ? 'go' : 'warn'} />;
  return (
    <Group title="发布前要做的" foot={mine ? null : '由考务员办理。'}>
      <Cell id="edit-plan" title="1 项目和日期" value={done(true)} {...to('/packages/planning/session-plan/index')} />
      <Cell
        id="edit-places"
        title="2 考点、考场和各科时间"
        value={done(hasPlaces(session))}
        {...to('/packages/planning/session-places/index')}
      />
      <Cell
        id="edit-windows"
        title="3 确认各项时间"
        value={done(session.windowsConfirmed)}
        {...to('/packages/planning/session-windows/index')}
      />
    </Group>
  );
}

function Work({ session }: { session: StaffSessionView }) {
  const today = useToday();
  const answer = useAnswer(overview.getSessionCounts, { params: { id: session.id } });
  return (
    <Loaded answer={answer} rows={2}>
      {(counts) => (
        <Columns
          first={
            <>
              <Duties sessionId={session.id} bodyId={session.bodyId} duties={counts.duties} today={today} />
              {session.published ? <Counts counts={counts} session={session} /> : null}
            </>
          }
          second={session.published ? <Rooms session={session} counts={counts} /> : null}
        />
      )}
    </Loaded>
  );
}

/** What is fixed: offerings, windows, places. */
function About({ session }: { session: StaffSessionView }) {
  const today = useToday();
  const { may } = useStaff();
  const { sites } = session.plan;
  const mayMove = session.published && may(sessions.setSessionPlaces, session.bodyId);
  return (
    <>
      {session.state === 'cancelled' ? null : (
        <Group title="时间安排">
          <WindowsView windows={session.windows} warnings={session.warnings} today={today} />
        </Group>
      )}
      <Group title="项目">
        {session.offerings.map((offering) => (
          <Cell key={offering.code} title={<OfferingName of={offering} />} />
        ))}
      </Group>
      <Group title="考点">
        {sites.map(({ name, address, rooms }) => (
          <Cell
            key={name}
            title={name}
            note={
              <>
                <View>{address}</View>
                <View>{rooms.map((room) => `${room.name}（${room.seats}座）`).join('、')}</View>
              </>
            }
          />
        ))}
        {sites.length === 0 ? <Cell title="还没有填写" /> : null}
        {mayMove ? (
          <Cell
            id="edit-places"
            title={session.placesFrozen ? '增加考点、考场和座位' : '修改考点和各科时间'}
            note={`${session.placesFrozen ? '已经排座' : '排座前可以改'}，考试 ${examDaysWords(session, today)}`}
            onTap={() => open('/packages/planning/session-places/index', { id: session.id })}
          />
        ) : null}
      </Group>
    </>
  );
}
