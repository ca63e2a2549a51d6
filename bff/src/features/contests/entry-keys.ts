/** One account, one live entry to a competition. */
export const accountKeyOf = (noticeId: string, accountId: string): string => `${noticeId}:${accountId}`;

/** One document, one live entry to a competition. */
export const documentKeyOf = (noticeId: string, documentIndex: string): string => `${noticeId}:${documentIndex}`;
