import Taro from '@tarojs/taro';
import { fileAddress } from './file-address';

/** Shows a scan behind one of the API's short-lived links; false when it could not be fetched. */
export async function viewFile({ url, type }: { url: string; type: string }): Promise<boolean> {
  const address = fileAddress(url);
  try {
    if (type !== 'application/pdf') {
      await Taro.previewImage({ urls: [address], current: address });
      return true;
    }
    const { tempFilePath, statusCode } = await Taro.downloadFile({ url: address });
    if (statusCode !== 200) return false;
    await Taro.openDocument({ filePath: tempFilePath, fileType: 'pdf', showMenu: true });
    return true;
  } catch {
    return false;
  }
}
