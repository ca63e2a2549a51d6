import {
  type StaffSessionView,
  bodies,
  calendarYears,
  contestFilings,
  counter,
  failedJobs,
  orders,
  overview,
  posters,
  publishing,
  retakeSchemes,
  search,
  sessions,
  units,
  year,
} from '@jikaotong/shared/contract';
import { banList, breachList, importedList, orderList, unitList } from '@jikaotong/shared/lists';
import { View } from '@tarojs/components';
import { call, open, reloadScreens, useAnswer, useOnShow, usePages } from '../../platform';
import { Cell, Empty, Group, Heading, Loaded, Page, LoadMoreButton } from '../../ui';
import { leave } from '../account';
import { useToday } from '../demonstration';
import { useStaff } from '../staff';
import { ContestCards } from './contest-card';
import { DutyBoard } from './duty-board';
import { FailedJobs } from './failed-jobs';
import { OwnActsCell } from './own-acts-cell';
import { WaitingFilings } from './waiting-filings';
import { WaitingUnits } from './waiting-units';
import { WorkCard } from './work-card';

/** Every session with how far it has come and the one next thing; what belongs to the body itself below. */
export function WorkbenchScreen() {
  const { account, may } = useStaff();
  const today = useToday();
  const answer = usePages(['workbench'], (cursor) => call(sessions.listStaffSessions, { query: { cursor } }));
  const duties = useAnswer(overview.listDuties, {});
  // colleagues work at the same time
  useOnShow(() => void reloadScreens());
  return (
    <Page>
      <Heading title="工作台">
        {account?.grants.map(({ bodyId, bodyName }) => (
          <View key={bodyId}>{bodyName}</View>
        ))}
      </Heading>
      {may(search.searchEverywhere) ? (
        <Group>
          <Cell
            id="go-search"
            title="找人"
            note="姓名、证件号、手机号、准考证号、缴费单号、金额"
            onTap={() => open('/packages/staff/search/index')}
          />
        </Group>
      ) : null}
      <Loaded answer={answer}>
        {(list) => (
          <>
            {list.items.length === 0 && duties.state === 'ready' && duties.data.contests.length === 0 ? (
              <Empty
                title="还没有批次"
                {...(may(sessions.createSession) ? { action: '新建批次', onAction: newSession } : {})}
              >
                批次就是一次有日期的考试安排，发布后考生才能报名。
              </Empty>
            ) : null}
            {duties.state === 'ready' ? <DutyBoard of={duties.data} today={today} /> : null}
            {may(units.listWaitingUnits) ? <WaitingUnits today={today} /> : null}
            <OwnActsCell />
            {duties.state === 'ready' ? <ContestCards of={duties.data} today={today} /> : null}
            {list.items.map((session: StaffSessionView) => (
              <WorkCard key={session.id} session={session} today={today} />
            ))}
            <LoadMoreButton list={list} />
            {may(contestFilings.listFilingDuties) ? <WaitingFilings today={today} /> : null}
            {may(failedJobs.listFailedJobs) ? <FailedJobs today={today} /> : null}
            <Group title="机构">
              {may(sessions.createSession) ? (
                <Cell id="new-session" title="新建批次" note="选通知、定日期、安排考场" onTap={newSession} />
              ) : null}
              {may(publishing.listStaffNotices) ? (
                <Cell
                  id="go-notices"
                  title="通知"
                  note="导入、对照、试算、发布新版"
                  onTap={() => open('/packages/publishing/notices/index')}
                />
              ) : null}
              {may(posters.listPosters) ? (
                <Cell
                  id="go-posters"
                  title="海报与竞赛报名"
                  note="二维码、报名名单、公布赛程"
                  onTap={() => open('/packages/contest/posters/index')}
                />
              ) : null}
              {may(counter.listAtCounter) ? (
                <Cell
                  id="go-counter"
                  title="现场受理"
                  note="扫报名单、核对原件、录入现场报名"
                  onTap={() => open('/packages/staff/counter/index')}
                />
              ) : null}
              {may({ who: ['invigilator', 'exam-officer'] }) ? (
                <Cell
                  id="go-duties"
                  title="我的监考"
                  note="下载名单、扫码签到"
                  onTap={() => open('/packages/duty/today/index')}
                />
              ) : null}
              {may(orders.getCase) ? (
                <Cell
                  id="go-cases"
                  title="待核查事项"
                  note="同证件重复报名、重复缴费等"
                  onTap={() => open('/packages/review/cases/index')}
                />
              ) : null}
              {account?.grants
                .filter(({ bodyId }) => may(breachList.rows, bodyId))
                .map(({ bodyId, bodyName }) => (
                  <Cell
                    key={bodyId}
                    id={`go-breaches-${bodyId}`}
                    title="违纪处理"
                    note={bodyName}
                    onTap={() => open('/packages/conduct/breaches/index', { body: bodyId })}
                  />
                ))}
              {account?.grants
                .filter(({ bodyId }) => may(banList.rows, bodyId))
                .map(({ bodyId, bodyName }) => (
                  <Cell
                    key={bodyId}
                    id={`go-bans-${bodyId}`}
                    title="不得参加评价的人"
                    note={bodyName}
                    onTap={() => open('/packages/conduct/bans/index', { body: bodyId })}
                  />
                ))}
              {account?.grants
                .filter(({ bodyId }) => may(importedList.rows, bodyId))
                .map(({ bodyId, bodyName }) => (
                  <Cell
                    key={bodyId}
                    id={`go-imported-${bodyId}`}
                    title="从前的记录"
                    note={`${bodyName}：导入和核对不得参加的人、合格科目、证书`}
                    onTap={() => open('/packages/conduct/imported/index', { body: bodyId })}
                  />
                ))}
              {account?.grants
                .filter(({ bodyId }) => may(retakeSchemes.getRetakeSchemes, bodyId))
                .map(({ bodyId, bodyName }) => (
                  <Cell
                    key={bodyId}
                    id={`go-retake-schemes-${bodyId}`}
                    title="补考方案"
                    note={`${bodyName}：考试模式变了，以前的成绩怎样算`}
                    onTap={() => open('/packages/body/retake-schemes/index', { body: bodyId })}
                  />
                ))}
              {account?.grants
                .filter(({ bodyId }) => may(unitList.rows, bodyId))
                .map(({ bodyId, bodyName }) => (
                  <Cell
                    key={bodyId}
                    id={`go-units-${bodyId}`}
                    title="单位"
                    note={bodyName}
                    onTap={() => open('/packages/unit/units/index', { body: bodyId })}
                  />
                ))}
              {account?.grants
                .filter(({ bodyId }) => may(orderList.rows, bodyId))
                .map(({ bodyId, bodyName }) => (
                  <Cell
                    key={bodyId}
                    id={`go-orders-${bodyId}`}
                    title="收款"
                    note={bodyName}
                    onTap={() => open('/packages/staff/orders/index', { body: bodyId })}
                  />
                ))}
              {account?.grants
                .filter(({ bodyId }) => may(bodies.getStaffBody, bodyId))
                .map(({ bodyId, bodyName }) => (
                  <Cell
                    key={bodyId}
                    id={`go-body-${bodyId}`}
                    title="机构设置与人员"
                    note={bodyName}
                    onTap={() => open('/packages/staff/body/index', { id: bodyId })}
                  />
                ))}
              {account?.grants
                .filter(({ bodyId }) => may(year.getYear, bodyId))
                .map(({ bodyId, bodyName }) => (
                  <Cell
                    key={bodyId}
                    id={`go-year-${bodyId}`}
                    title="年度统计"
                    note={bodyName}
                    onTap={() => open('/packages/award/year/index', { body: bodyId })}
                  />
                ))}
              {may(calendarYears.addCalendarYear) ? (
                <Cell
                  id="go-calendar-years"
                  title="放假安排"
                  note="每年公布后填写，用来推算工作日"
                  onTap={() => open('/packages/staff/calendar-years/index')}
                />
              ) : null}
              <Cell
                id="go-second-factor"
                title="动态验证码"
                value={account?.secondFactor ? '已开启' : '未开启'}
                onTap={() => open('/packages/staff/second-factor/index')}
              />
              <Cell id="go-password" title="修改密码" onTap={() => open('/packages/staff/password/index')} />
              <Cell id="leave" title="退出登录" note={account?.displayName ?? ''} onTap={() => void leave()} />
            </Group>
          </>
        )}
      </Loaded>
    </Page>
  );
}

const newSession = (): void => open('/packages/planning/session-plan/index');
