import { Text } from '@tarojs/components';
import { ClockBar } from './features/demonstration';
import { back, useIsTab } from './platform';
import { Tappable } from './ui';
import './app-banner.scss';

/** What WeChat's own frame gives and a browser lacks: the way back; and the demonstration's clock. */
export function AppBanner() {
  const isTab = useIsTab();
  return (
    <>
      <ClockBar />
      {isTab ? null : (
        <Tappable className="app-banner__back" id="back" onTap={back}>
          <Text className="app-banner__arrow" />
          <Text>返回</Text>
        </Tappable>
      )}
    </>
  );
}
