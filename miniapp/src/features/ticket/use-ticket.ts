import { type TicketView, sittings } from '@jikaotong/shared/contract';
import { useEffect } from 'react';
import { type Answer, call, useAnswer, useSignIn } from '../../platform';
import { forgetTicket, forgetTickets, keepTicket, keptTicket } from './kept-ticket';

/** The ticket of an application; without a network the one that was opened last. */
export function useTicket(applicationId: string): { answer: Answer<TicketView>; isKept: boolean } {
  const { phase, account } = useSignIn();
  const answer = useAnswer(sittings.getTicket, { params: { id: applicationId } }, { enabled: phase === 'in' });
  const accountId = account?.id ?? null;
  const fresh = answer.state === 'ready' ? answer.data : null;

  const isNew = fresh?.isNew === true;
  useEffect(() => {
    if (isNew) void call(sittings.openTicket, { params: { id: applicationId } });
  }, [isNew, applicationId]);
  useEffect(() => {
    if (fresh && accountId) keepTicket(accountId, fresh);
  }, [fresh, accountId]);
  const isRevoked = answer.state === 'refused' && answer.refusal.code === 'ticket-revoked';
  useEffect(() => {
    if (isRevoked) forgetTicket(applicationId);
  }, [isRevoked, applicationId]);
  useTicketHygiene();

  const kept = phase === 'out' ? null : keptTicket(applicationId);
  const isAway = answer.state === 'refused' && answer.refusal.code === 'offline';
  if (kept && (isAway || (phase === 'starting' && answer.state === 'loading'))) {
    const retry = answer.state === 'refused' ? answer.retry : () => undefined;
    return { answer: { state: 'ready', data: kept, refresh: retry }, isKept: true };
  }
  return { answer, isKept: false };
}

/** Takes kept tickets off the phone when their owner signs out or somebody else signs in. */
export function useTicketHygiene(): void {
  const { phase, account } = useSignIn();
  const accountId = account?.id;
  useEffect(() => {
    if (phase === 'out') forgetTickets();
    if (phase === 'in') forgetTickets(accountId);
  }, [phase, accountId]);
}
