import Taro, { useDidHide, useDidShow } from '@tarojs/taro';
import { useCallback, useRef } from 'react';

/** Tells whether the page around is in front: it was not told to hide, or it is the topmost one whatever it was told. */
export function useInFront(): () => boolean {
  const isShown = useRef(true);
  const own = useRef<unknown>(Taro.getCurrentInstance().page);
  useDidHide(() => {
    isShown.current = false;
  });
  useDidShow(() => {
    isShown.current = true;
    own.current = Taro.getCurrentInstance().page;
  });
  return useCallback(() => isShown.current || Taro.getCurrentPages().at(-1) === own.current, []);
}
