import { type DutyPlanView, invigilation } from '@jikaotong/shared/contract';
import { MOBILE_NUMBER } from '@jikaotong/shared/rules/identity';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { dayWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { confirm, open, scrollIntoSight, toast, useAnswer, useCommand } from '../../platform';
import {
  BigButton,
  Cell,
  Check,
  Chips,
  Choices,
  Columns,
  Empty,
  Group,
  Heading,
  Loaded,
  NoticeBar,
  Page,
  PickField,
  RefusalMessage,
  Tag,
  TextButton,
  TextField,
} from '../../ui';
import { useToday } from '../demonstration';
import { LinkCard } from '../sending';
import { momentWords } from '../staff';
import { CopyDuties } from './copy-duties';
import { DifferingPart } from './differing-part';
import './invigilation.scss';

type Hour = DutyPlanView['hours'][number];
type Duty = DutyPlanView['duties'][number];

/** The exam officer gives rooms of each hour to people, and sees who is ready. */
export function DutyPlanScreen({ sessionId }: { sessionId: string }) {
  const plan = useAnswer(invigilation.getDutyPlan, { params: { id: sessionId } }, { everyMs: 30_000 });
  const [slot, setSlot] = useState<string | null>(null);
  const today = useToday();
  return (
    <Page broad>
      <Heading title="监考安排">把每一场的考场交给监考员，或用一次性链接请人帮忙。当天也能换人。</Heading>
      <Loaded answer={plan}>
        {(data) => {
          const hour = data.hours.find((one) => one.slot === slot) ?? data.hours[0];
          if (!hour) return <Empty title="还没有排座">排好座位后，这里按场次列出考场。</Empty>;
          return (
            <>
              <DifferingPart
                sessionId={sessionId}
                onTap={(one) => () => open('/packages/duty/counts/index', { session: sessionId, slot: one.slot })}
              />
              <Chips
                id="hour"
                label="场次"
                options={data.hours.map((one) => ({
                  key: one.slot,
                  text: `${dayWords(one.day, today)} ${one.startsAt}`,
                }))}
                value={hour.slot}
                onChoose={setSlot}
              />
              <Columns
                first={
                  <>
                    <Coverage hour={hour} duties={data.duties} />
                    <CopyDuties key={hour.slot} sessionId={sessionId} hour={hour} />
                    <View className="door-go">
                      <BigButton
                        id="go-counts"
                        text="看现场进度"
                        tone="plain"
                        onTap={() => open('/packages/duty/counts/index', { session: sessionId, slot: hour.slot })}
                      />
                    </View>
                  </>
                }
                second={<Assign key={hour.slot} sessionId={sessionId} hour={hour} plan={data} />}
              />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Coverage({ hour, duties }: { hour: Hour; duties: readonly Duty[] }) {
  const here = duties.filter((duty) => duty.slot === hour.slot && duty.state === 'open');
  const bare = hour.rooms.filter(({ roomId }) => here.every(({ roomIds }) => !roomIds.includes(roomId)));
  const today = useToday();
  return (
    <>
      {bare.length > 0 ? (
        <NoticeBar tone="warn" title={`${bare.length} 个考场没有人`}>
          {bare.map((room) => roomNameIn(hour, room)).join('、')}
        </NoticeBar>
      ) : (
        <NoticeBar tone="go">每个考场都有人。</NoticeBar>
      )}
      <Group title="已安排">
        {here.length === 0 ? <Cell title="还没有" /> : null}
        {here.map((duty) => (
          <DutyRow key={duty.id} duty={duty} rooms={roomNamesIn(hour, duty.roomIds)} when={whenOf(hour, today)} />
        ))}
      </Group>
    </>
  );
}

function DutyRow({ duty, rooms, when }: { duty: Duty; rooms: string; when: string }) {
  const revoke = useCommand(invigilation.revokeDuty);
  const renew = useCommand(invigilation.renewDutyLink);
  const today = useToday();
  const [link, setLink] = useState<string | null>(null);
  const end = async () => {
    const sure = await confirm({
      title: '取消安排',
      text: `${duty.name} 的手机马上打不开名单，已记的内容会保留。`,
      yes: '取消安排',
      danger: true,
    });
    if (sure) await revoke.run({ params: { id: duty.id } });
  };
  const again = async () => {
    const reply = await renew.run({ params: { id: duty.id } });
    if (reply.ok) setLink(reply.data.linkPath);
  };
  return (
    <>
      <Cell
        title={duty.name}
        note={
          <>
            <View>{rooms}</View>
            <View>{[duty.phoneMasked, heardWords(duty, today)].filter(Boolean).join('　')}</View>
          </>
        }
        value={<Tag {...stateOf(duty)} />}
      >
        <View className="door-ways">
          {duty.kind === 'helper' ? (
            <TextButton id={`renew-${duty.id}`} text="重发链接" onTap={() => void again()} />
          ) : null}
          <TextButton id={`revoke-${duty.id}`} text="取消" onTap={() => void end()} />
        </View>
      </Cell>
      <RefusalMessage refusal={revoke.refusal ?? renew.refusal} />
      {link ? <LinkCard path={link} name={duty.name} about="监考链接" where={`${when} ${rooms}`} /> : null}
    </>
  );
}

const heardWords = ({ heardAt, waiting }: Duty, today: LocalDate): string =>
  heardAt === null ? '' : `${momentWords(heardAt, today)} 联系过${waiting ? `，手机上还有 ${waiting} 条` : ''}`;

const stateOf = ({ joined, listFetchedAt }: Duty): { text: string; tone: 'warn' | 'info' | 'go' } =>
  !joined
    ? { text: '链接没打开', tone: 'warn' }
    : listFetchedAt === null
      ? { text: '没下载名单', tone: 'info' }
      : { text: '已就绪', tone: 'go' };

const whenOf = ({ day, startsAt }: Hour, today: LocalDate): string => `${dayWords(day, today)} ${startsAt}`;

const roomNamesIn = ({ rooms }: Hour, roomIds: readonly string[]): string =>
  rooms
    .filter(({ roomId }) => roomIds.includes(roomId))
    .map((room) => roomNameIn({ rooms }, room))
    .join('、');

/** The site is named where the hour has several. */
const roomNameIn = (
  { rooms }: Pick<Hour, 'rooms'>,
  { siteName, roomName }: Pick<Hour['rooms'][number], 'siteName' | 'roomName'>,
): string => (rooms.every((room) => room.siteName === siteName) ? roomName : `${siteName} ${roomName}`);

function Assign({ sessionId, hour, plan }: { sessionId: string; hour: Hour; plan: DutyPlanView }) {
  const assign = useCommand(invigilation.assignDuty);
  const [rooms, setRooms] = useState<readonly string[]>([]);
  const [kind, setKind] = useState<'staff' | 'helper'>('staff');
  const [accountId, setAccountId] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [replaces, setReplaces] = useState<string>('');
  const [asked, setAsked] = useState(false);
  const [made, setMade] = useState<{ path: string; name: string; where: string } | null>(null);
  const today = useToday();
  const open = plan.duties.filter((duty) => duty.slot === hour.slot && duty.state === 'open');
  const lacks = {
    rooms: rooms.length === 0,
    who: kind === 'staff' && accountId === null ? '请选择监考员' : null,
    name: kind === 'helper' && name.trim() === '' ? '请填写姓名' : null,
    phone: kind === 'helper' && !MOBILE_NUMBER.test(phone.trim()) ? '请填写 11 位手机号' : null,
  };
  const go = async () => {
    setAsked(true);
    if (lacks.rooms || lacks.who || lacks.name || lacks.phone) return;
    const who = kind === 'staff' ? { accountId: accountId ?? '' } : { name: name.trim(), phone: phone.trim() };
    const body = { slot: hour.slot, roomIds: [...rooms], who, ...(replaces !== '' && { replaces }) };
    const reply = await assign.run({ params: { id: sessionId }, body });
    if (!reply.ok) return;
    toast('已安排');
    const where = `${whenOf(hour, today)} ${roomNamesIn(hour, rooms)}`;
    setMade(reply.data.linkPath ? { path: reply.data.linkPath, name: name.trim(), where } : null);
    if (reply.data.linkPath) scrollIntoSight('#made-link');
    setRooms([]);
    setName('');
    setPhone('');
    setReplaces('');
    setAsked(false);
  };
  const toggle = (roomId: string, on: boolean) =>
    setRooms(on ? [...rooms, roomId] : rooms.filter((one) => one !== roomId));
  return (
    <>
      {made ? (
        <View id="made-link">
          <LinkCard {...made} about="监考链接" />
        </View>
      ) : null}
      <Group title="安排一个人" foot={asked && lacks.rooms ? '请至少选一个考场。' : null}>
        {hour.rooms.length > 1 ? (
          <Check
            id="all-rooms"
            text={`全选（${hour.rooms.length} 个考场）`}
            checked={rooms.length === hour.rooms.length}
            onChange={(on) => setRooms(on ? hour.rooms.map(({ roomId }) => roomId) : [])}
          />
        ) : null}
        {hour.rooms.map(({ roomId, expected, ...room }) => (
          <Check
            key={roomId}
            id={`room-${room.roomName}`}
            text={roomNameIn(hour, room)}
            note={`${expected} 人`}
            checked={rooms.includes(roomId)}
            onChange={(on) => toggle(roomId, on)}
          />
        ))}
      </Group>
      <Group>
        <Choices
          label="谁来"
          options={[
            { key: 'staff', text: '机构的监考员' },
            { key: 'helper', text: '请来帮忙的人', note: '发一次性链接，只认这个手机号，只看这一场' },
          ]}
          value={kind}
          onChoose={setKind}
        />
        {kind === 'staff' ? (
          <PickField
            id="duty-staff"
            label="监考员"
            options={plan.invigilators.map((one) => ({ key: one.accountId, text: one.name }))}
            value={accountId}
            error={asked ? lacks.who : null}
            onChange={setAccountId}
          />
        ) : (
          <>
            <TextField
              id="duty-name"
              label="姓名"
              value={name}
              maxlength={60}
              error={asked ? lacks.name : null}
              onChange={setName}
            />
            <TextField
              id="duty-phone"
              label="手机号"
              type="number"
              value={phone}
              maxlength={20}
              error={asked ? lacks.phone : null}
              onChange={setPhone}
            />
          </>
        )}
        {open.length > 0 ? (
          <PickField
            id="duty-replaces"
            label="代替谁（可不选）"
            options={[
              { key: '', text: '不代替' },
              ...open.map((duty) => ({ key: duty.id, text: `${duty.name}（${roomNamesIn(hour, duty.roomIds)}）` })),
            ]}
            value={replaces}
            onChange={setReplaces}
          />
        ) : null}
      </Group>
      <RefusalMessage refusal={assign.refusal} />
      <View className="door-go">
        <BigButton id="assign-duty" text="安排" busy={assign.busy} onTap={() => void go()} />
      </View>
    </>
  );
}
