import Taro from '@tarojs/taro';

/** Whether this build has a camera for codes; without one the page offers typing. */
export const CAN_SCAN = true;

/** The text of a QR code, or null when the person leaves. */
export async function scan(): Promise<string | null> {
  try {
    const { result } = await Taro.scanCode({ scanType: ['qrCode'] });
    return result;
  } catch {
    return null;
  }
}
