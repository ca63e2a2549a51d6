import { MOST_PRINTED, PRINTS, type PrintName, prints, sessions } from '@jikaotong/shared/contract';
import { isLocalDate, isTimeOfDay } from '@jikaotong/shared/kernel';
import { seatList } from '@jikaotong/shared/lists';
import { type ExamDayWords, dayWords, examDayWords, printWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { type Refusal, openFile, useAnswer } from '../../platform';
import { Cell, Empty, Group, Heading, Loaded, NoticeBar, Page, PickField, RefusalMessage } from '../../ui';
import { useToday } from '../demonstration';

const whatOf = ({ ticket, ticketNumber, person }: ExamDayWords): Readonly<Record<PrintName, string>> => ({
  attendance: `每个考场一份，有照片，${person}进场时签名；手机不能用时照样登记`,
  'seat-plan': '按考场里的座位排列，贴在考场外',
  door: `每个考场一张，写明科目、时间和${ticketNumber}的范围`,
  desk: '每页十张，裁开贴在桌上',
  record: '试卷份数、封条、缺考、提醒与违纪，由监考员填写签名',
  payers: '缴了费的每人一行，金额和方式已填，考试当天领发票时签名',
  'hand-out': `按${ticketNumber}排列，领走纸质${ticket}的人签名`,
  tickets: `已发放的${ticket}每人一张，按${ticketNumber}排列`,
});

const ALL = 'all';
type Option = { readonly key: string; readonly text: string };

/** Papers for the rooms, of the whole session or of one hour or room. */
export function PrintsScreen({ sessionId }: { sessionId: string }) {
  const params = { id: sessionId };
  const today = useToday();
  const session = useAnswer(sessions.getStaffSession, { params });
  const [hour, setHour] = useState(ALL);
  const [room, setRoom] = useState(ALL);
  const chosen = { ...(hour !== ALL && { hour }), ...(room !== ALL && { room }) };
  const counts = useAnswer(seatList.counts, { params, query: chosen });
  const [making, setMaking] = useState<PrintName | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  // entrants of a competition pay nothing
  const ofStage = session.state === 'ready' && session.data.ofStage === true;
  const what = whatOf(examDayWords(ofStage));
  const offered = PRINTS.filter((print) => print !== 'payers' || !ofStage);
  const take = async (print: PrintName) => {
    if (making) return;
    setMaking(print);
    setRefusal(null);
    const [day = '', startsAt = ''] = hour.split('.');
    const query = {
      ...(isLocalDate(day) && isTimeOfDay(startsAt) && { day, startsAt }),
      ...(room !== ALL && { room }),
    };
    const reply = await openFile(
      prints.printSeats,
      { params: { ...params, print }, query },
      { name: printWord(print, ofStage), kind: 'pdf' },
    );
    setMaking(null);
    if (!reply.ok) setRefusal(reply);
  };
  return (
    <Page>
      <Heading title="打印材料">{session.state === 'ready' ? session.data.name : null}</Heading>
      <Loaded answer={counts} rows={6}>
        {({ total, names }) => {
          const hours = (names['hour'] ?? []).map(({ code }) => ({ key: code, text: hourWords(code, today) }));
          const rooms = (names['room'] ?? []).map(({ code, name }) => ({ key: code, text: name }));
          if (hours.length === 0) return <Empty title="还没有排座">排好座后，在这里打印考场要用的材料。</Empty>;
          return (
            <>
              <Group>
                <PickField
                  id="print-hour"
                  label="时间"
                  options={withAll('全部时间', hours)}
                  value={hour}
                  onChange={setHour}
                />
                <PickField
                  id="print-room"
                  label="考场"
                  options={withAll('全部考场', rooms)}
                  value={room}
                  onChange={setRoom}
                />
              </Group>
              {total > MOST_PRINTED ? (
                <NoticeBar tone="warn">
                  这里有 {total} 个座位，一次最多打印 {MOST_PRINTED} 个，请选一个时间或考场。
                </NoticeBar>
              ) : null}
              <RefusalMessage refusal={refusal} />
              <Group title={`${total} 个座位，PDF 文件，A4 纸`}>
                {offered.map((print) => (
                  <Cell
                    key={print}
                    id={`print-${print}`}
                    title={printWord(print, ofStage)}
                    note={what[print]}
                    value={making === print ? '正在生成…' : undefined}
                    onTap={() => void take(print)}
                  />
                ))}
              </Group>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

const withAll = (text: string, options: readonly Option[]): readonly Option[] => [{ key: ALL, text }, ...options];

function hourWords(code: string, today: Parameters<typeof dayWords>[1]): string {
  const [day = '', startsAt = ''] = code.split('.');
  return isLocalDate(day) ? `${dayWords(day, today)} ${startsAt}` : code;
}
