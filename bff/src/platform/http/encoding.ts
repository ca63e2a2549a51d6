import accepts from 'accepts';
import type { IncomingMessage } from 'node:http';

/** How the bytes of an answer may be packed, the smallest first. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** The smallest that a client takes; most send one of a few headers, so each is read once. */
export function encodingFor(request: IncomingMessage): Encoding {
  const header = String(request.headers['accept-encoding'] ?? '');
  const known = chosen.get(header);
  if (known) return known;
  const found = PACKED.find((encoding) => accepts(request).encodings(encoding) === encoding) ?? 'identity';
  if (chosen.size >= MOST_HEADERS) chosen.clear();
  if (header.length <= LONGEST_HEADER) chosen.set(header, found);
  return found;
}

const PACKED = ['br', 'gzip'] as const;
const chosen = new Map<string, Encoding>();
const MOST_HEADERS = 200;
const LONGEST_HEADER = 100;
