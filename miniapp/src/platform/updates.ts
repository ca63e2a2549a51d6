import Taro from '@tarojs/taro';
import { confirm } from './dialogs';

/** Offers a newer version of the mini-program as soon as WeChat has fetched it; otherwise it comes some start later. */
export function offerUpdates(): void {
  if (!Taro.canIUse('getUpdateManager')) return;
  const manager = Taro.getUpdateManager();
  manager.onUpdateReady(() => void offer(manager));
}

async function offer(manager: Taro.UpdateManager): Promise<void> {
  const now = await confirm({
    title: '有新版本',
    text: '换到新版本要重新打开小程序，草稿都还在。',
    yes: '现在换',
    no: '下次再换',
  });
  if (now) manager.applyUpdate();
}
