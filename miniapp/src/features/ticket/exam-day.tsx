import type { TicketView } from '@jikaotong/shared/contract';
import { type LocalDate, daysBetween } from '@jikaotong/shared/kernel';
import { distanceWords, examDayWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { IN_WECHAT, copy, openLink } from '../../platform';
import { Card, Cell, Tag } from '../../ui';
import { examWords } from './exam-words';
import { nextSitting } from './next-sitting';
import './ticket.scss';

type Props = { ticket: TicketView; today: LocalDate; calendar: ReactNode };

/** When, in which room, on which seat and how to get there; in the place of reading rows on the morning of the exam. */
export function ExamDay({ ticket, today, calendar }: Props) {
  const next = nextSitting(ticket, today);
  if (!next) return null;
  return (
    <Card>
      <View className="exam-day__head">
        <View className="exam-day__when">
          {examWords(next.day, next.startsAt, today, examDayWords(ticket.ofStage).exam)}
        </View>
        {daysBetween(today, next.day) > 2 ? <Tag text={distanceWords(next.day, today)} tone="info" /> : null}
      </View>
      <View className="exam-day__seat">
        {next.roomName} · 座位 {next.seat}
      </View>
      <View className="exam-day__ways">
        <Cell
          id="copy-address"
          title={next.siteName}
          note={next.address}
          value={IN_WECHAT ? '复制地址' : '看地图'}
          label={`${next.siteName}，${next.address}，${IN_WECHAT ? '复制地址' : '看地图'}`}
          onTap={() => (IN_WECHAT ? void copy(next.address) : openLink(mapOf(next.address)))}
        />
      </View>
      {calendar}
    </Card>
  );
}

/** A map that looks for the address: the notice prints no position, and WeChat's own map wants one. */
const mapOf = (address: string): string => `https://uri.amap.com/search?keyword=${encodeURIComponent(address)}`;
