import { SignInGate } from '../../features/account';
import { openTab } from '../../platform';
import { Empty, Page } from '../../ui';

export default function MinePage() {
  return (
    <Page>
      <SignInGate why="登录后查看您的申报进度和下一步要做的事。">
        <Empty title="还没有申报" action="去看通知" onAction={() => openTab('/pages/notices/index')}>
          在通知里选好项目，就可以开始申报。
        </Empty>
      </SignInGate>
    </Page>
  );
}
