import { defineEvent } from '../../platform/http';
import type { ApplicationEvent } from './events';

/**
 * She leaves a session that was moved or cancelled, or nobody heard from her after a cancellation: orders give her money
 * back, sittings take seat and ticket.
 */
export const applicationLeft = defineEvent<ApplicationEvent & { readonly sessionName: string }>('applicationLeft');

/** Her application goes on in another session; the event names the new one. Orders carry what was paid. */
export const applicationTransferred = defineEvent<
  ApplicationEvent & {
    readonly fromSessionId: string;
    /** Whether it was stopped by a cancellation and goes on now. */
    readonly revived: boolean;
  }
>('applicationTransferred');
