import type { Award } from './award';
import type { ConditionLeaf } from './condition';
import type { AdvanceRule, ProtestRule } from './contest';
import type { Notice } from './notice';
import type { NoticeProblem, NoticeProblemCode } from './problem';
import { saysDay, saysDigits, saysLevel, saysMonth, saysNumber, saysSpan, saysText, saysUnitKind } from './quoted';
import { conditionsOf } from './trees';
import { leavesOf } from './leaves';
import type { NodePath } from './walk';
import type { Boundary } from './window';

/** Numbers, days, levels and spans that decide something stand in the words cited for them. */
export const checkNumbers = (notice: Notice): NoticeProblem[] => [
  ...documentHead(notice),
  ...conditionsOf(notice).flatMap(({ condition, path }) =>
    leavesOf(condition, path).flatMap(({ leaf, path: at }) => leafNumbers(leaf, at)),
  ),
  ...notice.windows.flatMap((window, position) =>
    (['opens', 'closes'] as const).flatMap((end) => {
      const boundary = window[end];
      return boundary ? boundaryNumbers(boundary, ['windows', position, end]) : [];
    }),
  ),
  ...scheduleDays(notice),
  ...offeringMonths(notice),
  ...laterSubjects(notice),
  ...money(notice),
  ...retake(notice),
  ...contest(notice),
  ...contacts(notice),
];

const unless = (
  holds: boolean,
  path: NodePath,
  code: NoticeProblemCode,
  data: NoticeProblem['data'],
): NoticeProblem[] => (holds ? [] : [{ path, code, data }]);

const number = (path: NodePath, source: Parameters<typeof saysNumber>[0], value: number | null): NoticeProblem[] =>
  value === null ? [] : unless(saysNumber(source, value), path, 'number-not-in-quote', { number: value });

const documentHead = ({ documentNumber, issuedOn }: Notice): NoticeProblem[] => [
  ...(documentNumber
    ? unless(saysText(documentNumber.source, documentNumber.value), ['documentNumber', 'value'], 'value-not-in-quote', {
        value: documentNumber.value,
      })
    : []),
  ...(issuedOn
    ? unless(saysDay(issuedOn.source, issuedOn.value), ['issuedOn', 'value'], 'day-not-in-quote', {
        day: issuedOn.value,
      })
    : []),
];

function leafNumbers(leaf: ConditionLeaf, path: NodePath): NoticeProblem[] {
  const level = (value: number, at: NodePath) =>
    unless(saysLevel(leaf.source, value), at, 'level-not-in-quote', { level: value });
  switch (leaf.kind) {
    case 'age':
      return [
        ...number([...path, 'atLeast'], leaf.source, leaf.atLeast),
        ...number([...path, 'atMost'], leaf.source, leaf.atMost),
      ];
    case 'bornBefore':
      return unless(saysDay(leaf.source, leaf.day), [...path, 'day'], 'day-not-in-quote', { day: leaf.day });
    case 'experience':
      return [
        ...number([...path, 'years'], leaf.source, leaf.years),
        ...(leaf.since?.kind === 'certificate' ? level(leaf.since.level, [...path, 'since', 'level']) : []),
      ];
    case 'residence':
      return number([...path, 'years'], leaf.source, leaf.years);
    case 'certificate':
      return [...level(leaf.level, [...path, 'level']), ...number([...path, 'heldYears'], leaf.source, leaf.heldYears)];
    case 'title':
      return number([...path, 'heldYears'], leaf.source, leaf.heldYears);
    case 'withinRetirementAge':
    case 'diploma':
    case 'declared':
      return [];
  }
}

function boundaryNumbers(boundary: Boundary, path: NodePath): NoticeProblem[] {
  if (boundary.kind === 'on')
    return unless(saysDay(boundary.source, boundary.day), [...path, 'day'], 'day-not-in-quote', { day: boundary.day });
  if (boundary.kind === 'printed')
    return unless(saysText(boundary.source, boundary.text), [...path, 'text'], 'value-not-in-quote', {
      value: boundary.text,
    });
  if (boundary.kind !== 'offset') return [];
  const { count, unit } = boundary;
  return unless(saysSpan(boundary.source, count, unit), [...path, 'count'], 'span-not-in-quote', { count, unit });
}

const scheduleDays = (notice: Notice): NoticeProblem[] =>
  notice.schedule.flatMap((row, position) => [
    ...(['application', 'payment'] as const).flatMap((key) => {
      const span = row[key];
      if (!span) return [];
      return (['opens', 'closes'] as const).flatMap((end) =>
        unless(saysDay(row.source, span[end], false), ['schedule', position, key, end], 'day-not-in-quote', {
          day: span[end],
        }),
      );
    }),
    ...unless(
      saysMonth(row.source, Number(row.month.slice(5))),
      ['schedule', position, 'month'],
      'months-not-in-quote',
      { months: row.month },
    ),
  ]);

/** Words that put something off; an offering without any subject on its exam days has none. */
const laterSubjects = ({ offerings }: Notice): NoticeProblem[] =>
  offerings.flatMap(({ subjects }, position) => [
    ...subjects.flatMap(({ announcedLater }, at) =>
      announcedLater?.value === true && 'clause' in announcedLater.source
        ? unless(
            /另行|另定|待定|届时|后续/.test(announcedLater.source.quote.replace(/\s/g, '')),
            ['offerings', position, 'subjects', at, 'announcedLater', 'value'],
            'value-not-in-quote',
            { value: '另行通知' },
          )
        : [],
    ),
    ...unless(
      subjects.some(({ announcedLater }) => announcedLater?.value !== true),
      ['offerings', position, 'subjects'],
      'every-subject-later',
      {},
    ),
  ]);

