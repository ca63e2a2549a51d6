import { type StaffSessionView, notices, sessions } from '@jikaotong/shared/contract';
import type { Notice } from '@jikaotong/shared/notice';
import { useState } from 'react';
import { back, backOr, call, replace, toast, useAnswer, useCommand, useEveryPage } from '../../platform';
import { Cell, Empty, Group, Heading, Loaded, Page } from '../../ui';
import { useStaff } from '../staff';
import { BLANK_PLAN, draftOf } from './plan-draft';
import { PlanForm } from './plan-form';
import { PlanSavedMeanwhile } from './plan-saved-meanwhile';

type Props = { id: string | null; noticeId: string | null };

/** Plans a session: a new one of a notice, or one that is not published yet. */
export function PlanScreen({ id, noticeId }: Props) {
  if (id) return <ChangePlan id={id} />;
  return noticeId ? <NewPlan noticeId={noticeId} /> : <ChooseNotice />;
}

function ChooseNotice() {
  const { may } = useStaff();
  const answer = useEveryPage(['notices-to-plan'], (cursor) =>
    call(notices.listNotices, { query: { kind: 'certification', cursor, limit: 100 } }),
  );
  return (
    <Page>
      <Heading title="为哪份通知安排批次？" />
      <Loaded answer={answer}>
        {({ items }) => {
          const own = items.filter(({ bodyId }) => may(sessions.createSession, bodyId));
          if (own.length === 0) return <Empty title="还没有可以安排批次的通知">通知先由管理员导入并核对。</Empty>;
          return (
            <Group>
              {own.map(({ id, title, year }) => (
                <Cell
                  key={id}
                  id={`choose-notice-${id}`}
                  title={title}
                  note={`${year} 年`}
                  onTap={() => replace('/packages/planning/session-plan/index', { notice: id })}
                />
              ))}
            </Group>
          );
        }}
      </Loaded>
    </Page>
  );
}

function NewPlan({ noticeId }: { noticeId: string }) {
  const answer = useAnswer(notices.getNotice, { params: { id: noticeId } });
  const create = useCommand(sessions.createSession);
  if (answer.state !== 'ready') return <Waiting answer={answer} />;
  return (
    <PlanForm
      notice={answer.data.notice}
      initial={BLANK_PLAN}
      busy={create.busy}
      refusal={create.refusal}
      saveText="下一步：考点和考场"
      onSave={async (plan) => {
        const reply = await create.run({ body: { noticeId, ...plan } });
        if (reply.ok) replace('/packages/planning/session-places/index', { id: reply.data.id, fresh: 1 });
      }}
    />
  );
}

function ChangePlan({ id }: { id: string }) {
  const answer = useAnswer(sessions.getStaffSession, { params: { id } });
  const noticeId = answer.state === 'ready' ? answer.data.noticeId : '';
  const notice = useAnswer(notices.getNotice, { params: { id: noticeId } }, { enabled: noticeId !== '' });
  if (answer.state !== 'ready') return <Waiting answer={answer} />;
  if (notice.state !== 'ready') return <Waiting answer={notice} />;
  if (answer.data.published) {
    return (
      <Page>
        <Empty title="已经发布，日期要用“改期”来改" action="返回" onAction={back}>
          已经公布的考试日期之内，排座前可以在“考点、考场和各科时间”里加场次、换日子，不用改期；要超出公布的日期（例如再加一天），只能改期：改期会通知全部考生，并给出退出、退款的选择。
        </Empty>
      </Page>
    );
  }
  return <EditPlan session={answer.data} notice={notice.data.notice} />;
}

function EditPlan({ session, notice }: { session: StaffSessionView; notice: Notice }) {
  const { id } = session;
  const change = useCommand(sessions.updateSession);
  // of the plan that this form was filled from: what others save meanwhile comes in beside it and is not overwritten
  const [revision, setRevision] = useState(session.revision);
  const [taken, setTaken] = useState(session);
  const follow = () => {
    setRevision(session.revision);
    change.forget();
  };
  const [isTyped, setTyped] = useState(false);
  const isBehind = revision !== session.revision && isTyped;
  // where nothing was typed there is nothing to keep: what stands now comes in by itself
  if (!isTyped && revision !== session.revision) {
    setTaken(session);
    setRevision(session.revision);
  }
  return (
    <PlanForm
      key={taken.revision}
      notice={notice}
      initial={draftOf(taken)}
      busy={change.busy}
      refusal={change.refusal}
      saveText="保存"
      onTyped={() => setTyped(true)}
      beside={
        isBehind ? (
          <PlanSavedMeanwhile
            session={session}
            onTake={() => {
              setTaken(session);
              setTyped(false);
              follow();
            }}
            onKeep={follow}
          />
        ) : null
      }
      onSave={async (plan) => {
        const reply = await change.run({ params: { id }, body: { ...plan, revision } });
        if (!reply.ok) return;
        toast('已保存，请重新确认各项时间');
        backOr('/packages/staff/session/index', { id });
      }}
    />
  );
}

function Waiting({ answer }: { answer: Parameters<typeof Loaded<unknown>>[0]['answer'] }) {
  return (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}
