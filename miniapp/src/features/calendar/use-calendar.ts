import { type CalendarView, calendars } from '@jikaotong/shared/contract';
import { useEffect } from 'react';
import { type Answer, useAnswer, useOnShow, useSignIn } from '../../platform';
import { forgetCalendar, keepCalendar, keptCalendar } from './kept-calendar';

/** The calendar of whoever is signed in; without a network the one that was seen last. */
export function useCalendar(): { answer: Answer<CalendarView>; isKept: boolean } {
  const { phase, account } = useSignIn();
  const answer = useAnswer(calendars.getCalendar, {}, { enabled: phase === 'in' });
  const accountId = account?.id ?? null;
  const fresh = answer.state === 'ready' ? answer.data : null;
  useOnShow(() => {
    if (answer.state === 'ready') answer.refresh();
  });
  useEffect(() => {
    if (phase === 'out') forgetCalendar();
    if (phase === 'in' && accountId) forgetCalendar(accountId);
    if (fresh && accountId) keepCalendar(accountId, fresh);
  }, [phase, fresh, accountId]);

  const kept = phase === 'out' ? null : keptCalendar();
  const isAway = answer.state === 'refused' && answer.refusal.code === 'offline';
  if (kept && (isAway || (phase === 'starting' && answer.state === 'loading'))) {
    const refresh = answer.state === 'refused' ? answer.retry : () => undefined;
    return { answer: { state: 'ready', data: kept, refresh }, isKept: true };
  }
  return { answer, isKept: false };
}
