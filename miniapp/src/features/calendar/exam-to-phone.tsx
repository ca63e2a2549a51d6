import { calendars } from '@jikaotong/shared/contract';
import { useAnswer, useSignIn } from '../../platform';
import { AddToPhone } from './add-to-phone';

/** The sittings of an application into the phone's calendar; silent until the calendar knows them. */
export function ExamToPhone({ applicationId }: { applicationId: string }) {
  const { phase } = useSignIn();
  const answer = useAnswer(calendars.getCalendar, {}, { enabled: phase === 'in' });
  if (answer.state !== 'ready') return null;
  const papers = answer.data.items.filter(
    (item) => item.kind === 'paper' && item.applicationId === applicationId && !item.cancelled,
  );
  return papers.length > 0 ? <AddToPhone id="exam-to-phone" items={papers} /> : null;
}
