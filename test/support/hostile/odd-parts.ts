/** Ways in which one part of a request can be wrong. */
export const oddSegments = [
  '%00',
  '%ff',
  '%',
  '%E0%A4%A',
  '..%2f..',
  '%2e%2e',
  '%F0%9F%98%80',
  "'--",
  '-0',
  '__proto__',
  'none',
  '%20',
  'x'.repeat(3_000),
];
export const oddQueries = [
  '?',
  '?a',
  '?=&&=',
  '?limit=1&limit=2',
  '?limit=1e9',
  '?limit=',
  '?__proto__=1',
  '?q=%ff',
  '?q[]=1',
  '?q=%25_',
  '?cursor=%00',
  '?cursor=W10',
  '?cursor=WyJhIl0',
  '?cursor=WzFd',
  '?cursor=WzFlMzA4LCJhIl0',
  '?cursor=WyJhIiwiYiJd',
  `?q=${'x'.repeat(3_000)}`,
];
export const oddTypes = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'application/xml',
  '',
  'a;b=;',
  'application/json; charset=utf-16',
];
export const oddKeys = ['', 'short', 'k'.repeat(65), Buffer.from('键'.repeat(3)).toString('latin1'), 'a b c d e f g h'];
export const oddVersions = ['', '*', '"0"', '"99999999999999999999"', '"999999999"', 'W/"1"', '1', '"-1"', '"1", "2"'];
export const oddCallers = ['', 'Bearer', 'Bearer a.b.c', 'Basic YTpi', `Bearer ${'x'.repeat(5_000)}`];
export const allMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'];
/** Bodies that are no JSON, or not what JSON is sent for. */
export const oddBytes: readonly Buffer[] = [
  ...['', '{', '{"a":', '[1,]', '\ufeff{}', '{"a":1}{"a":1}', '"\\ud800"', 'null', '[]', '0', '['.repeat(60_000)].map(
    (text) => Buffer.from(text),
  ),
  Buffer.from([0xff, 0xfe, 0x7b]),
  Buffer.from('{"a":"\xff"}', 'latin1'),
  Buffer.from(JSON.stringify({ a: 'x'.repeat(1_100_000) })),
];
