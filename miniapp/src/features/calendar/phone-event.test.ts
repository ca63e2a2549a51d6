import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import { describe, expect, it } from 'vitest';
import { calendarItem } from './calendar-item.testing';
import { phoneEventOf } from './phone-event';

const day = localDate;
const iso = (ms: number | undefined) => new Date(ms ?? 0).toISOString();

describe('an event for the phone', () => {
  it('is the last day of a window, and rings at nine the morning before, in Beijing', () => {
    const event = phoneEventOf(calendarItem({ opens: day('2026-12-01'), closes: day('2026-12-04') }));
    expect(event).toMatchObject({ title: '缴费截止 · 12月批次 协会', allDay: true });
    expect([iso(event?.startMs), iso(event?.endMs)]).toEqual(['2026-12-03T16:00:00.000Z', '2026-12-04T16:00:00.000Z']);
    expect(iso((event?.startMs ?? 0) - (event?.ringsBeforeMs ?? 0))).toBe('2026-12-03T01:00:00.000Z');
    expect(event?.note).toContain('2026年12月1日至2026年12月4日');
  });

  it('is the hours of a paper, and rings a day before', () => {
    const event = phoneEventOf(
      calendarItem({
        kind: 'paper',
        window: null,
        subject: 'theory',
        opens: day('2026-12-12'),
        closes: day('2026-12-12'),
        startsAt: timeOfDay('09:00'),
        endsAt: timeOfDay('10:30'),
        place: '亦庄',
      }),
    );
    expect(event).toMatchObject({ title: '理论知识考试 · 12月批次 协会', allDay: false, place: '亦庄' });
    expect([iso(event?.startMs), iso(event?.endMs)]).toEqual(['2026-12-12T01:00:00.000Z', '2026-12-12T02:30:00.000Z']);
    expect(event?.ringsBeforeMs).toBe(86_400_000);
  });

  it('is none without a day', () => expect(phoneEventOf(calendarItem())).toBeNull());
});
