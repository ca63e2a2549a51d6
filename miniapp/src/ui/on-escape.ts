/** A phone has no such key. */
export const useEscape = (_close: () => void): void => undefined;
