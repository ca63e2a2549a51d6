import type { SubjectCode } from '../notice';
import { subjectWord } from './levels';

/** How an exam day calls its ticket, what happens there and who comes. */
export type ExamDayWords = {
  readonly ticket: string;
  readonly ticketNumber: string;
  readonly exam: string;
  readonly person: string;
};

const SESSION: ExamDayWords = { ticket: '准考证', ticketNumber: '准考证号', exam: '考试', person: '考生' };
/** C24 and C25 speak of 比赛 and 参赛选手 and name no ticket; a number of a stage is 参赛号 already. Theory goes in a 考场 as printed. */
const STAGE: ExamDayWords = { ticket: '参赛证', ticketNumber: '参赛证编号', exam: '比赛', person: '选手' };

/** The words of a session, or of a stage of a competition. */
export const examDayWords = (ofStage: boolean | undefined): ExamDayWords => (ofStage ? STAGE : SESSION);

/** A subject as what is printed of the exam day calls it: C24 and C25 say 技能操作. */
export const examSubjectWord = (subject: SubjectCode, ofStage: boolean | undefined): string =>
  ofStage && subject === 'skill' ? '技能操作' : subjectWord(subject);
