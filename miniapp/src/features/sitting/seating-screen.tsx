import { type ReplyOf, type SeatingPreview, overview, reach, sessions, sittings } from '@jikaotong/shared/contract';
import { type ListRow, seatList } from '@jikaotong/shared/lists';
import {
  type ExamDayWords,
  dayAndDistanceWords,
  examDayWords,
  listCodeWord,
  reachWords,
  subjectWord,
} from '@jikaotong/shared/words';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { confirm, open, toast, useAnswer, useCommand, useOnShow } from '../../platform';
import { BigButton, Card, Cell, Group, Loaded, NoticeBar, RefusalMessage, Tag, type Tone } from '../../ui';
import { useToday } from '../demonstration';
import { ListView } from '../list';
import { useStaff } from '../staff';
import { LateSeatsPart } from './late-seats';
import { MoveSeatSheet } from './move-seat-sheet';
import { SeatCapacity } from './seat-capacity';
import { SeatBalance } from './seat-balance';
import { SeatNeeds } from './seat-needs';
import { SeatingPreviewSheet } from './seating-preview';
import { SeatingPromise } from './seating-promise';
import './seating.scss';

type Seat = ListRow<typeof seatList>;

const TONES: Readonly<Record<Seat['state'], Tone>> = { planned: 'quiet', present: 'go', absent: 'warn', void: 'quiet' };

const cardIn =
  ({ ticket }: ExamDayWords) =>
  ({ hour, room, seat, subject, name, documentNumber, ticketNumber, state, basis }: Seat) => ({
    title: `${seat} 号　${name}`,
    note: (
      <>
        <View>{`${hour} ${subjectWord(subject)}　${room}`}</View>
        <View>{documentNumber}</View>
        <View>{ticketNumber ?? `未发${ticket}`}</View>
        {basis === 'marks' ? <View>到没到考{listCodeWord('seat', 'basis', basis)}</View> : null}
      </>
    ),
    value: state === 'planned' ? null : <Tag text={listCodeWord('seat', 'state', state)} tone={TONES[state]} />,
  });

/** Everybody who paid gets a seat, then a ticket; below, who sits where. */
export function SeatingScreen({ sessionId }: { sessionId: string }) {
  const params = { id: sessionId };
  const session = useAnswer(sessions.getStaffSession, { params });
  const counts = useAnswer(overview.getSessionCounts, { params });
  const { may } = useStaff();
  // the table is what one comes for: it stands above the fold of a desk
  const [isMore, setMore] = useState(false);
  const [moving, setMoving] = useState<string | null>(null);
  const mayMove = may(sittings.moveSeat, session.state === 'ready' ? session.data.bodyId : undefined);
  const mayPlan = may(sessions.setSessionPlaces, session.state === 'ready' ? session.data.bodyId : undefined);
  const addSeats = () => open('/packages/planning/session-places/index', { id: sessionId });
  return (
    <ListView
      list={seatList}
      id={sessionId}
      unit="个座次"
      about={session.state === 'ready' ? session.data.name : null}
      notice={
        <>
          <Loaded answer={counts} rows={1}>
            {({ paid, seated, ticketed, later = [] }) => (
              <>
                {mayMove && seated < paid ? (
                  <SeatCapacity sessionId={sessionId} onAdd={mayPlan ? addSeats : undefined} />
                ) : null}
                <Steps sessionId={sessionId} paid={paid} seated={seated} ticketed={ticketed} later={later} />
              </>
            )}
          </Loaded>
          <Group>
            <Cell
              id="seating-more"
              title={mayMove ? '各场人数、排座依据、无障碍座位' : '各场人数、排座依据'}
              value={isMore ? '收起' : '展开'}
              onTap={() => setMore(!isMore)}
            />
          </Group>
          {mayMove ? <SeatNeeds sessionId={sessionId} onMove={setMoving} unmetOnly={!isMore} /> : null}
          {isMore ? (
            <>
              <SeatBalance sessionId={sessionId} />
              <SeatingPromise sessionId={sessionId} />
            </>
          ) : null}
          {moving === null ? null : (
            <MoveSeatSheet key={moving} sessionId={sessionId} sittingId={moving} onClose={() => setMoving(null)} />
          )}
        </>
      }
      empty={{ title: '还没有排座', text: '排好座后，座次表会显示在这里。' }}
      card={cardIn(examDayWords(session.state === 'ready' && session.data.ofStage))}
      tones={{ state: TONES }}
      elementId={({ id }) => `seat-${id}`}
      {...(mayMove && {
        onOpen: ({ id, state }: Seat) => (state === 'planned' ? setMoving(id) : toast('已经签到或考完，不能再换座位')),
      })}
    />
  );
}

