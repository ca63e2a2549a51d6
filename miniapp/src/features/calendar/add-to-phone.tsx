import { type CalendarItem, calendars } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import {
  type PhoneEventAnswer,
  type Refusal,
  WRITES_PHONE_CALENDAR,
  addToPhoneCalendar,
  openFile,
  openPermissions,
} from '../../platform';
import { BigButton, RefusalMessage, NoticeBar, TextButton } from '../../ui';
import { phoneEventOf } from './phone-event';

type Props = {
  items: readonly CalendarItem[];
  /** Of the file a browser takes; absent: all that is one's own and not over. */
  fileKey?: string;
  id: string;
  text?: string;
};

/** Writes days into the phone's calendar: in WeChat one by one, in a browser as a file that the phone opens. */
export function AddToPhone({ items, fileKey, id, text = '加到手机日历' }: Props) {
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<{ added: number; answer: PhoneEventAnswer } | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const byFile = async () => {
    const query = fileKey === undefined ? {} : { key: fileKey };
    const reply = await openFile(calendars.downloadCalendar, { query }, { name: '技考通日历', kind: 'ics' });
    setRefusal(reply.ok ? null : reply);
    setDone(reply.ok ? { added: items.length, answer: 'added' } : null);
  };
  const one = async () => {
    let added = 0;
    let answer: PhoneEventAnswer = 'added';
    for (const item of items) {
      const event = phoneEventOf(item);
      if (!event) continue;
      answer = await addToPhoneCalendar(event);
      if (answer !== 'added') break;
      added += 1;
    }
    setDone({ added, answer });
  };
  const add = async () => {
    setBusy(true);
    await (WRITES_PHONE_CALENDAR ? one() : byFile());
    setBusy(false);
  };
  return (
    <View className="add-to-phone">
      <BigButton id={id} text={text} tone="plain" busy={busy} onTap={() => void add()} />
      <RefusalMessage refusal={refusal} />
      {done ? <Told {...done} /> : null}
    </View>
  );
}

function Told({ added, answer }: { added: number; answer: PhoneEventAnswer }) {
  const sofar = added > 0 ? `已加入${added}个日期。` : '';
  switch (answer) {
    case 'added':
      return WRITES_PHONE_CALENDAR ? (
        <NoticeBar tone="go">{`已加入手机日历（${added}个日期）。日期如有变动，请重新加入，或者改用订阅。`}</NoticeBar>
      ) : (
        <NoticeBar tone="go">
          日历文件已下载，打开它就能加入手机或电脑的日历。日期如有变动，请重新下载，或者改用订阅。
        </NoticeBar>
      );
    case 'refused':
      return (
        <NoticeBar tone="warn" title="没有得到使用日历的许可">
          {`${sofar}请在设置里打开“添加到手机日历”，再试一次。`}
          <TextButton id="open-permissions" text="去设置" onTap={openPermissions} />
        </NoticeBar>
      );
    case 'left':
      return <NoticeBar tone="info">{`${sofar}您取消了添加。`}</NoticeBar>;
    case 'failed':
      return <NoticeBar tone="warn">{`${sofar}这部手机暂时不能写入日历，可以改用订阅。`}</NoticeBar>;
  }
}
