import { localDate, timeOfDay } from '@jikaotong/shared/kernel';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { drawCalendar } from './calendar-file';
import { type Entry, blank } from './entry';

const day = localDate;
const notice = { noticeId: 'n1', noticeTitle: '关于开展职业技能等级认定工作的通知', bodyName: '协会' };
const entry = (item: Partial<Entry['item']>, more: Partial<Entry> = {}): Entry => ({
  item: { ...blank('session.s1.payment', 'window', notice), window: 'payment', ...item },
  changedAt: Date.UTC(2026, 10, 20),
  alarm: null,
  ...more,
});
const text = (...entries: readonly Entry[]): string =>
  Buffer.from(drawCalendar(entries, { publicUrl: 'https://x.test' })).toString();
const read = (...entries: readonly Entry[]) =>
  new ICAL.Component(ICAL.parse(text(...entries))).getAllSubcomponents('vevent').map((part) => ({
    part,
    event: new ICAL.Event(part),
  }));
const only = (one: Entry) => {
  const [found] = read(one);
  if (!found) throw new Error('no event');
  return found;
};

describe('a calendar file, read by another parser', () => {
  it('holds a window as whole days, its end being the day after', () => {
    const { event, part } = only(entry({ opens: day('2026-12-01'), closes: day('2026-12-04') }));
    expect([event.startDate.isDate, String(event.startDate), String(event.endDate)]).toEqual([
      true,
      '2026-12-01',
      '2026-12-05',
    ]);
    expect(part.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
  });

  it.each([
    [{ opens: null, closes: day('2026-12-31') }, '2026-12-31', '2027-01-01', '缴费截止'],
    [{ opens: day('2028-02-29'), closes: null }, '2028-02-29', '2028-03-01', '缴费开始'],
    [{ opens: day('2026-12-01'), closes: day('2026-12-01') }, '2026-12-01', '2026-12-02', '缴费'],
  ])('holds one day where one end is known: %j', (days, start, end, name) => {
    const { event } = only(entry(days));
    expect([String(event.startDate), String(event.endDate)]).toEqual([start, end]);
    expect(event.summary.startsWith(`${name} ·`)).toBe(true);
  });

  it('leaves out what has no day', () => expect(read(entry({ printed: '7月下旬' }))).toEqual([]));

  it('holds a paper as an instant of Beijing, with its place', () => {
    const paper = entry({
      kind: 'paper',
      subject: 'theory',
      opens: day('2026-12-12'),
      closes: day('2026-12-12'),
      startsAt: timeOfDay('00:30'),
      endsAt: timeOfDay('10:30'),
      place: '亦庄考点，科谷一街10号',
    });
    const { event } = only(paper);
    expect([event.startDate.toJSDate().toISOString(), event.endDate.toJSDate().toISOString()]).toEqual([
      '2026-12-11T16:30:00.000Z',
      '2026-12-12T02:30:00.000Z',
    ]);
    expect(event.location).toBe('亦庄考点，科谷一街10号');
  });

  it('folds a long Chinese summary at 75 octets and no character in two', () => {
    const title = `关于举办“安全防范设施安装工”职业技能竞赛，及有关事项的通知；`.repeat(9);
    const long = entry({ opens: day('2026-12-01'), closes: null, noticeTitle: title });
    const lines = text(long).split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(text(long)).not.toContain('\u{FFFD}');
    expect(only(long).event.summary).toBe(`缴费开始 · ${title}`);
    expect(String(only(long).part.getFirstPropertyValue('description'))).toContain(title);
  });

  it('keeps its bytes while nothing changes, and moves SEQUENCE and LAST-MODIFIED with a change', () => {
    const one = entry({ opens: day('2026-12-01'), closes: day('2026-12-04') });
    const moved = { ...one, item: { ...one.item, closes: day('2026-12-07') }, changedAt: one.changedAt + 2_000 };
    expect(text(one)).toBe(text(one));
    const [before, after] = [only(one), only(moved)];
    expect(after.event.uid).toBe(before.event.uid);
    expect(after.event.sequence).toBe(before.event.sequence + 2);
    expect(String(after.part.getFirstPropertyValue('last-modified'))).toBe('2026-11-20T00:00:02Z');
    expect(String(after.event.endDate)).toBe('2026-12-08');
  });

  it('rings at nine the morning before the last day and on it, and says of a cancelled session that it is', () => {
    const closing = entry({ opens: day('2026-12-01'), closes: day('2026-12-04') }, { alarm: 'closing' });
    const triggers = only(closing)
      .part.getAllSubcomponents('valarm')
      .map((alarm) => [
        alarm.getFirstProperty('trigger')?.getParameter('related'),
        String(alarm.getFirstPropertyValue('trigger')),
      ]);
    // from the midnight before 12-01 on to nine on 12-03 and on 12-04
    expect(triggers).toEqual([
      ['START', 'P2DT9H'],
      ['START', 'P3DT9H'],
    ]);
    const cancelled = only(entry({ opens: day('2026-12-01'), cancelled: true }));
    expect(cancelled.part.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(cancelled.event.summary.startsWith('已取消')).toBe(true);
  });
});
