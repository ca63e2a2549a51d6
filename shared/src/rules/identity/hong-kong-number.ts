/** Whether 1–2 letters, 6 digits and the character once in brackets agree (letters A=10…Z=35, an absent first one 36). */
export function isHongKongNumber(number: string): boolean {
  const [valueOfCheck, ...values] = [...number.padStart(9, ' ')].toReversed().map(valueOf);
  const sum = values.reduce<number>((total, value, index) => total + value * (index + 2), 0);
  return (11 - (sum % 11)) % 11 === valueOfCheck;
}

const valueOf = (character: string): number => (character === ' ' ? 36 : Number.parseInt(character, 36));
