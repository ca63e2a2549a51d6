import { CLOCK_TOLERANCE_MS } from '@jikaotong/shared/rules/door';
import { examDayWords, refusalSentence } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { CAN_SCAN, type Refusal, scan } from '../../platform';
import { BigButton, Cell, Group, Heading, NoticeBar, Qr, Tag } from '../../ui';
import { keptVerificationKeys } from '../signed-token';
import { photosOf } from './kept-door';
import { type AtDoor, fetchDoor } from './use-door';

/** Scanned before the doors open, to know that the camera reads. */
const SAMPLE = 'JIKAOTONG-SAMPLE';

/** What has to be right before the doors open: list, photos, clock, key, camera. */
export function Readiness({ dutyId, door }: { dutyId: string; door: AtDoor | null }) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [sample, setSample] = useState<'read' | 'other' | null>(null);
  const fetchNow = async () => {
    setBusy(true);
    setRefusal(await fetchDoor(dutyId));
    setBusy(false);
  };
  const tryScan = async () => {
    const text = await scan();
    if (text !== null) setSample(text === SAMPLE ? 'read' : 'other');
  };
  return (
    <>
      <Heading title="考前检查">
        {examDayWords(door?.list.duty.ofStage).person}入场前做完，全部打勾就可以断网签到。
      </Heading>
      {refusal ? <NoticeBar tone="stop">{refusalSentence(refusal.code, refusal.data)}</NoticeBar> : null}
      <Group>
        {door ? <Checks door={door} /> : <Cell title="名单" value={<Tag text="没有下载" tone="stop" />} />}
        <Cell
          title="相机"
          note={
            sample === 'other' ? '读到了别的码，请对准下面的样码（可以用同事的手机显示）' : '扫一下同事手机上的样码'
          }
          value={sample === 'read' ? <Tag text="✓ 能读" tone="go" /> : <Tag text="没有试过" tone="warn" />}
        />
      </Group>
      <View className="door-go">
        <BigButton
          id="fetch-list"
          text={door ? '更新名单' : '下载名单'}
          tone={door ? 'plain' : 'primary'}
          busy={busy}
          onTap={() => void fetchNow()}
        />
        {CAN_SCAN ? <BigButton id="try-scan" text="试扫样码" tone="plain" onTap={() => void tryScan()} /> : null}
      </View>
      <Qr text={SAMPLE} label="样码，让同事试扫" />
    </>
  );
}

/** A list older than this is worth fetching again: a ticket may have been replaced since. */
const OLD_LIST_MS = 2 * 3_600_000;

function Checks({ door: { list, offsetMs, nowMs } }: { door: AtDoor }) {
  const ageMinutes = Math.max(0, Math.round((nowMs() - list.now) / 60_000));
  const isOld = ageMinutes * 60_000 > OLD_LIST_MS;
  const offMinutes = Math.round(Math.abs(offsetMs) / 60_000);
  const isOff = Math.abs(offsetMs) > CLOCK_TOLERANCE_MS;
  const without = list.guests.filter(({ notes }) => notes.includes('no-photo')).length;
  const missing = list.guests.filter(({ sittingId }) => !photosOf(list.duty.id)[sittingId]).length - without;
  const keys = Object.keys(keptVerificationKeys()).length;
  return (
    <>
      <Cell
        title="名单"
        note={`${list.guests.length} 人，${ageMinutes} 分钟前下载`}
        value={<Tag text={isOld ? '该更新了' : '✓ 是新的'} tone={isOld ? 'warn' : 'go'} />}
      />
      <Cell
        title="照片"
        note={[
          missing > 0 ? `${missing} 人没有照片` : '都在手机上',
          without > 0 && `${without} 人报名时没有收照片，核对身份证件`,
        ]
          .filter(Boolean)
          .join('；')}
        value={<Tag text={missing > 0 ? '不全' : '✓ 齐全'} tone={missing > 0 ? 'warn' : 'go'} />}
      />
      <Cell
        title="手机时间"
        note={isOff ? `和系统相差约 ${offMinutes} 分钟，记录时会自动校正` : '和系统一致'}
        value={<Tag text={isOff ? '已校正' : '✓ 准'} tone={isOff ? 'warn' : 'go'} />}
      />
      <Cell
        title="公钥"
        note={keys > 0 ? `能离线识别真假${examDayWords(list.duty.ofStage).ticket}` : '联网更新名单时会一起取来'}
        value={<Tag text={keys > 0 ? '✓ 有' : '没有'} tone={keys > 0 ? 'go' : 'stop'} />}
      />
      <Cell
        title="入场截止"
        note={list.graceIsAssumed ? '通知没有写，按推定' : '机构设定'}
        value={`开考后 ${list.graceMinutes} 分钟`}
      />
    </>
  );
}
