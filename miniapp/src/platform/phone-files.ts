import Taro from '@tarojs/taro';

/**
 * Takes away what was fetched to this phone, such as tickets, certificates and copies of one's data: it is not for whoever
 * signs in next. What cannot be removed is no reason to stay signed in.
 */
export function forgetPhoneFiles(): void {
  const folder = Taro.env.USER_DATA_PATH ?? '';
  const files = Taro.getFileSystemManager();
  files.readdir({
    dirPath: folder,
    success: ({ files: names }) => {
      for (const name of names) files.unlink({ filePath: `${folder}/${name}`, fail: () => undefined });
    },
    fail: () => undefined,
  });
}
