import { SignInGate } from '../../features/account';
import { MyApplications } from '../../features/application';
import { CalendarCell } from '../../features/calendar';
import { MessagesCell, WaitingRows, useWaitingRows } from '../../features/message';
import { KeptTickets } from '../../features/ticket';
import { open } from '../../platform';
import { Cell, Group, Page } from '../../ui';

/** My applications with their next step, and what I was told. */
export default function MinePage() {
  const waiting = useWaitingRows();
  return (
    <Page>
      <KeptTickets />
      <SignInGate why="登录后查看您的报名进度和下一步要做的事。">
        <WaitingRows rows={waiting} />
        <MessagesCell />
        <MyApplications
          enteredByUnit={waiting !== null && waiting.length > 0}
          after={
            <>
              <CalendarCell />
              <Group>
                <Cell
                  id="go-claim"
                  title="找回窗口报名"
                  note="在窗口由工作人员帮您报的名，找回来就能在手机上看"
                  onTap={() => open('/packages/apply/claim/index')}
                />
                <Cell
                  id="go-claim-row"
                  title="单位替我报了名"
                  note="找到单位替您填的报名，核对并确认"
                  onTap={() => open('/packages/unit/claim/index')}
                />
                <Cell
                  id="go-earlier"
                  title="找回从前合格的科目"
                  note="用手机报名以前考过的，还在保留期，只补考其余科目"
                  onTap={() => open('/packages/exam/earlier/index')}
                />
              </Group>
            </>
          }
        />
      </SignInGate>
    </Page>
  );
}
