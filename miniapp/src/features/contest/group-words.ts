/** `院校师生：在职研究生`: of which group, and what was said of it by whoever found none, which stays when staff put them into one. */
export const groupWords = (groupName: string | null, groupNote: string | null): string =>
  [groupName, groupNote].filter(Boolean).join('：') || '其他';