type Later = NonNullable<ReplyOf<typeof overview.getSessionCounts>['later']>;
type StepsProps = { sessionId: string; paid: number; seated: number; ticketed: number; later: Later };

function Steps({ sessionId, paid, seated, ticketed, later }: StepsProps) {
  const { may } = useStaff();
  const today = useToday();
  const session = useAnswer(sessions.getStaffSession, { params: { id: sessionId } });
  const seat = useCommand(sittings.seatSession);
  const look = useCommand(sittings.previewSeating);
  const [parted, setParted] = useState<SeatingPreview | null>(null);
  const issue = useCommand(sittings.issueTickets);
  const reached = useCommand(reach.getTicketReach);
  // back from adding seats: what was refused before says nothing about now
  useOnShow(seat.forget);
  const ticketDay =
    session.state === 'ready' ? (session.data.windows.find(({ kind }) => kind === 'ticket')?.opens ?? null) : null;
  const early = ticketDay !== null && today < ticketDay;
  const bodyId = session.state === 'ready' ? session.data.bodyId : undefined;
  const mine = may(sittings.seatSession, bodyId);
  // entrants of a competition pay nothing
  const ofStage = session.state === 'ready' && session.data.ofStage === true;
  const words = examDayWords(ofStage);
  const people = words.person;

  const seatAll = async () => {
    const sure = await confirm({
      title: seated === 0 ? '开始排座' : '继续排座',
      text:
        seated === 0
          ? `给 ${toSeat} 名${ofStage ? '选手' : '已缴费的考生'}排座。排后各科时间不能再改，考场和座位只能增加。`
          : toSeatLater > 0
            ? `已排好的座位不变；给 ${toSeatLater} 名考生排${laterNames}的座位，已有${words.ticket}的会收到通知，排后时间不能再改。`
            : `已排好的座位不变，只给${ofStage ? '后来的选手' : '新缴费的考生'}排座。`,
      yes: '排座',
    });
    if (!sure) return;
    const seen = await look.run({ params: { id: sessionId } });
    if (seen.ok && seen.data.who.length > 0) setParted(seen.data);
    else await send();
  };
  const send = async () => {
    setParted(null);
    const reply = await seat.run({ params: { id: sessionId } });
    if (reply.ok) toast(`已排座 ${reply.data.seated} 人`);
  };
  const issueAll = async () => {
    const told = ofStage ? await reached.run({ params: { id: sessionId } }) : null;
    if (told?.ok === false) return;
    const sure = await confirm({
      title: `发放${words.ticket}`,
      text: `给 ${seated - ticketed} 名${people}发放${words.ticket}。${told ? reachWords(told.data) : '他们会收到通知。'}`,
      yes: '发放',
    });
    if (!sure) return;
    const reply = await issue.run({ params: { id: sessionId } });
    if (reply.ok) toast(`已发放 ${reply.data.issued} 份${words.ticket}`);
  };
  const toSeat = paid - seated;
  const toIssue = seated - ticketed;
  // two offerings that share a subject's name are seated in one act
  const announced = later.filter(({ day, waiting }) => day !== null && day >= today && waiting > 0);
  const toSeatLater = seated > 0 ? announced.reduce((sum, { waiting }) => sum + waiting, 0) : 0;
  const laterNames = [...new Set(announced.map(({ subject }) => subjectWord(subject)))].join('、');
  const undecided = [...new Set(later.filter(({ day }) => day === null).map(({ subject }) => subjectWord(subject)))];
  return (
    <>
      <Card>
        <View className="seating__figures">
          <Text className="seating__figure">
            {ofStage ? '参赛' : '已缴费'} {paid} 人
          </Text>
          <Text className="seating__figure">已排座 {seated} 人</Text>
          <Text className="seating__figure">
            已发{words.ticket} {ticketed} 人
          </Text>
        </View>
        {ticketDay && ticketed < paid ? (
          <View className="seating__note">
            {words.ticket}发放日 {dayAndDistanceWords(ticketDay, today)}；排好座的到时自动发放
          </View>
        ) : null}
      </Card>
      <RefusalMessage refusal={seat.refusal ?? reached.refusal ?? issue.refusal} />
      {seat.refusal?.code === 'seats-short' && may(sessions.setSessionPlaces, bodyId) ? (
        <View className="seating__go">
          <BigButton
            id="add-seats"
            text="去增加考场和座位"
            tone="plain"
            onTap={() => open('/packages/planning/session-places/index', { id: sessionId })}
          />
        </View>
      ) : null}
      {mine && seated > 0 && seat.refusal?.code === 'seats-short' ? (
        <View className="seating__go">
          <LateSeatsPart sessionId={sessionId} />
        </View>
      ) : null}
      {parted ? (
        <SeatingPreviewSheet
          seen={parted}
          offerings={session.state === 'ready' ? session.data.offerings : []}
          busy={seat.busy}
          onSend={() => void send()}
          onPlaces={
            may(sessions.setSessionPlaces, bodyId)
              ? () => {
                  setParted(null);
                  void open('/packages/planning/session-places/index', { id: sessionId });
                }
              : undefined
          }
          onClose={() => setParted(null)}
        />
      ) : null}
      {mine ? (
        <View className="seating__go">
          {toSeat > 0 ? (
            <BigButton
              id="seat-everybody"
              text={
                seated === 0
                  ? `给 ${toSeat} 名${people}排座`
                  : `给${ofStage ? '后来' : '新缴费'}的 ${toSeat} 名${people}排座`
              }
              busy={look.busy || seat.busy}
              onTap={() => void seatAll()}
            />
          ) : null}
          {toSeat <= 0 && toSeatLater > 0 ? (
            <BigButton
              id="seat-later"
              text={`给 ${toSeatLater} 名考生排${laterNames}的座位`}
              busy={seat.busy}
              onTap={() => void seatAll()}
            />
          ) : null}
          {toSeat <= 0 && toSeatLater <= 0 && toIssue > 0 ? (
            <BigButton
              id="issue-tickets"
              text={early && ticketDay ? `还没到发放${words.ticket}的日子` : `发放 ${toIssue} 份${words.ticket}`}
              busy={issue.busy}
              disabled={early}
              onTap={() => void issueAll()}
            />
          ) : null}
        </View>
      ) : null}
      {ofStage && mine && ticketed > 0 && toSeat <= 0 && toIssue > 0 ? (
        <NoticeBar tone="info">
          还有 {toIssue} 名选手没有证件照片，不能发{words.ticket}
          ，凭身份证件和考场签到表入场；官网名单带来的选手不需要照片。
        </NoticeBar>
      ) : null}
      {undecided.length > 0 && paid > 0 ? (
        <NoticeBar tone="info">
          {undecided.join('、')}：时间另行通知，定好后在“考点、考场和各科时间”里填上，再来排座。
        </NoticeBar>
      ) : null}
      {paid > 0 && toSeat <= 0 && toIssue <= 0 ? <NoticeBar tone="go">{words.ticket}都已发放。</NoticeBar> : null}
    </>
  );
}
