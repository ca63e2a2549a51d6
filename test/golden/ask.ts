import { createHash } from 'node:crypto';
import exceljs from 'exceljs';
import { readPdfText } from '../../bff/src/platform/pdf/read-text.testing';
import type { World } from '../support/world';
import { type Answer, dataOf, itemsOf } from './answer';
import { type GoldenCaller, signInAgain } from './callers';
import { LINK, steady } from './steady';

/** Asks a path below `/api/v1` in somebody's name; a list is read to its last page. */
export type Ask = (path: string) => Promise<Answer>;

const root = '/api/v1';

/** Somebody signed in anew: what they are answered, and, where only that matters, whether. */
export type Asker = { readonly ask: Ask; readonly may: (path: string) => Promise<boolean> };

export const askerOf = async (world: World, actor: GoldenCaller): Promise<Asker> => {
  const token = await signInAgain(world, actor);
  const headers: Record<string, string> = token === null ? {} : { Authorization: `Bearer ${token}` };
  const once = async (path: string): Promise<Answer> => {
    const response = await fetch(`${world.origin}${path}`, { headers });
    const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
    return { status: response.status, type, body: await bodyOf(type, Buffer.from(await response.arrayBuffer())) };
  };
  const may = async (path: string) => {
    const response = await fetch(`${world.origin}${root}${path}`, { headers });
    await response.arrayBuffer();
    return response.ok;
  };
  const ask: Ask = async (path) => {
    const first = await once(`${root}${path}`);
    const items: unknown[] = [...itemsOf(first)];
    let last = first;
    for (let next = nextOf(last); next !== null; next = nextOf(last)) {
      last = await once(`${root}${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(next)}`);
      items.push(...itemsOf(last));
    }
    const whole =
      last === first ? first : { ...first, body: { code: 'ok', data: { ...dataOf(first), items, next: null } } };
    return { ...whole, body: steady(whole.body, await filesBehind(whole.body, once)) };
  };
  return { ask, may };
};

/** What each link in a reply brings, by link. */
const filesBehind = async (body: unknown, once: (path: string) => Promise<Answer>): Promise<Map<string, string>> => {
  const links = new Set([...JSON.stringify(body).matchAll(LINK)].map(([link]) => link));
  const files = new Map<string, string>();
  for (const link of links) {
    const file = await once(link);
    files.set(link, `${file.status} ${file.type} ${JSON.stringify(file.body)}`);
  }
  return files;
};

const nextOf = (answer: Answer): string | null => {
  const next: unknown = Reflect.get(dataOf(answer), 'next');
  return typeof next === 'string' ? next : null;
};

/** Pictures and unknown files by hash; what people read as text, for its bytes change with the library that wrote it. */
const bodyOf = async (type: string, bytes: Buffer): Promise<unknown> => {
  if (type === 'application/json') return JSON.parse(bytes.toString());
  if (type.startsWith('text/')) return bytes.toString().split(/\r?\n/);
  if (type === 'application/pdf') return readPdfText(bytes).split('\n');
  if (type.endsWith('spreadsheetml.sheet')) return cellsOf(bytes);
  return createHash('sha256').update(bytes).digest('hex');
};

const cellsOf = async (bytes: Buffer): Promise<unknown> => {
  const book = new exceljs.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  return book.worksheets.map((sheet) => {
    const rows: string[][] = [];
    sheet.eachRow((row) => {
      const cells: string[] = [];
      row.eachCell({ includeEmpty: true }, (cell) => void cells.push(cell.text));
      rows.push(cells);
    });
    return { name: sheet.name, rows };
  });
};
