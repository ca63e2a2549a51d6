import exceljs from 'exceljs';
import { expect } from 'vitest';
import { type PrintName, PRINTS } from '@jikaotong/shared/contract';
import { type ListRow, orderList, seatList } from '@jikaotong/shared/lists';
import type { Examination } from '../support/examination';
import { bspia } from '../support/people';
import { readPages, textOf } from '../support/read-pages';
import type { World } from '../support/world';
import type { Desk } from './at-desk';
import { whileJobsRun } from './while-jobs-run';

export type Seat = ListRow<typeof seatList>;
type Order = ListRow<typeof orderList>;

/** Marks what is grey among the photos, approves together who raises no question, and sends the others back. */
export async function reviewAll(desk: Desk, world: World): Promise<void> {
  const { page } = desk;
  await desk.click('go-portraits');
  for (;;) {
    await page.locator('.portrait-tile').or(page.getByText('照片都看过了')).first().waitFor();
    const tiles = await page.locator('.portrait-tile').all();
    if (tiles.length === 0) break;
    let marked = 0;
    for (const tile of tiles) {
      if (!(await tile.textContent())?.includes('黑白')) continue;
      await tile.click();
      await desk.click('bad-photo-grey');
      await tile.filter({ hasText: '✕' }).waitFor();
      marked += 1;
    }
    const first = await tiles[0]?.getAttribute('id');
    await desk.click('portraits-done');
    if (marked > 0) {
      await desk.click('portraits-send');
      await whileJobsRun(page, world, () => page.locator('#portraits-close').waitFor());
      await desk.click('portraits-close');
    }
    await page.locator(`#${first}`).waitFor({ state: 'detached' });
  }
  await page.goBack();
  await page.waitForURL(/review\/reviews/);
  await desk.actOnAll('approve');
  const left = page.locator('#desk-table').or(page.getByText('都审完了'));
  await left.first().waitFor();
  await desk.look('通过以后');
  if (await page.locator('#desk-table').isVisible())
    await desk.actOnAll('return', () => desk.click('reason-jobs-unclear'));
  await page.getByText('都审完了').waitFor();
}

/** Books everybody's cash at once, prints all receipts of the day and takes the list as a workbook. */
export async function collectAll(desk: Desk, exam: Examination, count: number): Promise<void> {
  await desk.look('缴费单');
  await desk.actOnAll('cash');
  await desk.sees('没有要收的缴费单');
  const paid = await everyRow<Order>((query) =>
    exam.finance.api.ok(orderList.rows, { params: { id: bspia.id }, query: { standing: 'settled', ...query } }),
  );
  expect(paid).toHaveLength(count);
  await desk.click('print-batch');
  await desk.sees('按缴清的日期');
  const receipts = await readPages(await desk.download('print-receipts'));
  expect(receipts).toHaveLength(Math.ceil(count / 2));
  const text = textOf(receipts);
  expect(paid.filter(({ number }) => text.split(number).length !== 2)).toEqual([]);
  expect(paid.filter(({ name }) => !text.includes(name))).toEqual([]);
  expect(text.split('元整').length - 1).toBe(count);
  await desk.open('packages/staff/orders/index?body=bspia&standing=settled');
  await desk.page.locator('#desk-table').waitFor();
  await desk.click('list-sheet');
  await desk.clickWord('完整的个人信息');
  await desk.type('export-reason', '核对现金');
  const sheet = await rowsOf(await desk.download('export-go'));
  expect(sheet.map((row) => row[0]).toSorted()).toEqual(paid.map(({ name }) => name).toSorted());
}

