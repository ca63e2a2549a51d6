import Taro from '@tarojs/taro';

/** Opens a file that came as base64 in WeChat's viewer, with the menu to send it on; false when it is none. */
export function openBytes(base64: string, { name, kind }: { name: string; kind: 'xlsx' }): Promise<boolean> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}.${kind}`;
  return new Promise((resolve) => {
    Taro.getFileSystemManager().writeFile({
      filePath,
      data: base64,
      encoding: 'base64',
      success: () => {
        Taro.openDocument({ filePath, fileType: kind, showMenu: true }).then(
          () => resolve(true),
          () => resolve(false),
        );
      },
      fail: () => resolve(false),
    });
  });
}
