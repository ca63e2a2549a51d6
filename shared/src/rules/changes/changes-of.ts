import type { Notice, NodePath } from '../../notice';
import { type Change, type ChangeSide, type ChangedLeaf, CHANGE_GROUPS } from './change';
import type { Unit } from './unit';
import { unitsOf } from './units';

/**
 * What differs between two versions of a notice, by group and in the order of the newer one. Parts are held against each
 * other by their names (codes, kinds, labels), not by their places: moving a row changes nothing.
 */
export function changesOf(before: Notice, after: Notice): readonly Change[] {
  const [old, now] = [byName(before), byName(after)];
  const changes = [
    ...[...now].map(([name, unit]) => changeOf(old.get(name) ?? null, unit)),
    ...[...old].filter(([name]) => !now.has(name)).map(([, unit]) => changeOf(unit, null)),
  ].filter((change) => change !== null);
  return CHANGE_GROUPS.flatMap((group) => changes.filter((change) => change.group === group));
}

/** Units that say something, each under a name of its own: the second of one name is `#2`. */
function byName(notice: Notice): ReadonlyMap<string, Unit> {
  const units = new Map<string, Unit>();
  for (const unit of unitsOf(notice)) {
    if (unit.node === null) continue;
    let name = `${unit.unit} ${unit.name}`;
    for (let nth = 2; units.has(name); nth += 1) name = `${unit.unit} ${unit.name} #${nth}`;
    units.set(name, unit);
  }
  return units;
}

function changeOf(before: Unit | null, after: Unit | null): Change | null {
  const unit = after ?? before;
  if (!unit) return null;
  const leaves = before && after ? differing(before.node, after.node, after.path) : [];
  if (before && after && leaves.length === 0) return null;
  return {
    group: unit.group,
    unit: unit.unit,
    what: !before ? 'added' : !after ? 'removed' : 'changed',
    offerings: unit.offerings,
    path: unit.path,
    data: unit.data,
    before: sideOf(before),
    after: sideOf(after),
    wordsOnly: leaves.length > 0 && leaves.every(({ path }) => path.slice(unit.path.length).some(isWords)),
    leaves,
  };
}

const sideOf = (unit: Unit | null): ChangeSide | null => unit && { text: unit.text, source: unit.source };

/** Below these nothing decides: where something is printed, and how it is read. */
const isWords = (part: string | number): boolean =>
  part === 'source' || part === 'reading' || part === 'printed' || part === 'corrected';

type Value = ChangedLeaf['before'];

function differing(before: unknown, after: unknown, path: NodePath): readonly ChangedLeaf[] {
  if (isScalar(before) && isScalar(after)) return before === after ? [] : [{ path, before, after }];
  const keys = [...new Set([...keysOf(before), ...keysOf(after)])];
  if (isScalar(before) !== isScalar(after) || keys.length === 0) {
    // a value on one side, a whole part on the other: tell the value, then every value of the part
    const lone = isScalar(before) ? before : isScalar(after) ? after : null;
    const own =
      lone === null ? [] : [{ path, before: isScalar(before) ? lone : null, after: isScalar(after) ? lone : null }];
    return [...own, ...keys.flatMap((key) => differing(at(before, key), at(after, key), [...path, key]))];
  }
  return keys.flatMap((key) => differing(at(before, key), at(after, key), [...path, key]));
}

const isScalar = (node: unknown): node is Value =>
  node === null || typeof node === 'string' || typeof node === 'number' || typeof node === 'boolean';

const keysOf = (node: unknown): readonly (string | number)[] => {
  if (Array.isArray(node)) return node.map((_, position) => position);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node)
    .filter(([, inner]) => inner !== undefined)
    .map(([key]) => key);
};

/** What stands under a key; what is absent reads as null. */
function at(node: unknown, key: string | number): unknown {
  if (typeof node !== 'object' || node === null) return null;
  const found: unknown = Reflect.get(node, key);
  return found === undefined ? null : found;
}
