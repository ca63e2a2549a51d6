import { type StageDesk, contests, invigilation, prints, sessions, sittings, stages } from '@jikaotong/shared/contract';
import { anewWords, examDayWords } from '@jikaotong/shared/words';
import { confirm, open, toast, useAnswer, useCommand } from '../../platform';
import { Cell, Group, NoticeBar, RefusalMessage } from '../../ui';
import { useStaff } from '../staff';

const { ticket: TICKET } = examDayWords(true);

/** The way to the rooms of a stage: its places, seats and tickets, papers, and doors, as those of a session. */
export function StageDay({ desk }: { desk: StageDesk }) {
  const { id, bodyId, day, hasExamDay } = desk;
  const { may } = useStaff();
  const begin = useCommand(stages.openStageDay);
  if (!hasExamDay) {
    if (!may(stages.openStageDay, bodyId)) return null;
    if (day === null)
      return (
        <Group title="考场">
          <Cell
            id="announce-first"
            title="先公布日期，再安排考场"
            note="这一阶段的日期还没有公布，请到报名名单的“赛程”里公布"
            onTap={() => open('/packages/contest/entries/index', { id: desk.noticeId })}
          />
        </Group>
      );
    const go = async () => {
      if (!begin.busy && (await begin.run({ params: { id } })).ok)
        void open('/packages/planning/session-places/index', { id });
    };
    return (
      <>
        <RefusalMessage refusal={begin.refusal} />
        <Group title="考场">
          <Cell
            id="open-stage-day"
            title={`安排考场、座位和${TICKET}`}
            note="理论考试在考场里进行的，从这里开始"
            onTap={() => void go()}
          />
        </Group>
      </>
    );
  }
  return (
    <>
      <Anew desk={desk} />
      <Group title="考场">
        {may(sessions.setSessionPlaces, bodyId) ? (
          <Cell
            id="go-stage-places"
            title="考点、考场和时间"
            onTap={() => open('/packages/planning/session-places/index', { id })}
          />
        ) : null}
        {may(sittings.seatSession, bodyId) ? (
          <Cell
            id="go-stage-seats"
            title={`排座和${TICKET}`}
            onTap={() => open('/packages/staff/seating/index', { session: id })}
          />
        ) : null}
        {may(prints.printSeats, bodyId) ? (
          <Cell
            id="go-stage-prints"
            title="打印考场材料"
            onTap={() => open('/packages/staff/prints/index', { session: id })}
          />
        ) : null}
        {may(invigilation.getDutyPlan, bodyId) ? (
          <Cell
            id="go-stage-doors"
            title="监考安排和现场签到"
            onTap={() => open('/packages/duty/plan/index', { session: id })}
          />
        ) : null}
        <TakeAttendance desk={desk} />
      </Group>
    </>
  );
}

/** What was void when the stage was moved, and is to be done anew. */
function Anew({ desk: { noticeId, code } }: { desk: StageDesk }) {
  const held = useAnswer(contests.getStageHoldings, { params: { id: noticeId, stage: code } });
  const words = held.state === 'ready' ? anewWords(held.data) : '';
  return words === '' ? null : (
    <NoticeBar tone="warn" title="要重新办理">
      {words}
    </NoticeBar>
  );
}

/** What the doors know becomes how entrants stood, so that nobody types it again. */
function TakeAttendance({ desk: { id, bodyId, frozenAt, revision } }: { desk: StageDesk }) {
  const { may } = useStaff();
  const take = useCommand(stages.takeStageAttendance);
  if (frozenAt === null || revision > 0 || !may(stages.takeStageAttendance, bodyId)) return null;
  const go = async () => {
    const sure = await confirm({
      title: '把考场签到计入名单？',
      text: '没有到场的选手记为缺考，由另一人核对。已有成绩的选手不变。',
      yes: '计入',
    });
    if (!sure || take.busy) return;
    const reply = await take.run({ params: { id } });
    if (!reply.ok) return;
    const { present, absent, open: left } = reply.data;
    const noted = absent + present === 0 ? '没有变化' : `记到场${present}人，缺考${absent}人`;
    toast(left > 0 ? `${noted}；还有${left}人没有签到结果` : noted);
  };
  return (
    <>
      <RefusalMessage refusal={take.refusal} />
      <Cell id="take-attendance" title="把考场签到计入名单" note="缺考不用再登记一遍" onTap={() => void go()} />
    </>
  );
}
