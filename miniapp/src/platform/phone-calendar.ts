import Taro from '@tarojs/taro';
import { troubleOf } from './trouble';

/** Whether this build writes into the phone's own calendar; a browser hands out a file instead. */
export const WRITES_PHONE_CALENDAR = true;

/** A day or an hour for the phone's own calendar, in milliseconds. */
export type PhoneEvent = {
  readonly title: string;
  readonly note: string;
  readonly place: string | null;
  readonly startMs: number;
  readonly endMs: number;
  readonly allDay: boolean;
  /** How long before the start it rings. */
  readonly ringsBeforeMs: number;
};

/** `refused`: the person did not let us; `left`: they stepped back; `failed`: the phone cannot. */
export type PhoneEventAnswer = 'added' | 'refused' | 'left' | 'failed';

/** Writes one event into the phone's calendar; WeChat asks for leave at the first one. */
export async function addToPhoneCalendar(event: PhoneEvent): Promise<PhoneEventAnswer> {
  try {
    await Taro.addPhoneCalendar({
      title: event.title,
      description: event.note,
      ...(event.place === null ? {} : { location: event.place }),
      startTime: event.startMs / 1000,
      endTime: String(event.endMs / 1000),
      allDay: event.allDay,
      alarm: true,
      alarmOffset: event.ringsBeforeMs / 1000,
    });
    return 'added';
  } catch (error) {
    const trouble = troubleOf(error);
    return trouble === 'left' || trouble === 'failed' ? trouble : 'refused';
  }
}

/** Opens WeChat's page where a refusal can be taken back. */
export const openPermissions = (): void => void Taro.openSetting().catch(() => undefined);
