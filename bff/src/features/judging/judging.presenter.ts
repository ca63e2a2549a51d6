import type { JudgingView, StagePart } from '@jikaotong/shared/contract';
import { timeOfDay } from '@jikaotong/shared/kernel';
import { maskPhone } from '@jikaotong/shared/rules/identity';
import type { Actor, Context } from '../../platform/http';
import { listStaffOf, staffNamesOf } from '../accounts';
import type { Stage } from '../stages';
import { type Judge, phoneOfJudge } from './judge.repository';
import { type JudgeAct, openConflicts } from './judge-mark.repository';
import {
  type JudgingNow,
  uncheckedIn,
  expectedOf,
  isComplete,
  judgingNow,
  notBegunIn,
  outliersIn,
} from './judging-now';
import { type Judging, type MarkingSheet, findJudging, sheetsOf } from './judging.repository';
import { judgeWords, sheetWords } from './judging.record';
import { KEY_HOLDERS, seesJudges } from './key-holders';
import { othersOf } from './other-judgings';

type Asking = Pick<Context, 'h' | 'ports' | 'now'> & { readonly actor: Actor };
const NOBODY: JudgingNow = { places: [], judges: [], failures: [], absentMarked: [] };

/** How a part of a stage is judged, as staff see it. */
export async function presentJudging(ctx: Asking, stage: Stage, part: StagePart): Promise<JudgingView> {
  const judging = await findJudging(ctx.h, { stageId: stage.id, part });
  const now = judging ? await judgingNow(ctx.h, ctx.ports.crypto, judging) : NOBODY;
  const sheets = judging ? await sheetsOf(ctx.h, judging.id) : [];
  const conflicts = judging ? await openConflicts(ctx.h, judging.id) : [];
  const staff = (await listStaffOf(ctx.h, stage.event.bodyId)).filter(
    ({ roles, state }) => state === 'active' && roles.some((role) => KEY_HOLDERS.some((one) => one === role)),
  );
  const nameOf = await namesFor(ctx, judging, { sheets, judges: now.judges });
  const [current = null] = sheets;
  const shown = judging !== null && (await seesJudges(ctx, judging));
  return {
    stageId: stage.id,
    part,
    bodyId: stage.event.bodyId,
    title: stage.notice.title.value,
    stageName: stage.name,
    drawn: now.places.length > 0,
    proposed: proposedBy(stage),
    sheet: current && sheetView(ctx, current, nameOf),
    others: await othersOf(ctx.h, stage, part),
    earlier: Math.max(0, sheets.length - 1),
    startedAt: judging?.startedAt ?? null,
    turn: judging?.turn ?? 0,
    keyHolders: (judging?.keyHolders ?? []).map((accountId) => ({ accountId, name: nameOf(accountId) })),
    holdsKey: judging?.keyHolders.includes(ctx.actor.accountId) ?? false,
    staff: staff.map(({ accountId, displayName, name }) => ({ accountId, name: displayName ?? name })),
    lock: lockView(judging, ctx.actor.accountId, nameOf),
    judges: now.judges.map((judge) => judgeView(ctx, judge, { now, shown, nameOf })),
    heats: heatsOf(now, current),
    numbers: now.places.filter(({ isPresent }) => isPresent).length,
    complete: now.places.filter((at) => at.isPresent && isComplete(at)).length,
    outliers: outliersIn(now, current),
    notBegun: notBegunIn(now, ctx.now.ms).length,
    unchecked: uncheckedIn(now),
    absentMarked: now.absentMarked.map(({ number, name }) => ({ number, name })),
    conflicts: conflicts.map((act) => conflictView(act, now, { judging, shown })),
  };
}

type NameOf = (accountId: string) => string;

async function namesFor(
  { h }: Asking,
  judging: Judging | null,
  { sheets, judges }: { readonly sheets: readonly MarkingSheet[]; readonly judges: readonly Judge[] },
): Promise<NameOf> {
  const asked = [
    ...(judging ? [...judging.keyHolders, judging.proposedBy, judging.lockedBy] : []),
    ...sheets.map(({ definedBy }) => definedBy),
    ...judges.map(({ voidedBy }) => voidedBy),
  ];
  const names = await staffNamesOf(h, [...new Set(asked.filter((id) => id !== null))]);
  return (accountId) => names.get(accountId) ?? '';
}

