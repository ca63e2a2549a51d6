/** Something that would break, or hide, in WeChat. */
export type Fault = {
  code:
    | 'template'
    | 'unknown-api'
    | 'console-error'
    | 'uncaught'
    | 'oversized-package'
    | 'oversized-data'
    | 'stray-package'
    | 'foreign-origin'
    | 'scrolls-away';
  detail: string;
};

/** Collects faults once each, in the order in which they were first seen. */
export type FaultBook = { note: (code: Fault['code'], detail: string) => void; list: () => readonly Fault[] };

export const openFaultBook = (): FaultBook => {
  const seen = new Map<string, Fault>();
  return {
    note: (code, detail) => void seen.set(`${code} ${detail}`, { code, detail }),
    list: () => [...seen.values()],
  };
};

/** One line for whatever was handed to the console or thrown, from any realm. */
export const describe = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (value !== null && typeof value === 'object') {
    if ('stack' in value && typeof value.stack === 'string') return value.stack;
    if ('errMsg' in value && typeof value.errMsg === 'string') return value.errMsg;
    return JSON.stringify(value);
  }
  return String(value);
};
