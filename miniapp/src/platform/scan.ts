import Taro from '@tarojs/taro';
import { tellTrouble } from './tell-trouble';

/** Whether this build has a camera for codes; without one the page offers typing. */
export const CAN_SCAN = true;

/** Fetches what reading a code needs, while there is a network; here WeChat has it. */
export const prepareScan = (): Promise<void> => Promise.resolve();

/** The text of a QR code, or null when there is none; unless the person left, it is said why. */
export async function scan(): Promise<string | null> {
  try {
    const { result } = await Taro.scanCode({ scanType: ['qrCode'] });
    return result;
  } catch (error) {
    await tellTrouble('camera', error);
    return null;
  }
}
