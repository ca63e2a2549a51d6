import { type TicketView, applications, sittings } from '@jikaotong/shared/contract';
import {
  HEAT,
  NO_PHOTO,
  dayAndDistanceWords,
  documentTypeWord,
  examDayWords,
  placeWords,
  refusalSentence,
  subjectWord,
} from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { type ReactNode, useEffect, useState } from 'react';
import {
  type Answer,
  IN_WECHAT,
  type Refusal,
  call,
  fileAddress,
  openFile,
  savePicture,
  setTitle,
  toast,
  useAnswer,
  useSignIn,
} from '../../platform';
import {
  BigButton,
  Card,
  Cell,
  Group,
  Loaded,
  RefusalMessage,
  NoticeBar,
  Page,
  Qr,
  Source,
  Picture,
  TextButton,
} from '../../ui';
import { SignInGate } from '../account';
import { useToday } from '../demonstration';
import { HelpLineOf, OfferingName, offeringName } from '../notice';
import { Attendance } from './attendance';
import { ExamDay } from './exam-day';
import { useTicket } from './use-ticket';
import './ticket.scss';

/** The ticket as a card to show at the door, its sittings, what to bring, and the PDF. */
export function TicketScreen({ applicationId, calendar }: { applicationId: string; calendar?: ReactNode }) {
  const { phase } = useSignIn();
  const { answer, isKept } = useTicket(applicationId);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const words = examDayWords(ofStageIn(answer));
  useEffect(() => setTitle(words.ticket), [words.ticket]);
  if (phase === 'out') {
    return (
      <Page>
        <SignInGate why="登录后查看准考证。">{null}</SignInGate>
      </Page>
    );
  }
  const download = async (number: string) => {
    setBusy(true);
    const args = { params: { id: applicationId } };
    const reply = await openFile(sittings.downloadTicket, args, { name: `${words.ticket}-${number}`, kind: 'pdf' });
    setBusy(false);
    setRefusal(reply.ok ? null : reply);
  };
  const save = async (number: string) => {
    setBusy(true);
    const args = { params: { id: applicationId } };
    const reply = await savePicture(sittings.downloadTicketPicture, args, `${words.ticket}-${number}`);
    setBusy(false);
    setRefusal(reply.ok ? null : reply);
    if (reply.ok && reply.data) toast(IN_WECHAT ? '已存到相册' : '已下载');
  };
  return (
    <Page
      action={
        answer.state === 'ready' && !isKept ? (
          <BigButton
            id="ticket-pdf"
            text={`打开${words.ticket} PDF`}
            busy={busy}
            onTap={() => void download(answer.data.number)}
          />
        ) : undefined
      }
    >
      {isKept ? (
        <NoticeBar tone="info" title={`网络连接不上，显示上次打开的${words.ticket}`}>
          二维码照常可以核验；时间地点如有变动，联网后更新。
        </NoticeBar>
      ) : null}
      <RefusalMessage refusal={refusal} />
      {answer.state === 'refused' && answer.refusal.code === 'ticket-revoked' ? (
        <RevokedTicket refusal={answer.refusal} />
      ) : (
        <Loaded answer={answer}>
          {(ticket) => (
            <Ticket
              ticket={ticket}
              calendar={isKept || ticket.ofStage ? null : calendar}
              onSave={isKept ? null : () => void save(ticket.number)}
            />
          )}
        </Loaded>
      )}
    </Page>
  );
}

/** Whether it is of a stage, as far as the answer says. */
const ofStageIn = (answer: Answer<TicketView>): boolean =>
  answer.state === 'ready'
    ? answer.data.ofStage === true
    : answer.state === 'refused' && answer.refusal.data['ofStage'] === true;

function TicketHelp({ applicationId }: { applicationId: string }) {
  const { phase } = useSignIn();
  const answer = useAnswer(applications.getApplication, { params: { id: applicationId } }, { enabled: phase === 'in' });
  return answer.state === 'ready' ? <HelpLineOf noticeId={answer.data.noticeId} /> : null;
}

/** A ticket that was taken back: its number, struck out, and why nobody is let in with it. */
function RevokedTicket({ refusal }: { refusal: Refusal }) {
  const { ticket } = examDayWords(refusal.data['ofStage'] === true);
  return (
    <>
      <NoticeBar tone="stop" title={`这张${ticket}已作废`}>
        {refusalSentence(refusal.code, refusal.data)}。
      </NoticeBar>
      <Card>
        <View className="ticket__title">{ticket}</View>
        <View className="ticket__void">{String(refusal.data['number'] ?? '')}</View>
        <View className="ticket__hint">已作废，不能入场</View>
      </Card>
    </>
  );
}

/** The number of the document, masked until its owner asks to see it. */
function OwnNumber({ ticket, canAsk }: { ticket: TicketView; canAsk: boolean }) {
  const [whole, setWhole] = useState<string | null>(null);
  const show = async () => {
    const reply = await call(applications.getApplicationNumbers, { params: { id: ticket.applicationId } });
    if (reply.ok) setWhole(reply.data.documentNumber);
    else toast('没有取到，请稍后再试');
  };
  return (
    <View className="ticket__fact">
      {whole ?? ticket.documentNumberMasked}
      {canAsk ? (
        <TextButton
          id="show-number"
          text={whole === null ? '显示完整号码' : '隐藏'}
          onTap={() => (whole === null ? void show() : setWhole(null))}
        />
      ) : null}
    </View>
  );
}

