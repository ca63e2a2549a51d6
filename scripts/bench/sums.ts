import { localDate } from '@jikaotong/shared/kernel';
import { readNoticeFile } from '@jikaotong/shared/notice-file';
import { assessmentCases } from '@jikaotong/shared/rules/assessment-cases';
import { ANNOUNCED_YEARS, windowsOf } from '@jikaotong/shared/rules/calendar';
import { assess } from '@jikaotong/shared/rules/eligibility';
import { openPdf } from '../../bff/src/platform/pdf';
import { sampleTicket } from '../../bff/src/platform/pdf/sample.testing';
import { ratesOf } from './rates';

const rounds = Number(process.env['BENCH_ROUNDS']);
const file = await readNoticeFile('shared/notices/bspia-2026-certification.yaml');
if (!file.ok) throw new Error('the notice does not read');
const { notice } = file.value;
const offeringCodes = notice.offerings.map(({ code }) => code);

const cases = assessmentCases({ notices: [notice], count: 6_000, seed: 1 });
const assessments = await ratesOf(rounds, async () => {
  for (const { offeringCode, facts, on } of cases) assess({ notice, offeringCode, facts, on });
  return cases.length;
});

const exams = ['2026-03-01', '2026-05-10', '2026-09-26', '2026-10-11', '2026-12-12'].map(localDate);
const timelines = await ratesOf(rounds, async () => {
  for (let again = 0; again < 200; again++)
    for (const examStart of exams)
      for (const offeringCode of offeringCodes)
        windowsOf({ notice, offeringCode, session: { examStart, examEnd: examStart }, calendar: ANNOUNCED_YEARS });
  return 200 * exams.length * offeringCodes.length;
});

const pdf = await openPdf();
const ticket = await sampleTicket();
const tickets = await ratesOf(rounds, async () => {
  for (let number = 0; number < 40; number++)
    await pdf.renderTicket({ ...ticket, number: `26120112${String(number).padStart(5, '0')}` });
  return 40;
});

process.send?.({ assessments, timelines, tickets });