const sheetView = ({ ports }: Asking, sheet: MarkingSheet, nameOf: NameOf): NonNullable<JudgingView['sheet']> => ({
  version: sheet.version,
  items: [...sheet.items],
  rule: sheet.rule,
  spread: sheet.spread,
  definedAs: sheet.definedAs,
  said: sheetWords.open(ports.crypto, sheet, 'said'),
  byName: nameOf(sheet.definedBy),
  at: sheet.definedAt,
});

/** What the notice says of several judges, and where; null where it says nothing. */
function proposedBy({ rule }: Stage): JudgingView['proposed'] {
  const judges = rule.marking?.judges;
  if (!judges) return null;
  const { source } = judges;
  return {
    rule: judges.kind === 'trimmed-mean' ? { kind: judges.kind, drop: judges.drop } : { kind: judges.kind },
    clause: 'clause' in source ? source.clause : null,
    assumed: 'assumed' in source ? source.assumed : null,
  };
}

function lockView(judging: Judging | null, accountId: string, nameOf: NameOf): JudgingView['lock'] {
  const nobody = { byName: null, mine: false, at: null, secondName: null };
  if (judging === null) return { state: 'open', ...nobody };
  const { proposedBy: by, proposedAt, proposedTurn, turn, lockedBy, lockedAt } = judging;
  const said = { byName: by && nameOf(by), mine: by === accountId };
  if (lockedAt !== null) return { state: 'locked', ...said, at: lockedAt, secondName: lockedBy && nameOf(lockedBy) };
  return by !== null && proposedTurn === turn
    ? { state: 'proposed', ...said, at: proposedAt, secondName: null }
    : { state: 'open', ...nobody };
}

function judgeView(
  { ports }: Asking,
  judge: Judge,
  { now, shown, nameOf }: { readonly now: JudgingNow; readonly shown: boolean; readonly nameOf: NameOf },
): JudgingView['judges'][number] {
  const phone = phoneOfJudge(ports.crypto, judge);
  const own = now.places.flatMap((at) => at.judges.filter((one) => one.judge.id === judge.id));
  const expected = now.places.flatMap(expectedOf).filter((one) => one.judge.id === judge.id);
  return {
    id: judge.id,
    name: judge.name,
    unit: judge.unit,
    phoneMasked: phone === null ? null : maskPhone(phone),
    heats: judge.heats && [...judge.heats],
    stations: judge.stations && [...judge.stations],
    state: judge.state,
    joined: judge.accountId !== null,
    heardAt: judge.heardAt,
    waiting: judge.waiting,
    numbers: shown ? expected.length : null,
    marked: shown ? own.filter(({ mark }) => mark !== null).length : null,
    voided:
      judge.voidedAt === null
        ? null
        : {
            at: judge.voidedAt,
            byName: nameOf(judge.voidedBy ?? ''),
            reason: judgeWords.openIf(ports.crypto, judge, 'voidReason') ?? '',
          },
  };
}

function heatsOf({ places }: JudgingNow, sheet: MarkingSheet | null): JudgingView['heats'] {
  const heats = [...new Set(places.map(({ place }) => place.heat))].toSorted((a, b) => a - b);
  return heats.flatMap((heat) => {
    const here = places.filter(({ place }) => place.heat === heat);
    const [first] = here;
    if (!first) return [];
    const present = here.filter(({ isPresent }) => isPresent);
    return [
      {
        heat,
        day: first.place.day,
        startsAt: timeOfDay(first.place.startsAt),
        numbers: present.length,
        complete: present.filter(isComplete).length,
        outliers: outliersIn({ places: here }, sheet),
      },
    ];
  });
}

function conflictView(
  act: JudgeAct,
  { judges, places }: JudgingNow,
  { judging, shown }: { readonly judging: Judging | null; readonly shown: boolean },
): JudgingView['conflicts'][number] {
  const at = places.find(({ place }) => place.id === act.placeId);
  return {
    id: act.id,
    judgeName: shown ? (judges.find(({ id }) => id === act.judgeId)?.name ?? '') : null,
    number: at ? { heat: at.place.heat, station: at.place.station } : null,
    conflict: act.conflict ?? 'unreadable',
    marks: act.marks && [...act.marks],
    at: act.at,
    mayCount:
      judging?.lockedAt === null && act.total !== null && at?.run === act.run && act.conflict !== 'not-of-this-judge',
  };
}