type TicketProps = { ticket: TicketView; calendar: ReactNode; onSave: (() => void) | null };

function Ticket({ ticket, calendar, onSave }: TicketProps) {
  const today = useToday();
  const words = examDayWords(ticket.ofStage);
  // at the door the code is wanted first, before that day where and when
  const isToday = [...ticket.sittings, ...(ticket.heat ? [ticket.heat] : [])].some(({ day }) => day === today);
  const examDay = <ExamDay ticket={ticket} today={today} calendar={calendar} />;
  return (
    <>
      {isToday ? null : examDay}
      <Card>
        <View className="ticket__title">{words.ticket}</View>
        <View className="ticket__body">{ticket.bodyName}</View>
        <View className="ticket__head">
          {ticket.photoUrl ? (
            <Picture className="ticket__photo" src={fileAddress(ticket.photoUrl)} mode="aspectFit" label="证件照片" />
          ) : (
            <View className="ticket__photo ticket__photo--away">
              {ticket.photoUrl === null ? NO_PHOTO : '联网后显示照片'}
            </View>
          )}
          <View className="ticket__facts">
            <View className="ticket__name">{ticket.name}</View>
            <View className="ticket__fact">{documentTypeWord(ticket.documentType)}</View>
            <OwnNumber ticket={ticket} canAsk={onSave !== null && !ticket.ofStage} />
            <View className="ticket__fact">{words.ticketNumber}</View>
            <View className="ticket__number">{ticket.number}</View>
            {ticket.entrantNumber === undefined ? null : (
              <View id="entrant-number" className="ticket__name">
                参赛号 {ticket.entrantNumber}
              </View>
            )}
          </View>
        </View>
        <View className="ticket__offering">
          <OfferingName of={ticket.offering} />
        </View>
        <View className="ticket__qr">
          <Qr text={ticket.qr} label={`${ticket.name}的${words.ticket}二维码，${offeringName(ticket.offering)}`} />
        </View>
        <View className="ticket__hint">入场时出示，监考员扫码核验</View>
      </Card>
      {isToday ? examDay : null}
      {onSave ? (
        <Group>
          <Cell
            id="save-ticket"
            title={IN_WECHAT ? '保存到手机相册' : `下载${words.ticket}图片`}
            note="没有网络时也能打开"
            onTap={onSave}
          />
        </Group>
      ) : null}
      {onSave && ticket.sittings.some(({ day }) => day <= today) ? (
        <Attendance applicationId={ticket.applicationId} />
      ) : null}
      <Group title="请带好">
        <View className="ticket__notes">
          <View>本人{documentTypeWord(ticket.documentType)}原件</View>
          {ticket.notes.map((note) => (
            <Source key={note.text} of={note.source}>
              {note.text}
            </Source>
          ))}
        </View>
      </Group>
      <Group title={`${words.exam}安排`}>
        {ticket.sittings.map((sitting) => (
          <Cell
            key={sitting.subject}
            title={subjectWord(sitting.subject)}
            note={
              <>
                <View className="ticket__when">{dayAndDistanceWords(sitting.day, today)}</View>
                <View className="ticket__when">
                  {sitting.startsAt}–{sitting.endsAt}
                </View>
                <View>{sitting.siteName}</View>
                <View>{sitting.address}</View>
                <View>
                  {sitting.roomName} · 座位 {sitting.seat}
                </View>
              </>
            }
          />
        ))}
        {ticket.heat ? (
          <Cell
            id="ticket-heat"
            title={HEAT}
            note={
              <>
                <View className="ticket__when">{dayAndDistanceWords(ticket.heat.day, today)}</View>
                <View className="ticket__when">
                  {ticket.heat.startsAt}–{ticket.heat.endsAt}
                </View>
                <View>{placeWords(ticket.heat)}，请提前到场检录</View>
              </>
            }
          />
        ) : null}
        {(ticket.later ?? []).map(({ subject, source }) => (
          <Cell
            key={subject}
            id={`later-${subject}`}
            title={subjectWord(subject)}
            note={
              <>
                <View className="ticket__when">时间另行通知</View>
                <Source of={source}>定好后会通知您，{words.ticketNumber}和二维码不变</Source>
              </>
            }
          />
        ))}
      </Group>
      {ticket.ofStage ? null : <TicketHelp applicationId={ticket.applicationId} />}
      {ticket.seatingName ? <SeatingName of={ticket.seatingName} /> : null}
    </>
  );
}

/** Of use to whoever wants to check how seats were drawn, and in nobody else's way. */
function SeatingName({ of }: { of: string }) {
  const [shown, setShown] = useState(false);
  return shown ? (
    <Group foot="座位怎样排的，任何人都能用公开文件核对；文件里没有姓名，凭这个代号找到自己。">
      <Cell title="公开排座文件里的代号" value={of} />
    </Group>
  ) : (
    <Group>
      <Cell id="how-seated" title="座位是怎样排的" onTap={() => setShown(true)} />
    </Group>
  );
}
