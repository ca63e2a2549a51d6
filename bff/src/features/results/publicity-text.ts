import { SubjectName } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import type { SubjectCode } from '@jikaotong/shared/notice';
import { fullDayWords, offeringWords, outcomeWord, subjectVerdictWord, subjectWord } from '@jikaotong/shared/words';
import { escapedHtml } from '../../platform/http';
import type { PublicLine } from './publicity';

type Published = {
  readonly sessionName: string;
  readonly offerings: readonly { readonly code: string; readonly closes: LocalDate }[];
  readonly lines: readonly PublicLine[];
};

/** The subjects that any of these lines says something of, in their order. */
export const subjectsAmong = (lines: readonly PublicLine[]): SubjectCode[] =>
  SubjectName.options.filter((code) => lines.some(({ subjects }) => subjects.some(({ subject }) => subject === code)));

/** `86.5`, 缺考, 取消; empty where a line says nothing of a subject. */
export function markIn({ subjects }: PublicLine, code: SubjectCode): string {
  const of = subjects.find(({ subject }) => subject === code);
  if (!of) return '';
  if (of.cancelled) return subjectVerdictWord('cancelled');
  if (of.absent) return subjectVerdictWord('absent');
  return of.points ?? subjectVerdictWord(of.passed ? 'kept' : 'unrecorded');
}

export const outcomeIn = ({ passed, pending, subjects }: PublicLine): string =>
  outcomeWord(pending ? 'pending' : passed ? 'passed' : subjects.every(({ absent }) => absent) ? 'absent' : 'failed');

/** The last day on which any of the list is public. */
export const lastDayOf = ({ offerings }: Pick<Published, 'offerings'>): LocalDate | null =>
  offerings
    .map(({ closes }) => closes)
    .toSorted()
    .at(-1) ?? null;

/** The same list twice: as plain text with tabs, and as a page whose tables a word processor and an article keep. */
export function publicityText(published: Published): { readonly text: string; readonly html: string } {
  const { sessionName, offerings, lines } = published;
  const closes = lastDayOf(published);
  const title = `${sessionName}成绩公示`;
  const note = closes ? `公示到${fullDayWords(closes)}，姓名已隐去部分。` : '姓名已隐去部分。';
  const text = [title, note];
  const html = [paragraph(title, 'font-weight:bold'), paragraph(note)];
  for (const { code } of offerings) {
    const own = lines.filter(({ offering }) => offering.code === code);
    const [first] = own;
    if (!first) continue;
    const name = offeringWords(first.offering);
    const subjects = subjectsAmong(own);
    text.push('', name, ['准考证号', '姓名', '成绩', '结果'].join('\t'));
    const rows = own.map((line) => {
      const marks = subjects.map((subject) => markIn(line, subject));
      const said = subjects.flatMap((subject, at) => (marks[at] ? [`${subjectWord(subject)}${marks[at]}`] : []));
      text.push([line.ticketNumber, line.nameMasked, said.join(' '), outcomeIn(line)].join('\t'));
      return row('td', [line.ticketNumber, line.nameMasked, ...marks, outcomeIn(line)]);
    });
    const head = row('th', ['准考证号', '姓名', ...subjects.map(subjectWord), '结果']);
    html.push(paragraph(name), `<table border="1" style="border-collapse:collapse">${head}${rows.join('')}</table>`);
  }
  return { text: text.join('\n'), html: html.join('') };
}

const paragraph = (words: string, style = ''): string => `<p style="${style}">${escapedHtml(words)}</p>`;

// an article keeps styles that stand on the cell itself; a spreadsheet would read a ticket number as an amount
const CELL = 'border:1px solid #999;padding:4px 8px';
const NUMBER = `${CELL};mso-number-format:'\\@'`;
const row = (tag: 'td' | 'th', cells: readonly string[]): string =>
  `<tr>${cells.map((words, at) => `<${tag} style="${at === 0 ? NUMBER : CELL}">${escapedHtml(words)}</${tag}>`).join('')}</tr>`;
