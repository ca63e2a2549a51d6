import { type StageDesk, contests, invigilation, prints, sessions, sittings, stages } from '@jikaotong/shared/contract';
import { anewWords, examDayWords } from '@jikaotong/shared/words';
import { open, useAnswer, useCommand } from '../../platform';
import { Cell, Group, NoticeBar, RefusalMessage } from '../../ui';
import { useStaff } from '../staff';
import { AttendancePart } from './attendance-part';

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
      </Group>
      <AttendancePart desk={desk} />
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
