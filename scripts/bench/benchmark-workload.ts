import { readdir } from 'node:fs/promises';
import { addDays, localDate } from '@jikaotong/shared/kernel';
import { readNoticeFile } from '@jikaotong/shared/notice-file';
import { assessmentCases } from '@jikaotong/shared/rules/assessment-cases';
import { ANNOUNCED_YEARS, addWorkdays, windowsOf } from '@jikaotong/shared/rules/calendar';
import { assess } from '@jikaotong/shared/rules/eligibility';
import { openPdf } from '../../bff/src/platform/pdf';
import { openFonts } from '../../bff/src/platform/pdf/fonts';
import { renderTickets } from '../../bff/src/platform/pdf/ticket';
import { renderCertificates } from '../../bff/src/platform/pdf/certificate';
import { sampleCertificate, sampleTicket } from '../../bff/src/platform/pdf/sample.testing';
import { ratesSideBySide } from './rates';

const rounds = Number(process.env['BENCH_ROUNDS']);
const folder = 'shared/notices/';
const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml'));
const notices = await Promise.all(
  names.map(async (name) => {
    const file = await readNoticeFile(`${folder}${name}`);
    if (!file.ok) throw new Error(`${name} does not read`);
    return file.value.notice;
  }),
);
const noticeOf = new Map(notices.map((notice) => [notice.id, notice]));

const cases = assessmentCases({ notices, count: 6_000, seed: 1 }).flatMap(({ noticeId, ...asked }) => {
  const notice = noticeOf.get(noticeId);
  return notice ? [{ notice, ...asked }] : [];
});
const {
  first: assessments,
  second: copies,
  ratio: assessmentsByCopies,
} = await ratesSideBySide(
  rounds,
  () => {
    for (const asked of cases) assess(asked);
    return cases.length;
  },
  () => {
    for (const { facts } of cases) JSON.parse(JSON.stringify(facts));
    return cases.length;
  },
);

/** Sessions on any day of each notice's year, before all that is announced ends. */
const SESSIONS = 10_000;
const places = notices.flatMap((notice) => notice.offerings.map(({ code }) => ({ notice, offeringCode: code })));
const planned = Array.from({ length: SESSIONS }, (_, position) => {
  const place = places[position % places.length];
  if (!place) throw new Error('no offering');
  const examStart = addDays(localDate(`${place.notice.year}-02-01`), (position * 7) % 300);
  return { ...place, session: { examStart, examEnd: examStart }, calendar: ANNOUNCED_YEARS };
});
const {
  first: timelines,
  second: bareDays,
  ratio: timelinesByDays,
} = await ratesSideBySide(
  rounds,
  () => {
    for (const session of planned) windowsOf(session);
    return SESSIONS;
  },
  () => {
    // what no timeline can do without: the ticket's day, the results' and the end of publicity
    for (const { session } of planned) {
      for (const count of [-5, 5, 12]) addWorkdays(ANNOUNCED_YEARS, session.examStart, count);
    }
    return SESSIONS;
  },
);

const pdf = await openPdf();
const ticket = await sampleTicket();
const fonts = await openFonts();
const many = Array.from({ length: 40 }, (_, number) => ({
  ...ticket,
  number: `26120112${String(number).padStart(5, '0')}`,
}));
const {
  first: ticketPages,
  second: tickets,
  ratio: pagesByTickets,
} = await ratesSideBySide(
  rounds,
  async () => {
    // as its worker draws them: one file, one font object, a page each
    await renderTickets(fonts, '准考证', many);
    return many.length;
  },
  async () => {
    for (const one of many) await pdf.renderTicket(one);
    return many.length;
  },
);

const certificate = await sampleCertificate();
const bundle = Array.from({ length: 40 }, (_, number) => ({
  ...certificate,
  number: `${certificate.number.slice(0, 16)}${String(number).padStart(6, '0')}`,
}));
const {
  first: certificatePages,
  second: certificates,
  ratio: pagesByCertificates,
} = await ratesSideBySide(
  rounds,
  async () => {
    // as its worker draws them: one file, the seal embedded once
    await renderCertificates(fonts, { title: '证书', certificates: bundle, form: 'blank' });
    return bundle.length;
  },
  async () => {
    for (const one of bundle) await pdf.renderCertificate(one);
    return bundle.length;
  },
);

process.send?.({
  certificates,
  certificatePages,
  pagesByCertificates,
  assessments,
  copies,
  assessmentsByCopies,
  timelines,
  bareDays,
  timelinesByDays,
  tickets,
  ticketPages,
  pagesByTickets,
});
