import type { Notice, NodePath } from '../../notice';
import { type NoticeChange, type ChangeSide, type ChangedLeaf, CHANGE_GROUPS } from './notice-change';
import type { NoticePart } from './notice-part';
import { noticePartsOf } from './notice-parts';

/**
 * What differs between two versions of a notice, by group and in the order of the newer one. Parts are held against each
 * other by their names (codes, kinds, labels), not by their places: moving a row changes nothing.
 */
export function noticeChangesOf(before: Notice, after: Notice): readonly NoticeChange[] {
  const [old, now] = [byName(before), byName(after)];
  const changes = [
    ...[...now].map(([name, unit]) => changeOf(old.get(name) ?? null, unit)),
    ...[...old].filter(([name]) => !now.has(name)).map(([, unit]) => changeOf(unit, null)),
  ].filter((change) => change !== null);
  return CHANGE_GROUPS.flatMap((group) => changes.filter((change) => change.group === group));
}

/** Units that say something, each under a name of its own: the second of one name is `#2`. */
function byName(notice: Notice): ReadonlyMap<string, NoticePart> {
  const units = new Map<string, NoticePart>();
  for (const part of noticePartsOf(notice)) {
    if (part.node === null) continue;
    let name = `${part.unit} ${part.name}`;
    for (let nth = 2; units.has(name); nth += 1) name = `${part.unit} ${part.name} #${nth}`;
    units.set(name, part);
  }
  return units;
}

function changeOf(before: NoticePart | null, after: NoticePart | null): NoticeChange | null {
  const part = after ?? before;
  if (!part) return null;
  const leaves = before && after ? differing(before.node, after.node, after.path) : [];
  if (before && after && leaves.length === 0) return null;
  return {
    group: part.group,
    unit: part.unit,
    what: !before ? 'added' : !after ? 'removed' : 'changed',
    offerings: part.offerings,
    path: part.path,
    data: part.data,
    before: sideOf(before),
    after: sideOf(after),
    wordsOnly: leaves.length > 0 && leaves.every(({ path }) => path.slice(part.path.length).some(isWords)),
    leaves,
  };
}

const sideOf = (part: NoticePart | null): ChangeSide | null => part && { text: part.text, source: part.source };

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
