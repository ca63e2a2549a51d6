const OFFSET_MS = 8 * 3_600_000;

/** An instant as WeChat writes it: `2026-11-23T09:00:00+08:00`. */
export const rfc3339 = (ms: number): string => `${new Date(ms + OFFSET_MS).toISOString().slice(0, 19)}+08:00`;

/** An instant as people read it: `2026-11-23 09:00:00`. */
export const readable = (ms: number): string => rfc3339(ms).slice(0, 19).replace('T', ' ');

/** `2026-11-23` */
export const beijingDay = (ms: number): string => rfc3339(ms).slice(0, 10);
