import Taro from '@tarojs/taro';
import type { LocalFile } from './local-file';
import { tellTrouble } from './tell-trouble';

/** Lets the person choose a picture or PDF of a paper; null when there is none, and said why unless they left. */
export async function chooseDocument(): Promise<LocalFile | null> {
  try {
    const { tempFiles } = await Taro.chooseMedia({ count: 1, mediaType: ['image'], sourceType: ['album', 'camera'] });
    const file = tempFiles[0];
    return file ? { path: file.tempFilePath, bytes: file.size } : null;
  } catch (error) {
    await tellTrouble('pictures', error);
    return null;
  }
}

/** Lets the person choose any file, such as a spreadsheet, from a chat; null when they leave. */
export async function chooseFile(extensions: readonly string[]): Promise<LocalFile | null> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: [...extensions] });
    const file = tempFiles[0];
    return file ? { path: file.path, bytes: file.size, name: file.name } : null;
  } catch (error) {
    await tellTrouble('file', error);
    return null;
  }
}

/** The bytes of a file, for the rules that look inside. */
export function bytesOf(file: LocalFile): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath: file.path,
      success: ({ data }) =>
        typeof data === 'string' ? reject(new Error('text where bytes were asked')) : resolve(new Uint8Array(data)),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
}