/** Seats in rooms of so many: the first room of the session is as large, the others are added by one range. */
export async function planRooms(desk: Desk, rooms: number, seats: number): Promise<void> {
  const last = 100 + rooms;
  await desk.type('site-0-room-0-seats', String(seats));
  await desk.sees(`1 间考场，共 ${seats} 个座位`);
  await desk.click('site-0-many-rooms');
  await desk.type('site-0-range', rooms === 2 ? '102' : `102-${last}`);
  await desk.type('site-0-range-seats', String(seats));
  await desk.type('site-0-range-per-row', String(Math.min(6, seats)));
  await desk.sees(`加上这 ${rooms - 1} 间考场`);
  await desk.click('site-0-add-range');
  await desk.sees(`${rooms} 间考场，共 ${rooms * seats} 个座位`);
  await desk.look('考场');
  await desk.click('save-places');
  // what says so is gone after a moment: the page that it leads to stays
  await desk.page.locator('#save-places').waitFor({ state: 'hidden' });
}

/** Takes every print and the list itself, and reads them as anybody would: everybody once, in order. */
export async function printAll(desk: Desk, seats: readonly Seat[]): Promise<void> {
  const tickets = [...new Set(seats.map(({ ticketNumber }) => ticketNumber ?? ''))];
  const hours = new Set(seats.map(({ hour }) => hour)).size;
  const rooms = new Set(seats.map(({ hour, room }) => `${hour} ${room}`)).size;
  const people = seats.length / hours;
  const times: Readonly<Record<PrintName, number>> = {
    attendance: hours,
    'seat-plan': hours,
    desk: hours,
    door: 0,
    record: 0,
    payers: 1,
    'hand-out': 1,
    tickets: 1,
  };
  for (const print of PRINTS) {
    const pages = await readPages(await desk.download(`print-${print}`));
    const text = textOf(pages);
    if (print === 'door' || print === 'record') expect(pages).toHaveLength(rooms);
    if (print === 'tickets') expect(pages).toHaveLength(people);
    if (times[print] === 0) continue;
    const wrong = tickets.filter((ticket) => text.split(ticket).length - 1 !== times[print]);
    expect([print, wrong]).toEqual([print, []]);
    if (print === 'attendance') {
      const at = inHours(seats).map((one) => one.map(({ ticketNumber }) => ticketNumber ?? ''));
      const order = [...text.matchAll(new RegExp(tickets.join('|'), 'g'))].map(([found]) => found);
      expect(order).toEqual(at.flat());
    }
  }
}

/** The seats as a workbook with the columns that the screen shows. */
export async function exportSeats(desk: Desk, seats: readonly Seat[]): Promise<void> {
  await desk.click('list-sheet');
  const rows = await rowsOf(await desk.download('export-go'));
  expect(rows.map((row) => row[5])).toEqual(seats.map(({ ticketNumber }) => ticketNumber));
  // nobody's whole name leaves without a reason
  expect(rows.filter((row, at) => row[3] === seats[at]?.name)).toEqual([]);
}

export const seatsOf = (exam: Examination): Promise<Seat[]> =>
  everyRow<Seat>((query) => exam.officer.api.ok(seatList.rows, { params: exam.params, query }));

/** Every page of a list. */
async function everyRow<R>(
  ask: (query: { limit: string; cursor?: string }) => Promise<{ items: readonly R[]; next: string | null }>,
): Promise<R[]> {
  const rows: R[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Awaited<ReturnType<typeof ask>> = await ask({ limit: '200', ...(cursor !== '' && { cursor }) });
    rows.push(...page.items);
    cursor = page.next;
  }
  return rows;
}

const inHours = (seats: readonly Seat[]): Seat[][] =>
  [...new Set(seats.map(({ hour }) => hour))].map((hour) => seats.filter((one) => one.hour === hour));

/** The cells of every row but the head, as another program reads them. */
async function rowsOf(file: Buffer): Promise<unknown[][]> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(Uint8Array.from(file).buffer);
  const rows: unknown[][] = [];
  book.worksheets[0]?.eachRow((row, at) => {
    if (at > 1 && Array.isArray(row.values)) rows.push(row.values.slice(1));
  });
  return rows;
}
