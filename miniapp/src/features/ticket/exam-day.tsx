import type { TicketView } from '@jikaotong/shared/contract';
import { type LocalDate, daysBetween } from '@jikaotong/shared/kernel';
import { distanceWords, examDayWords, placeWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { IN_WECHAT, copy, openLink } from '../../platform';
import { Card, Cell, Tag } from '../../ui';
import { examWords } from './exam-words';
import { nextHeat, nextSitting, nextStart } from './next-sitting';
import './ticket.scss';

type Props = { ticket: TicketView; today: LocalDate; calendar: ReactNode };

/** When, in which room, on which seat and how to get there; in the place of reading rows on the morning of the exam. */
export function ExamDay({ ticket, today, calendar }: Props) {
  const start = nextStart(ticket, today);
  if (!start) return null;
  const sitting = nextSitting(ticket, today);
  const room = sitting?.day === start.day ? sitting : null;
  const heat = nextHeat(ticket, today);
  return (
    <Card>
      <View className="exam-day__head">
        <View className="exam-day__when">
          {examWords(start.day, start.startsAt, today, examDayWords(ticket.ofStage).exam)}
        </View>
        {daysBetween(today, start.day) > 2 ? <Tag text={distanceWords(start.day, today)} tone="info" /> : null}
      </View>
      {room ? (
        <View className="exam-day__seat">
          {room.roomName} · 座位 {room.seat}
        </View>
      ) : null}
      {heat?.day === start.day ? (
        <View id="exam-day-heat" className="exam-day__seat">
          {heat.startsAt} {placeWords(heat)}
        </View>
      ) : null}
      {room ? (
        <View className="exam-day__ways">
          <Cell
            id="copy-address"
            title={room.siteName}
            note={room.address}
            value={IN_WECHAT ? '复制地址' : '看地图'}
            label={`${room.siteName}，${room.address}，${IN_WECHAT ? '复制地址' : '看地图'}`}
            onTap={() => (IN_WECHAT ? void copy(room.address) : openLink(mapOf(room.address)))}
          />
        </View>
      ) : null}
      {calendar}
    </Card>
  );
}

/** A map that looks for the address: the notice prints no position, and WeChat's own map wants one. */
const mapOf = (address: string): string => `https://uri.amap.com/search?keyword=${encodeURIComponent(address)}`;
