/** `ABCD EFGH`: easier to read out. */
export const codeInGroups = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ');
