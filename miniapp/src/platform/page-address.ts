/** Keeps what a page shows in its address, so that it can be sent on; WeChat has none. */
export const keepInAddress = (_params: Readonly<Record<string, string>>): void => undefined;
