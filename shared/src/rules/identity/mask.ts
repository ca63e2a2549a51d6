/** For public lists: 张* · 王*明 · 欧**明; dots and blanks stay. */
export function maskName(name: string): string {
  const characters = [...name];
  const lastKept = characters.length > 2 ? characters.length - 1 : -1;
  return characters
    .map((character, index) => (index === 0 || index === lastKept || /[·\s]/.test(character) ? character : '*'))
    .join('');
}

/** For screens: 1101**********1234; a short number keeps two characters at each end, a very short one the last only. */
export function maskNumber(number: string): string {
  const kept = number.length >= 15 ? 4 : number.length >= 8 ? 2 : 0;
  if (kept === 0) return '*'.repeat(Math.max(0, number.length - 1)) + number.slice(-1);
  return number.slice(0, kept) + '*'.repeat(number.length - 2 * kept) + number.slice(-kept);
}

/** For screens: 138****1234; anything that is no mobile number keeps its last two digits. */
export const maskPhone = (phone: string): string =>
  phone.length === 11
    ? `${phone.slice(0, 3)}****${phone.slice(7)}`
    : '*'.repeat(Math.max(0, phone.length - 2)) + phone.slice(-2);