/** Printed months stand in the offering's row, or are those of its rows in the schedule. */
const offeringMonths = (notice: Notice): NoticeProblem[] =>
  notice.offerings.flatMap(({ code, months, source }, position) => {
    if (!months || months.length === 0) return [];
    const path: NodePath = ['offerings', position, 'months'];
    if (notice.schedule.length === 0)
      return unless(
        !('clause' in source) || lists(source.quote.replace(/\s+/gu, '')).includes(months.join('、')),
        path,
        'months-not-in-quote',
        { months: months.join('、') },
      );
    // a row for an offering that is not there is told of by itself
    const known = notice.offerings.map((offering) => offering.code);
    if (notice.schedule.some((row) => row.offerings.some((named) => !known.includes(named)))) return [];
    const scheduled = notice.schedule
      .filter((row) => row.offerings.includes(code))
      .map((row) => Number(row.month.slice(5)));
    return unless(months.join() === scheduled.join(), path, 'months-differ-from-schedule', {
      months: months.join('、'),
      scheduled: scheduled.join('、'),
    });
  });

const lists = (words: string): readonly string[] => words.match(/\d+(?:、\d+)*/g) ?? [];

function money({ fees, contest }: Notice): NoticeProblem[] {
  const awards = (contest?.awards ?? []).flatMap((award, position) =>
    award.fen === null
      ? []
      : unless(
          saysNumber(award.source, award.fen / 100),
          ['contest', 'awards', position, 'fen'],
          'amount-not-in-quote',
          { fen: award.fen },
        ),
  );
  if (!fees) return awards;
  const { year, payee } = fees;
  return [
    ...unless(saysNumber(year.source, year.value), ['fees', 'year', 'value'], 'number-not-in-quote', {
      number: year.value,
    }),
    ...(payee
      ? unless(saysDigits(payee.source, payee.account), ['fees', 'payee', 'account'], 'account-not-in-quote', {
          account: payee.account,
        })
      : []),
    ...awards,
  ];
}

const retake = ({ retake: rule }: Notice): NoticeProblem[] =>
  (rule?.kept ?? []).flatMap(({ years, chances, source }, position) => [
    ...unless(saysSpan(source, years, 'years'), ['retake', 'kept', position, 'years'], 'span-not-in-quote', {
      count: years,
      unit: 'years',
    }),
    ...number(['retake', 'kept', position, 'chances'], source, chances),
  ]);

function contest({ contest: rule, conduct }: Notice): NoticeProblem[] {
  const bans = (conduct?.tiers ?? []).flatMap(({ ban, source }, position) =>
    ban?.kind === 'years'
      ? (['light', 'serious'] as const).flatMap((weight) =>
          number(['conduct', 'tiers', position, 'ban', weight], source, ban[weight]),
        )
      : [],
  );
  if (!rule) return bans;
  return [
    ...(['theory', 'skill'] as const).flatMap((part) =>
      number(['contest', 'weights', part], rule.weights.source, rule.weights[part]),
    ),
    ...advance(rule.advance, ['contest', 'advance']),
    ...rule.stages.flatMap((stage, position) =>
      stage.advance ? advance(stage.advance, ['contest', 'stages', position, 'advance']) : [],
    ),
    ...(rule.protest ? protest(rule.protest) : []),
    ...rule.awards.flatMap((award, position) => awardWords(award, ['contest', 'awards', position])),
    ...bans,
  ];
}

const advance = (rule: AdvanceRule, path: NodePath): NoticeProblem[] =>
  'count' in rule
    ? number([...path, 'count'], rule.source, rule.count)
    : [
        ...number([...path, 'percent'], rule.source, rule.percent),
        ...(rule.minimum ? number([...path, 'minimum', 'value'], rule.minimum.source, rule.minimum.value) : []),
      ];

const protest = ({ to, window }: ProtestRule): NoticeProblem[] => [
  ...unless(saysText(to.source, to.value), ['contest', 'protest', 'to', 'value'], 'value-not-in-quote', {
    value: to.value,
  }),
  ...unless(
    saysSpan(window.source, window.count, window.unit),
    ['contest', 'protest', 'window', 'count'],
    'span-not-in-quote',
    { count: window.count, unit: window.unit },
  ),
];

/** The thresholds, kinds of unit and tax word of an award. */
const awardWords = (
  { for: whom, source, unitKinds, excludedUnitKinds, tax }: Award,
  path: NodePath,
): NoticeProblem[] => [
  ...(whom.kind === 'unit'
    ? [
        ...number([...path, 'for', 'entrants'], source, whom.entrants),
        ...number([...path, 'for', 'rankWithin'], source, whom.rankWithin),
      ]
    : []),
  ...Object.entries({ unitKinds, excludedUnitKinds }).flatMap(([key, kinds]) =>
    (kinds ?? []).flatMap((kind, at) =>
      unless(saysUnitKind(source, kind), [...path, key, at], 'unit-kind-not-in-quote', { kind }),
    ),
  ),
  ...(tax === undefined ? [] : unless(saysText(source, tax), [...path, 'tax'], 'value-not-in-quote', { value: tax })),
];

const contacts = (notice: Notice): NoticeProblem[] =>
  notice.contacts.flatMap(({ kind, value, extension, source }, position) =>
    kind === 'phone' || kind === 'mobile' || kind === 'email'
      ? [
          ...unless(saysText(source, value), ['contacts', position, 'value'], 'value-not-in-quote', { value }),
          ...(extension === null
            ? []
            : unless(saysText(source, extension), ['contacts', position, 'extension'], 'value-not-in-quote', {
                value: extension,
              })),
        ]
      : [],
  );
