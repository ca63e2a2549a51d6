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
