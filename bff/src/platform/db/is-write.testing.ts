const READS = /^\s*(select|with|show|pragma|explain)\b/i;

/** Whether a statement may change something; those that begin and end a transaction are among them. */
export const isWrite = (sql: string): boolean => !READS.test(sql);
