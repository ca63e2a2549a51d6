import type { HeldEnrolment, HeldItem } from '@jikaotong/shared/contract';
import { RETENTION } from '@jikaotong/shared/rules/retention';
import {
  basisWords,
  fullDayWords,
  heldItemsWords,
  heldKindWord,
  keepWords,
  offeringWords,
} from '@jikaotong/shared/words';
import { Cell, Group } from '../../ui';

/** What an enrolment is called. */
export const enrolmentName = ({ offering, noticeTitle }: HeldEnrolment): string =>
  offering ? offeringWords(offering) : noticeTitle;

/** Until when something is kept, as a day where one can be named. */
export function untilWords({ kind, until, own, later }: HeldItem): string {
  const now = until ? `保存到${fullDayWords(until)}` : `保存${keepWords(kind, own)}`;
  if (!later?.until) return now;
  return `${now}；评价机构已公告，${fullDayWords(later.from)}起改为保存到${fullDayWords(later.until)}`;
}

/** What goes at once and what is kept, before anything is deleted. */
export function WhatGoes({ items }: { items: readonly HeldItem[] }) {
  const [now, kept] = [true, false].map((atOnce) =>
    items.filter(({ kind }) => (RETENTION[kind].onRequest === 'at-once') === atOnce),
  );
  return (
    <>
      {now && now.length > 0 ? (
        <Group title="删除后马上清除">
          {now.map(({ kind }) => (
            <Cell key={kind} title={heldKindWord(kind)} note={heldItemsWords(kind)} />
          ))}
        </Group>
      ) : null}
      {kept && kept.length > 0 ? (
        <Group title="删除后按规定还要保存" foot="到期后自动删除，不用再申请。保存期间不再显示在您的账号里。">
          {kept.map((item) => (
            <Cell
              key={item.kind}
              title={heldKindWord(item.kind)}
              note={`${untilWords(item)}。${basisWords(item.kind, item.own)}`}
            />
          ))}
        </Group>
      ) : null}
    </>
  );
}
