import type { NewerNotice } from '@jikaotong/shared/contract';
import { open } from '../../../platform';
import { Cell, Group, Heading, NoticeBar } from '../../../ui';
import { OfferingName, monthsWords } from '../offering-name';

/** A notice that this build cannot read: its text as published, and questions that the server judges. */
export function NewerNoticeBody({ newer }: { newer: NewerNotice }) {
  return (
    <>
      <Heading title={newer.title.value}>{newer.body.name}</Heading>
      <NoticeBar tone="warn" title="这份通知用了新的写法">
        本机的版本读不懂全部内容，不会猜测。请看通知原文；能不能报由服务器判断；要报名请更新小程序。
      </NoticeBar>
      <Group>
        <Cell
          id="original"
          title="通知原文"
          note="与发布的文字一致"
          onTap={() => open('/pages/notice-text/index', { id: newer.id })}
        />
      </Group>
      <Group title="申报项目">
        {newer.offerings.map((offering) => (
          <Cell
            key={offering.code}
            id={`check-${offering.code}`}
            title={<OfferingName of={offering} />}
            note={offering.months ? `认定月份 ${monthsWords(offering.months)}` : undefined}
            value="测一测"
            onTap={() => open('/packages/notice/self-check/index', { notice: newer.id, offering: offering.code })}
          />
        ))}
      </Group>
    </>
  );
}
