/** Asks about an attempt: its notification may have been lost. */
export const QUERY_JOB = 'payment-query';
/** Closes what could still be paid for an order that is settled or over. */
export const CLOSE_JOB = 'payment-close';
/** Reminds the candidate on the day before the window to pay is over. */
export const REMIND_JOB = 'payment-remind';
/** Ends an order when the window to pay is over. */
export const LAPSE_JOB = 'order-lapse';
