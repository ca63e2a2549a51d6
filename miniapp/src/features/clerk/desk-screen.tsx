import { type CounterView, applications, counter, notices, sittings } from '@jikaotong/shared/contract';
import { questionAsked } from '@jikaotong/shared/rules/eligibility';
import { statesThatAre } from '@jikaotong/shared/rules/progress';
import { counterStateWords, refusalSentence, slipStateWord, stageWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import {
  type Refusal,
  back,
  confirm,
  knownRefusal,
  open,
  openFile,
  toast,
  useAnswer,
  useCommand,
  useOnShow,
} from '../../platform';
import {
  BigButton,
  Cell,
  Check,
  Group,
  Heading,
  Loaded,
  RefusalMessage,
  NoticeBar,
  Page,
  Tag,
  TextButton,
} from '../../ui';
import { useToday } from '../demonstration';
import { FactsPart, RefusalNote } from '../application';
import { offeringName } from '../notice';
import { AssessmentPart, CandidatePart, DeniedNote } from '../review';
import { momentWords, useStaff } from '../staff';
import { OriginalsPart } from './originals-part';
import { ForfeitSheet } from './forfeit-sheet';
import { SendBackSheet } from './send-back-sheet';
import './clerk.scss';

/** One application at the counter: what it says now, the rules' verdict, the originals, and the confirmation. */
export function DeskScreen({ id }: { id: string }) {
  const answer = useAnswer(counter.getAtCounter, { params: { id } });
  // the candidate may have changed something on the phone
  useOnShow(() => {
    if (answer.state === 'ready') answer.refresh();
  });
  return answer.state === 'ready' ? (
    <Desk view={answer.data} />
  ) : (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

type Kept = Refusal['data'];

function Desk({ view }: { view: CounterView }) {
  const today = useToday();
  const { application, slip } = view;
  const blocked = view.blocked && { ...view.blocked, code: knownRefusal(view.blocked.code) };
  const notice = useAnswer(notices.getNotice, { params: { id: application.noticeId } });
  const question = (fact: string) =>
    notice.state === 'ready' ? questionAsked(notice.data.notice, application.offering.code, fact) : null;
  const { id, version } = application;
  const [declared, setDeclared] = useState(false);
  const [asked, setAsked] = useState(false);
  const [sendingBack, setSendingBack] = useState(false);
  const [kept, setKept] = useState<Kept | null>(null);
  const confirmation = useCommand(counter.confirmAtCounter);
  const isOpen = statesThatAre('mendable').includes(application.state);
  const obstacle = blocked
    ? refusalSentence(blocked.code, blocked.data)
    : declared
      ? null
      : '请先让考生当面确认，再勾选最后一项';
  const yes = async () => {
    setAsked(true);
    if (obstacle) return;
    await take({});
  };
  const take = async (meant: { forfeitsPasses?: true }) => {
    const body = { version, truthful: true, noticeRead: true, ...meant } as const;
    const reply = await confirmation.run({ params: { id }, body });
    if (reply.ok) toast('已受理，报名已提交');
    setKept(!reply.ok && reply.code === 'passes-kept' ? reply.data : null);
  };
  return (
    <Page
      action={
        isOpen ? (
          <>
            {asked && obstacle ? <View className="desk__obstacle">{obstacle}</View> : null}
            <RefusalMessage refusal={confirmation.refusal?.code === 'passes-kept' ? null : confirmation.refusal} />
            <BigButton id="confirm-counter" text="确认受理" busy={confirmation.busy} onTap={() => void yes()} />
          </>
        ) : (
          <BigButton
            id="go-review"
            text={application.state === 'submitted' ? '接着审核' : '查看报名'}
            onTap={() => open('/packages/review/review/index', { id })}
          />
        )
      }
    >
      <Heading title={application.candidate.name ?? '未填姓名'}>
        <View>{offeringName(application.offering)}</View>
        <View>{application.sessionName}</View>
        <Tag
          text={slip.state === 'confirmed' ? stageWord(application.progress.stage) : slipStateWord(slip.state)}
          tone={slip.state === 'confirmed' ? 'go' : 'warn'}
        />{' '}
        {slip.walkIn ? <Tag text="窗口录入" tone="info" /> : null}
      </Heading>
      {slip.confirmedAt !== null ? (
        <NoticeBar tone="go" title="窗口已受理">
          {momentWords(slip.confirmedAt, today)} {slip.confirmedBy}
          {slip.outsideHours ? '，在受理时间以外办理' : ''}
        </NoticeBar>
      ) : view.counter.now.state === 'open' ? null : (
        <NoticeBar tone="warn" title="现在不是受理时间">
          {counterStateWords(view.counter.now, today)}。仍然可以确认，会记录在案。
        </NoticeBar>
      )}
      {isOpen && blocked && blocked.code !== 'originals-missing' ? (
        <RefusalNote refusal={blocked} asked={question} />
      ) : null}
      {isOpen || application.state === 'submitted' ? <DeniedNote review={application} /> : null}
      {application.candidate.name === null ? null : <CandidatePart review={application} />}
      {isOpen ? <Corrections id={id} walkIn={slip.walkIn} /> : null}
      {application.assessment.verdict === 'undecided' ? null : <AssessmentPart review={application} today={today} />}
      <FactsPart facts={application.facts} asked={question} />
      <OriginalsPart view={view} mayTick={isOpen} />
      {isOpen ? (
        <>
          <Group title="考生当面确认">
            <Check
              id="declared"
              text="考生确认内容真实有效，已了解通知的规定，并在报名表上签名"
              checked={declared}
              onChange={setDeclared}
            />
          </Group>
          <View className="desk__others">
            {slip.walkIn || application.paidByUnit ? null : (
              <TextButton id="ask-send-back" text="退回手机修改" onTap={() => setSendingBack(true)} />
            )}
          </View>
        </>
      ) : null}
      <AfterWards view={view} />
      {kept ? (
        <ForfeitSheet
          application={application}
          kept={kept}
          busy={confirmation.busy}
          onClose={() => setKept(null)}
          onSigned={() => void take({ forfeitsPasses: true })}
        />
      ) : null}
      {sendingBack ? (
        <SendBackSheet
          id={id}
          onClose={() => setSendingBack(false)}
          onDone={() => {
            toast('已退回，考生会收到通知');
            back();
          }}
        />
      ) : null}
    </Page>
  );
}

/** The pages of the phone's own form; what the clerk changes there is kept with the clerk's name. */
function Corrections({ id, walkIn }: { id: string; walkIn: boolean }) {
  const edit = (step: string) => open(`/packages/apply/${step}/index`, { id, way: 'back' });
  return (
    <Group title={walkIn ? '代为填写' : '更正'} foot="在考生面前更正，谁改了什么会留下记录。">
      <Cell id="edit-identity" title="身份信息、手机号" onTap={() => edit('identity')} />
      <Cell id="edit-photo" title="证件照片" onTap={() => edit('photo')} />
      <Cell id="edit-basis" title="工作经历、学历和报名条件" onTap={() => edit('basis')} />
      <Cell id="edit-papers" title="证书编号、验证码" note="填了编号就不用看原件" onTap={() => edit('papers')} />
    </Group>
  );
}

/** For somebody without a phone: the ticket on paper, and stepping back. */
function AfterWards({ view: { application, slip } }: { view: CounterView }) {
  const { may } = useStaff();
  const { id, bodyId, progress } = application;
  const drop = useCommand(counter.dropWalkIn);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const hasTicket = progress.next.some(({ action }) => action === 'see-ticket');
  const print = async () => {
    const name = `${application.candidate.name ?? ''}-准考证`;
    const reply = await openFile(sittings.downloadTicket, { params: { id } }, { name, kind: 'pdf' });
    setRefusal(reply.ok ? null : reply);
  };
  const giveUp = async () => {
    const text = '这份报名会作废，证件可以重新报名。';
    if (!(await confirm({ title: '撤回这份报名', text, yes: '撤回' }))) return;
    if ((await drop.run({ params: { id } })).ok) back();
  };
  const mayDrop = slip.walkIn && progress.next.some(({ action }) => action === 'withdraw');
  return (
    <>
      {hasTicket && may(applications.getReview, bodyId) ? (
        <Group>
          <Cell id="print-ticket" title="打印准考证" value="PDF" onTap={() => void print()} />
        </Group>
      ) : null}
      <RefusalMessage refusal={refusal ?? drop.refusal} />
      {mayDrop ? (
        <View className="desk__others">
          <TextButton id="drop-walk-in" text="考生不报了，撤回这份报名" onTap={() => void giveUp()} />
        </View>
      ) : null}
    </>
  );
}
