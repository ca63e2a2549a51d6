import { type FoundPlace, type FoundView, search } from '@jikaotong/shared/contract';
import { applicationStateWord, foundPlaceWord, stageWord, yuanWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { keepInAddress, open, useAnswer } from '../../platform';
import { BigButton, Cell, Empty, Group, Heading, Loaded, NoticeBar, Page, SearchField } from '../../ui';
import { offeringName } from '../notice';

const SEARCH_AFTER_MS = 300;

/** Everybody of one's bodies in whatever state, by name or any number; each leads on to the screens that one may open. */
export function SearchScreen({ first }: { first: string }) {
  const [typed, setTyped] = useState(first);
  const [q, setQ] = useState(first.trim());
  useEffect(() => {
    const wanted = typed.trim();
    if (wanted === q) return undefined;
    const timer = setTimeout(() => {
      setQ(wanted);
      keepInAddress(wanted === '' ? {} : { q: wanted });
    }, SEARCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, [typed, q]);
  const answer = useAnswer(search.searchEverywhere, { query: { q } }, { enabled: q !== '', keep: true });
  return (
    <Page>
      <Heading title="找人">不分批次和状态，报名、窗口、缴费、座位、成绩、证书一起找。</Heading>
      <SearchField id="search-everywhere" label="姓名、号码或金额" maxlength={60} value={typed} onChange={setTyped} />
      {q === '' ? <Hints /> : null}
      {q === '' ? null : (
        <Loaded answer={answer}>
          {({ items, more }) =>
            items.length === 0 ? (
              <Empty title="没有找到">
                证件号和手机号要输全部，或最后 4 到 8 位（开头几位、不到 4 位找不到）；姓名可以只输一部分；金额如
                430元、430.00元。
              </Empty>
            ) : (
              <>
                {items.map((found) => (
                  <Person key={`${found.id}${found.eventId}`} found={found} />
                ))}
                {more ? <More items={items} /> : null}
              </>
            )
          }
        </Loaded>
      )}
    </Page>
  );
}

/** How to come to the rest: more letters of a name; a sum is the same for all, and the orders are a list of their own. */
function More({ items }: { items: readonly FoundView[] }) {
  const paying = items.find(
    ({ by, orderFen, places }) => by === 'amount' && orderFen !== null && places.includes('order'),
  );
  if (!paying || paying.orderFen === null)
    return <NoticeBar tone="info">还有更多，请再多输入几个字，或加上姓名。</NoticeBar>;
  const sum = yuanWords(paying.orderFen);
  return (
    <>
      <NoticeBar tone="info">应缴 {sum} 的还有更多，缴费名单里有全部。</NoticeBar>
      <BigButton
        id="search-orders"
        text={`在缴费名单里看应缴 ${sum} 的`}
        tone="plain"
        onTap={() => open('/packages/staff/orders/index', { body: paying.bodyId, q: sum })}
      />
    </>
  );
}

/** What of each can be typed. */
const HINTS: readonly (readonly [what: string, how: string])[] = [
  ['姓名', '任意几个字，少数民族姓名有没有“·”都行'],
  ['证件号、手机号', '全部，或最后 4 到 8 位'],
  ['准考证号、参赛证号、缴费单号', '全部，或末尾 4 位以上'],
  ['证书编号、微信支付单号', '全部'],
  ['应缴金额', '如 153元、153.00元'],
];

const Hints = () => (
  <Group title="可以输">
    {HINTS.map(([what, how]) => (
      <Cell key={what} title={what} note={how} />
    ))}
  </Group>
);

function Person({ found }: { found: FoundView }) {
  const { id, name, phoneMasked, documentNumberMasked, eventName, offering, state, stage, places } = found;
  const numbers = [
    documentNumberMasked,
    phoneMasked,
    found.ticketNumber && `准考证 ${found.ticketNumber}`,
    found.orderNumber && `缴费单 ${found.orderNumber}`,
    found.orderFen !== null && `应缴 ${yuanWords(found.orderFen)}`,
    found.certificateNumber && `证书 ${found.certificateNumber}`,
  ].filter((one) => one !== null && one !== false && one !== '');
  return (
    <Group title={`${name ?? '未填姓名'}　${stage ? stageWord(stage) : applicationStateWord(state)}`}>
      <Cell
        title={offering ? offeringName(offering) : eventName}
        note={
          <>
            {offering ? <View>{eventName}</View> : null}
            <View>{numbers.join('　')}</View>
          </>
        }
      />
      {places.map((place) => (
        <Cell key={place} id={`found-${place}-${id}`} title={foundPlaceWord(place)} onTap={() => goTo(place, found)} />
      ))}
    </Group>
  );
}

/** The screen of this person in that part of the work. */
function goTo(
  place: FoundPlace,
  { id, name, bodyId, eventId, ticketNumber, certificateNumber, orderNumber }: FoundView,
): void {
  const q = name ?? '';
  switch (place) {
    case 'review':
      return open('/packages/review/review/index', { id });
    case 'counter':
      return open('/packages/staff/counter-desk/index', { id });
    case 'entry':
      return open('/packages/contest/judge/index', { id });
    case 'order':
      return open('/packages/staff/orders/index', { body: bodyId, q: orderNumber ?? q });
    case 'seat':
      return open('/packages/staff/seating/index', { session: eventId, q: ticketNumber ?? q });
    case 'score':
      return open('/packages/staff/scores/index', { session: eventId, q: ticketNumber ?? q });
    case 'certificate':
      return open('/packages/staff/certificates/index', { session: eventId, q: certificateNumber ?? q });
  }
}
