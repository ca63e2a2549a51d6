/** `jpeg` or `png` by the first bytes, whatever the file is called; null for anything else. */
export function formatOf(bytes: Uint8Array): 'jpeg' | 'png' | null {
  const begins = (...head: number[]) => head.every((byte, index) => bytes[index] === byte);
  if (begins(0xff, 0xd8, 0xff)) return 'jpeg';
  return begins(0x89, 0x50, 0x4e, 0x47) ? 'png' : null;
}
