import { examDayWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { PhotoCanvas, choosePhoto, toast } from '../../platform';
import { BigButton, Choices, Group, Heading, NoticeBar, Page, Phrases, PickField, ProseField } from '../../ui';
import { jpegOf } from './jpeg-of';
import { note } from './use-door';
import { BackToList, type InnerProps } from './inner-screen';
import './invigilation.scss';

const NONE = 'none';

/** Something happened in a room, or somebody came in another's place; with a picture where there is one. */
export function IncidentScreen({ dutyId, door, onBack }: InnerProps) {
  const [kind, setKind] = useState<'incident' | 'impostor'>('incident');
  const [room, setRoom] = useState<string | null>(null);
  const [seat, setSeat] = useState<string>(NONE);
  const [words, setWords] = useState('');
  const [picture, setPicture] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const [trouble, setTrouble] = useState(false);
  const { rooms, ofStage } = door.list.duty;
  const { person } = examDayWords(ofStage);
  const roomId = room ?? (rooms.length === 1 ? (rooms[0]?.roomId ?? null) : null);
  const take = async () => {
    const image = await choosePhoto('camera');
    if (image === null) return;
    const jpeg = image === 'unreadable' ? null : await jpegOf(image);
    setPicture(jpeg);
    setTrouble(jpeg === null);
  };
  const record = () => {
    setAsked(true);
    if (roomId === null || words.trim() === '') return;
    const said = { roomId, words: words.trim(), picture };
    note(dutyId, kind === 'incident' ? { kind, ...said } : { kind, ...said, sittingId: seat === NONE ? null : seat });
    toast('已记下');
    onBack();
  };
  return (
    <Page>
      <BackToList onBack={onBack} />
      <PhotoCanvas />
      <Heading title="记录情况">时间自动记下，没有网络也能记。</Heading>
      <Group title="什么事">
        <Choices
          label="什么事"
          options={[
            { key: 'incident', text: '考场情况', note: '停电、设备故障、身体不适等' },
            { key: 'impostor', text: '冒名顶替', note: `来的不是${person}本人，或没有报名的人` },
          ]}
          value={kind}
          onChoose={setKind}
        />
      </Group>
      <Group>
        {rooms.length > 1 ? (
          <PickField
            id="incident-room"
            label="考场"
            options={rooms.map((one) => ({ key: one.roomId, text: `${one.siteName} ${one.roomName}` }))}
            value={roomId}
            error={asked && roomId === null ? '请选择考场' : null}
            onChange={setRoom}
          />
        ) : null}
        {kind === 'impostor' ? (
          <PickField
            id="impostor-seat"
            label={`冒充哪个座位的${person}`}
            options={[
              { key: NONE, text: '不知道，或不在名单里' },
              ...door.list.guests
                .filter((guest) => roomId === null || guest.roomId === roomId)
                .map((guest) => ({ key: guest.sittingId, text: `${guest.seat} 号 ${guest.name}` })),
            ]}
            value={seat}
            onChange={setSeat}
          />
        ) : null}
        <ProseField
          id="incident-words"
          label="经过"
          value={words}
          maxlength={500}
          error={asked && words.trim() === '' ? '请写一句经过' : null}
          onChange={setWords}
        />
        <Phrases
          id="incident-phrase"
          phrases={
            kind === 'incident'
              ? ['停电', '设备故障', `${person}身体不适`]
              : ['照片不是本人', '证件不是本人', '拒绝出示证件']
          }
          onChoose={setWords}
        />
      </Group>
      {trouble ? <NoticeBar tone="warn">照片打不开，请重拍，或者不带照片先记下。</NoticeBar> : null}
      <View className="door-go">
        <BigButton
          id="take-picture"
          text={picture === null ? '拍照（可不拍）' : '✓ 已拍，重拍'}
          tone="plain"
          onTap={() => void take()}
        />
        <BigButton id="record-incident" text="记下" onTap={record} />
      </View>
    </Page>
  );
}
