import { type DutiesToCopy, type DutyPlanView, dutyCopies } from '@jikaotong/shared/contract';
import { dayWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { toast, useAnswer, useCommand } from '../../platform';
import { BigButton, Cell, Empty, Group, Loaded, NoticeBar, PickField, RefusalMessage, Sheet } from '../../ui';
import { useToday } from '../demonstration';
import { NO_ROOM, copiedDuties, roomName, roomsToAsk } from './copied-duties';

type Hour = DutyPlanView['hours'][number];
type Props = { sessionId: string; hour: Hour };

/** The invigilators of an hour before, given the same rooms again: who is gone and which rooms are new is said first. */
export function CopyDuties({ sessionId, hour }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <View className="door-go">
      <BigButton id="copy-duties" text="照抄上一场" tone="plain" onTap={() => setOpen(true)} />
      {isOpen ? <CopySheet sessionId={sessionId} hour={hour} onClose={() => setOpen(false)} /> : null}
    </View>
  );
}

function CopySheet({ sessionId, hour, onClose }: Props & { onClose: () => void }) {
  const params = { id: sessionId };
  const answer = useAnswer(dutyCopies.listDutiesToCopy, { params });
  const copy = useCommand(dutyCopies.copyDuties);
  const [chosen, setChosen] = useState<string | null>(null);
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const sources = answer.state === 'ready' ? sourcesFor(answer.data.from, { sessionId, slot: hour.slot }) : [];
  const from = sources.find((one) => keyOf(one) === chosen) ?? sources[0];
  const asked = from ? roomsToAsk(from, hour.rooms) : [];
  const open = asked.filter((name) => answers[name] === undefined);
  const duties = from ? copiedDuties(from, hour.rooms, answers) : [];
  const send = async () => {
    const body = { slot: hour.slot, duties: duties.map(({ accountId, roomIds }) => ({ accountId, roomIds })) };
    const reply = await copy.run({ params, body });
    if (!reply.ok) return;
    toast('已安排');
    onClose();
  };
  return (
    <Sheet
      title="照抄上一场"
      onClose={onClose}
      action={
        from ? (
          <>
            <RefusalMessage refusal={copy.refusal} />
            <BigButton
              id="send-copy"
              text={`安排这 ${duties.length} 人`}
              busy={copy.busy}
              waitsFor={
                open.length > 0 ? `还有 ${open.length} 间考场要选改到哪间` : duties.length === 0 && '没有可以安排的人'
              }
              onTap={() => void send()}
            />
          </>
        ) : null
      }
    >
      <Loaded answer={answer}>
        {() =>
          from ? (
            <>
              <Source sources={sources} from={from} onChoose={setChosen} />
              <LeftOut from={from} />
              {asked.length > 0 ? (
                <Group title="这些考场这一场没有，改到哪间">
                  {asked.map((name, at) => (
                    <PickField
                      key={name}
                      id={`copy-room-${at}`}
                      label={name}
                      options={[
                        ...hour.rooms.map((room) => ({ key: room.roomId, text: roomName(room) })),
                        { key: NO_ROOM, text: '不安排' },
                      ]}
                      value={answers[name] ?? null}
                      onChange={(id) => setAnswers({ ...answers, [name]: id })}
                    />
                  ))}
                </Group>
              ) : null}
              <Group title="照抄以后">
                {duties.length === 0 ? <Cell title="没有可以照抄的人" /> : null}
                {duties.map(({ accountId, name, roomIds }) => (
                  <Cell key={accountId} title={name} note={roomsOf(hour, roomIds)} />
                ))}
              </Group>
            </>
          ) : (
            <Empty title="还没有可以照抄的">这个批次的其他场、上一个批次都还没有安排监考。</Empty>
          )
        }
      </Loaded>
    </Sheet>
  );
}

const keyOf = ({ sessionId, slot }: DutiesToCopy): string => `${sessionId} ${slot}`;

/** The hours to choose from: the one right before first, then the others; never the hour itself. */
const sourcesFor = (from: readonly DutiesToCopy[], { sessionId, slot }: { sessionId: string; slot: string }) => {
  const others = from.filter((one) => one.sessionId !== sessionId || one.slot !== slot);
  const before = others.filter((one) => one.slot < slot).toSorted((a, b) => (a.slot < b.slot ? 1 : -1));
  return [...before, ...others.filter((one) => !before.includes(one))];
};

const roomsOf = (hour: Hour, ids: readonly string[]): string =>
  hour.rooms
    .filter(({ roomId }) => ids.includes(roomId))
    .map(roomName)
    .join('、');

type SourceProps = { sources: readonly DutiesToCopy[]; from: DutiesToCopy; onChoose: (key: string) => void };

function Source({ sources, from, onChoose }: SourceProps) {
  const today = useToday();
  return (
    <Group>
      <PickField
        id="copy-from"
        label="照抄哪一场"
        options={sources.map((one) => ({
          key: keyOf(one),
          text: `${one.sessionName}　${dayWords(one.day, today)} ${one.startsAt}`,
        }))}
        value={keyOf(from)}
        onChange={onChoose}
      />
    </Group>
  );
}

/** Who of that hour is not given a duty again, and why. */
function LeftOut({ from }: { from: DutiesToCopy }) {
  const namesOf = (standing: DutiesToCopy['duties'][number]['standing']) =>
    [...new Set(from.duties.filter((one) => one.standing === standing).map(({ name }) => name))].join('、');
  const [gone, helpers] = [namesOf('gone'), namesOf('helper')];
  return (
    <>
      {gone ? (
        <NoticeBar tone="warn" title="已经不是监考员，不照抄">
          {gone}
        </NoticeBar>
      ) : null}
      {helpers ? (
        <NoticeBar tone="info" title="临时来帮忙的，要重新发链接">
          {helpers}
        </NoticeBar>
      ) : null}
    </>
  );
}
