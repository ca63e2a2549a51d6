import { SignInGate } from '../../features/account';
import { MyApplications } from '../../features/application';
import { CalendarCell } from '../../features/calendar';
import { MessagesCell } from '../../features/message';
import { KeptTickets } from '../../features/ticket';
import { Page } from '../../ui';

/** My applications with their next step, and what I was told. */
export default function MinePage() {
  return (
    <Page>
      <KeptTickets />
      <SignInGate why="登录后查看您的申报进度和下一步要做的事。">
        <MessagesCell />
        <CalendarCell />
        <MyApplications />
      </SignInGate>
    </Page>
  );
}
