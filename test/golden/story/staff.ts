import type { SignedInPerson } from '../../support/people';
import type { Callers } from '../callers';

/** Everybody who works for B26's body, one a role. */
export type Staff = Record<
  'administrator' | 'reviewer' | 'finance' | 'officer' | 'marker' | 'checker' | 'publisher' | 'invigilator',
  SignedInPerson
>;

export const employ = async (callers: Callers): Promise<Staff> => {
  const administrator = await callers.administrator('admin');
  const staff = (name: string, role: Parameters<Callers['staff']>[2][number]) =>
    callers.staff(administrator, name, [role]);
  await callers.staff(administrator, 'duoneng', ['reviewer', 'finance', 'exam-officer']);
  return {
    administrator,
    reviewer: await staff('shenhe', 'reviewer'),
    finance: await staff('caiwu', 'finance'),
    officer: await staff('kaowu', 'exam-officer'),
    marker: await staff('dengfen', 'score-officer'),
    checker: await staff('fuhe', 'score-officer'),
    publisher: await staff('fabu', 'publisher'),
    invigilator: await staff('jiankao', 'invigilator'),
  };
};
