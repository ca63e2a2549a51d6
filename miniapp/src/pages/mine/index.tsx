import { SignInGate } from '../../features/account';
import { MyApplications } from '../../features/application';
import { CalendarCell } from '../../features/calendar';
import { MessagesCell } from '../../features/message';
import { KeptTickets } from '../../features/ticket';
import { open } from '../../platform';
import { Cell, Group, Page } from '../../ui';

/** My applications with their next step, and what I was told. */
export default function MinePage() {
  return (
    <Page>
      <KeptTickets />
      <SignInGate why="登录后查看您的申报进度和下一步要做的事。">
        <MessagesCell />
        <CalendarCell />
        <MyApplications />
        <Group>
          <Cell
            id="go-claim"
            title="认领现场报名"
            note="在窗口由工作人员代为报名的，可以认领到自己的账号"
            onTap={() => open('/packages/apply/claim/index')}
          />
        </Group>
      </SignInGate>
    </Page>
  );
}
