/** Whether 1–2 letters, 6 digits and the character once in brackets agree (letters A=10…Z=35, an absent first one 36). */
export function isHongKongNumber(number: string): boolean {
  const values = [...number.padStart(9, ' ')].map(valueOf);
  const sum = values.slice(0, 8).reduce((total, value, index) => total + value * (9 - index), 0);
  return (11 - (sum % 11)) % 11 === values[8];
}

const valueOf = (character: string): number => (character === ' ' ? 36 : Number.parseInt(character, 36));
