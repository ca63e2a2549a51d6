import { type LocalDate, addDays, localDate, monthOf, timeOfDay, weekdayOf, yearOf } from '@jikaotong/shared/kernel';
import type { Notice, Offering } from '@jikaotong/shared/notice';
import { type Calendar, isWorkday } from '@jikaotong/shared/rules/calendar';

type Site = { readonly name: string; readonly address: string };

/**
 * A session for a day on which one may apply, with its exam on a free Saturday and every offering the notice lists for
 * that month. Where the notice prints the months in a table, the row that is open for applications on the day, with its
 * printed windows; elsewhere the first month with an offering some three weeks away. Null when the notice has none.
 * B26 on 2026-11-23 gives 2026-12-12, on 2026-09-20 2026-10-17; S25 on 2025-06-20 gives 2025-08-23; E24 on 2024-08-10
 * gives 2024-09-07.
 */
export function planSession(notice: Notice, day: LocalDate, calendar: Calendar, site: Site) {
  const days = notice.schedule.length > 0 ? printedDays(notice, day, calendar) : freeDays(notice, day, calendar);
  if (!days) return null;
  const { exam, offeringCodes, ...windows } = days;
  const offerings = notice.offerings.filter(({ code }) => offeringCodes.includes(code));
  return {
    plan: {
      noticeId: notice.id,
      name: `${yearOf(exam)}年${monthOf(exam)}月批次`,
      offeringCodes: offerings.map(({ code }) => code),
      examStart: exam,
      examEnd: exam,
      ...windows,
    },
    places: {
      sites: [{ ...site, rooms: ROOMS }],
      papers: offerings.flatMap((offering) =>
        onExamDay(offering).map(({ code }) => ({
          day: exam,
          siteName: site.name,
          offeringCode: offering.code,
          subject: code,
          ...HOURS[code],
        })),
      ),
    },
  };
}

/** A subject whose time the notice announces later has no paper yet. */
const onExamDay = ({ subjects }: Offering): Offering['subjects'] =>
  subjects.filter(({ announcedLater }) => announcedLater?.value !== true);

/** The row of the printed table that one may apply for on this day. */
function printedDays({ schedule }: Notice, day: LocalDate, calendar: Calendar) {
  for (const { month, offerings, application, payment } of schedule) {
    if (!application || !payment || day < application.opens || application.closes < day) continue;
    return {
      exam: firstFreeSaturday(localDate(`${month}-20`), calendar),
      offeringCodes: offerings,
      applicationOpens: application.opens,
      applicationCloses: application.closes,
      paymentOpens: payment.opens,
      paymentCloses: payment.closes,
    };
  }
  return null;
}

/** Days around this one, for a notice that leaves them to its staff. */
function freeDays(notice: Notice, day: LocalDate, calendar: Calendar) {
  let exam = firstFreeSaturday(addDays(day, 19), calendar);
  while (yearOf(exam) === notice.year && offeredIn(notice, exam).length === 0)
    exam = firstFreeSaturday(addDays(exam, 7), calendar);
  if (yearOf(exam) !== notice.year) return null;
  return {
    exam,
    offeringCodes: offeredIn(notice, exam),
    applicationOpens: addDays(day, -7),
    applicationCloses: addDays(day, 7),
    paymentOpens: addDays(day, -7),
    paymentCloses: addDays(day, 11),
  };
}

const offeredIn = ({ offerings }: Notice, exam: LocalDate): string[] =>
  offerings.filter(({ months }) => months?.includes(monthOf(exam))).map(({ code }) => code);

const ROOMS = [
  { name: '1201 教室', seats: 30 },
  { name: '1202 教室', seats: 30 },
  { name: '1203 教室', seats: 20 },
];

const HOURS = {
  theory: { startsAt: timeOfDay('09:00'), endsAt: timeOfDay('10:30') },
  skill: { startsAt: timeOfDay('13:00'), endsAt: timeOfDay('15:00') },
  review: { startsAt: timeOfDay('15:30'), endsAt: timeOfDay('16:30') },
};

/** A Saturday off by itself: neither inside an announced holiday nor worked in exchange for one. */
function firstFreeSaturday(from: LocalDate, calendar: Calendar): LocalDate {
  for (let day = from; ; day = addDays(day, 1)) {
    const year = calendar.find((announced) => announced.year === yearOf(day));
    const working = isWorkday(calendar, day);
    const worked = working.ok && working.value;
    if (weekdayOf(day) === 6 && !worked && !year?.off.includes(day)) return day;
  }
}
