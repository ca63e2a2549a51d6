import { defineEvent } from '../../platform/http';
import type { Application } from './application.record';

/** Whom and what an event is about. */
export type ApplicationEvent = Pick<Application, 'accountId' | 'bodyId' | 'sessionId' | 'noticeId' | 'offeringCode'> & {
  readonly applicationId: string;
};

/** Told when a draft is begun, before anybody knows whose document it will name. */
export const applicationStarted = defineEvent<{ readonly applicationId: string }>('applicationStarted');
/** Told when the application was handed in, or handed in again. */
export const applicationSubmitted = defineEvent<ApplicationEvent>('applicationSubmitted');
/** Told when staff approve; orders opens one. */
export const applicationApproved = defineEvent<ApplicationEvent>('applicationApproved');
/** Told when an approval is taken back; orders cancels, or refuses because it is paid. */
export const applicationReopened = defineEvent<
  ApplicationEvent & {
    readonly reason: string | null;
    /** With the candidate to be mended, instead of waiting for a decision. */
    readonly toMend: boolean;
  }
>('applicationReopened');
/** Told when the owner has changed what was not handed in, or was sent back. */
export const applicationSaved = defineEvent<{ readonly applicationId: string }>('applicationSaved');
export const applicationReturned = defineEvent<ApplicationEvent>('applicationReturned');
/** Told when a return is taken back before anything was mended: it waits for a decision again. */
export const applicationRecalled = defineEvent<ApplicationEvent>('applicationRecalled');
export const applicationRejected = defineEvent<ApplicationEvent>('applicationRejected');
/** Told when staff end one that is paid for, because its person may not take part; its money is decided on apart. */
export const applicationBarred = defineEvent<ApplicationEvent>('applicationBarred');
/** An approved one that was not paid was ended by staff, with a reason, as a rejected one is. */
export const applicationStopped = defineEvent<ApplicationEvent>('applicationStopped');
/** Told when the candidate steps back; orders cancels, or refuses because it is paid. */
export const applicationWithdrawn = defineEvent<ApplicationEvent>('applicationWithdrawn');
/** Told when staff let somebody leave who has paid; what becomes of the money is decided there. */
export const applicationLeft = defineEvent<ApplicationEvent>('applicationLeft');
/** Told when an approved application was not paid in time. */
export const applicationLapsed = defineEvent<ApplicationEvent>('applicationLapsed');
/** Told when a lapsed application goes on after all: its money was there. */
export const applicationReinstated = defineEvent<ApplicationEvent>('applicationReinstated');

/** Told when an application goes over to the candidate's own account; what hangs on it follows. */
export const applicationChangedHands = defineEvent<{
  readonly applicationId: string;
  /** Null: nobody had it, such as a walk-in. */
  readonly fromAccountId: string | null;
  readonly toAccountId: string;
}>('applicationChangedHands');

export const eventOf = (row: Application): ApplicationEvent => ({
  applicationId: row.id,
  accountId: row.accountId,
  bodyId: row.bodyId,
  sessionId: row.sessionId,
  noticeId: row.noticeId,
  offeringCode: row.offeringCode,
});
