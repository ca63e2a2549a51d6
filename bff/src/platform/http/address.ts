import { isIPv6 } from 'node:net';

/**
 * What one subscriber holds: an IPv4 address, or the /64 of an IPv6 address, for a home has 18 trillion addresses of that
 * kind. IPv4 in the clothes of IPv6 is IPv4.
 */
export function addressRangeOf(ip: string): string {
  const address = ip.replace(/%.*$/, '').toLowerCase();
  const inside = /^(?:::ffff:)(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  if (inside !== undefined) return inside;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  // an IPv4 tail counts for two groups; the first four are the range whatever follows
  const missing = tail === undefined ? 0 : 8 - first.length - last.length - (last.at(-1)?.includes('.') ? 1 : 0);
  const groups = [...first, ...Array<string>(Math.max(0, missing)).fill('0'), ...last];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
