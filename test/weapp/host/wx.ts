import type { Element } from './element';
import { dialogueApis } from './wx-dialogues';
import { mediaApis } from './wx-media';
import { navigationApis } from './wx-navigation';
import { networkApis } from './wx-network';
import { selectorApis } from './wx-selector';
import { storageApis } from './wx-storage';
import { systemApis } from './wx-system';
import type { WxWorld } from './wx-world';

/** Names that webpack and Taro put on wx themselves, or look at only to see whether they are there. */
const theirOwn = new Set(['webpackJsonp', '__taroAppConfig', 'then', 'toJSON', 'cloud']);

/** The `wx` object: reading a name that is not here is a fault, because the test would prove nothing about it. */
export const createWx = (world: WxWorld, draw: () => Element): Record<string, unknown> => {
  const apis: Record<string, unknown> = {
    ...systemApis(world),
    ...storageApis(world),
    ...navigationApis(world),
    ...networkApis(world),
    ...dialogueApis(world),
    ...mediaApis(world),
    ...selectorApis(world, draw),
  };
  return new Proxy(apis, {
    get: (target, name) => {
      if (typeof name === 'string' && !(name in target) && !theirOwn.has(name)) {
        world.faults.note('unknown-api', `wx.${name}`);
      }
      return Reflect.get(target, name);
    },
  });
};
