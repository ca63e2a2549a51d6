import { asynchronous, refusal, textOption, type WxWorld } from './wx-world';

/** WeChat keeps at most 1 MB under one key. */
const heaviest = 1024 * 1024;

/** wx storage; values pass through JSON as on the phone. */
export const storageApis = (world: WxWorld): Record<string, unknown> => {
  const kept = world.phone.storage;
  const set = (key: string, value: unknown): void => {
    const json = JSON.stringify(value) ?? '""';
    if (json.length > heaviest) throw refusal('exceed storage item max length');
    kept.set(key, json);
  };
  const get = (key: string): unknown => {
    const json = kept.get(key);
    return json === undefined ? '' : world.adopt(JSON.parse(json));
  };
  const info = (): object => ({ keys: [...kept.keys()], currentSize: 1, limitSize: 10240 });
  return {
    setStorageSync: set,
    getStorageSync: get,
    removeStorageSync: (key: string) => void kept.delete(key),
    clearStorageSync: () => kept.clear(),
    getStorageInfoSync: () => world.adopt(info()),
    setStorage: asynchronous(world, 'setStorage', (options) => set(textOption(options, 'key'), options['data'])),
    getStorage: asynchronous(world, 'getStorage', (options) => {
      if (!kept.has(textOption(options, 'key'))) throw refusal('data not found');
      return { data: get(textOption(options, 'key')) };
    }),
    removeStorage: asynchronous(world, 'removeStorage', (options) => void kept.delete(textOption(options, 'key'))),
    clearStorage: asynchronous(world, 'clearStorage', () => kept.clear()),
    getStorageInfo: asynchronous(world, 'getStorageInfo', info),
  };
};
