import type { PhoneEvent, PhoneEventAnswer } from './phone-calendar';

/** A browser cannot write into a calendar: the page hands out a file. */
export const WRITES_PHONE_CALENDAR = false;

export const addToPhoneCalendar = (_event: PhoneEvent): Promise<PhoneEventAnswer> => Promise.resolve('failed');

export const openPermissions = (): void => undefined;
