type RoomHour = { readonly slot: string; readonly siteName: string; readonly roomName: string };

/** Rooms by hour and site, and by the number in their name: room 2 before room 10. */
export const byRoom = (one: RoomHour, other: RoomHour): number =>
  one.slot.localeCompare(other.slot) ||
  one.siteName.localeCompare(other.siteName, 'zh') ||
  BY_NUMBER.compare(one.roomName, other.roomName);

const BY_NUMBER = new Intl.Collator('zh', { numeric: true });
