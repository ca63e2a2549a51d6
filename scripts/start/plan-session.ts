import { type LocalDate, addDays, monthOf, timeOfDay, weekdayOf, yearOf } from '@jikaotong/shared/kernel';
import type { Notice } from '@jikaotong/shared/notice';
import { type Calendar, isWorkday } from '@jikaotong/shared/rules/calendar';

/**
 * A session around a day: applications are open, the exam is on the first free Saturday some three weeks away, with
 * every offering the notice lists for that month. Null when the notice has none then.
 * 2026-11-23 gives 2026-12-12, 2026-09-20 gives 2026-10-17.
 */
export function planSession(notice: Notice, day: LocalDate, calendar: Calendar) {
  const exam = firstFreeSaturday(addDays(day, 19), calendar);
  const offerings = notice.offerings.filter((offering) => offering.months?.includes(monthOf(exam)));
  if (yearOf(exam) !== notice.year || offerings.length === 0) return null;
  const days = { day: exam, siteName: SITE.name };
  return {
    plan: {
      noticeId: notice.id,
      name: `${yearOf(exam)}年${monthOf(exam)}月批次`,
      offeringCodes: offerings.map((offering) => offering.code),
      examStart: exam,
      examEnd: exam,
      applicationOpens: addDays(day, -7),
      applicationCloses: addDays(day, 7),
      paymentCloses: addDays(day, 11),
    },
    places: {
      sites: [SITE],
      papers: offerings.flatMap((offering) =>
        offering.subjects.map(({ code }) => ({ ...days, offeringCode: offering.code, subject: code, ...HOURS[code] })),
      ),
    },
  };
}

const SITE = {
  name: '协会培训考试中心',
  address: '北京经济技术开发区科谷一街10号院12号楼12层',
  rooms: [
    { name: '1201 教室', seats: 30 },
    { name: '1202 教室', seats: 30 },
    { name: '1203 教室', seats: 20 },
  ],
};

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
