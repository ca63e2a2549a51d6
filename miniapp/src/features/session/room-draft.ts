import type { PlannedRoom, RoomKind } from '@jikaotong/shared/rules/planning';

/** A room as it is written; empty texts while unanswered. */
export type RoomDraft = {
  readonly name: string;
  readonly seats: string;
  readonly perRow?: string;
  readonly kind?: RoomKind;
  /** Numbers of seats, parted by anything that is none. */
  readonly accessible?: string;
};

const MOST_ROOMS = 60;

export const roomDraftOf = ({ name, seats, perRow, kind, accessible }: PlannedRoom): RoomDraft => ({
  name,
  seats: String(seats),
  ...(perRow !== undefined && { perRow: String(perRow) }),
  ...(kind !== undefined && { kind }),
  ...(accessible !== undefined && { accessible: accessible.join('、') }),
});

/** `101-110` or `第1考场-第12考场`: each room between, like the given one; null where the text names no such rooms. */
export function roomsBetween(range: string, like: Omit<RoomDraft, 'name'>): readonly RoomDraft[] | null {
  const parts = /^(\D*)(\d{1,5})(\D*?)\s*(?:-|–|—|~|～|到|至)\s*\D*?(\d{1,5})\D*$/u.exec(range.trim());
  if (!parts) return null;
  const [, before = '', from = '', after = '', to = ''] = parts;
  const count = Number(to) - Number(from) + 1;
  if (count < 1 || count > MOST_ROOMS) return null;
  return Array.from({ length: count }, (_, at) => ({
    ...like,
    name: `${before}${String(Number(from) + at).padStart(from.length, '0')}${after}`,
  }));
}

/**
 * Rooms with more of them. Bare numbers that go on after a 第1考场 are named like it; with any other numbers, that first room,
 * which was only offered, stands for none.
 */
export function withRooms(rooms: readonly RoomDraft[], more: readonly RoomDraft[]): readonly RoomDraft[] {
  const named = rooms.filter(({ name }) => name.trim() !== '');
  const [first, ...others] = named;
  const isOffered = first?.name === OFFERED && others.length === 0;
  const goesOn = first?.name === OFFERED && /^[12]$/.test(more[0]?.name ?? '');
  if (!goesOn) return [...(isOffered ? [] : named), ...more];
  const alike = more.map((room) => ({
    ...room,
    name: /^\d+$/.test(room.name) ? `第${Number(room.name)}考场` : room.name,
  }));
  const known = new Set(named.map(({ name }) => name));
  return [...named, ...alike.filter(({ name }) => !known.has(name))];
}
/** What the first room of a site is called until somebody says otherwise. */
const OFFERED = '第1考场';

/** A whole number within bounds, or null. */
export function countOf(text: string | undefined, most: number): number | null {
  const count = /^\d{1,5}$/.test(text?.trim() ?? '') ? Number(text) : 0;
  return count >= 1 && count <= most ? count : null;
}

const seatsIn = (text: string): number[] => [...new Set(text.match(/\d+/g)?.map(Number) ?? [])];

/** What is wrong with a room, in words; null: nothing. */
export function roomFault({ name, seats, perRow, accessible }: RoomDraft): string | null {
  const count = countOf(seats, 2000);
  if (!name.trim() || count === null) return '考场要有名称，座位数填 1 到 2000';
  if (perRow && (countOf(perRow, count) ?? 0) === 0) return '每排座位数不能多于考场的座位数';
  if (accessible && seatsIn(accessible).some((seat) => seat < 1 || seat > count))
    return '无障碍座位要写考场里有的座位号，例如 1、2';
  return null;
}

export function roomOf({
  name,
  seats,
  perRow,
  kind,
  accessible = '',
}: RoomDraft): PlannedRoom & { accessible?: number[] } {
  const count = countOf(seats, 2000) ?? 0;
  const row = countOf(perRow, count);
  const back = seatsIn(accessible);
  return {
    name: name.trim(),
    seats: count,
    ...(row !== null && { perRow: row }),
    ...(kind !== undefined && kind !== 'desks' && { kind }),
    ...(back.length > 0 && { accessible: back }),
  };
}
