/** A browser's downloads are the person's own, in a folder that no page may touch. */
export function forgetPhoneFiles(): void {}
