import QRCode from 'qrcode';
import { expect } from 'vitest';
import { applications, sittings } from '@jikaotong/shared/contract';
import { demoCandidate } from '../../scripts/demo-session/people';
import { candidateByWechat, password } from '../support/people';
import type { World } from '../support/world';
import type { Seat } from './session-at-desk';
import type { PickedFile, Phone } from './phone';
import { enterStaff } from './staff';

/** Somebody of a pair who watch over the same rooms, each with a phone of their own. */
export type Watcher = { readonly phone: Phone; readonly name: string };

/** Each ticket's code as its candidate's own phone shows it, by the number of the ticket. */
export async function ticketCodes(world: World, count: number): Promise<Map<string, string>> {
  const codes = new Map<string, string>();
  for (let place = 0; place < count; place += 1) {
    const person = await candidateByWechat(world, `demo-${place}`, { consents: false });
    const { items } = await person.api.ok(applications.listMyApplications, { query: {} });
    const [own] = items;
    if (own?.progress.stage !== 'ticket-open') continue;
    const ticket = await person.api.ok(sittings.getTicket, { params: { id: own.id } });
    expect(ticket.name).toBe(demoCandidate(place).name);
    codes.set(ticket.number, ticket.qr);
  }
  return codes;
}

const pictureOf = async (text: string): Promise<PickedFile> => ({
  name: 'qr.png',
  type: 'image/png',
  bytes: await QRCode.toBuffer(text, { width: 500, margin: 4 }),
});

/** Signs in on the phone of one of the body's own. */
export async function enter(phone: Phone, name: string): Promise<void> {
  await enterStaff(phone, name, password);
  await phone.sees('工作台');
}

/** Opens the one duty of one's own and makes the phone ready for the door. */
export async function makeReady({ phone }: Watcher): Promise<void> {
  await phone.tap('duty-');
  await phone.sees('没有下载');
  await phone.tap('fetch-list');
  await phone.page.locator('#door-in:visible').waitFor();
  await phone.tap('door-ready');
  await phone.sees('都在手机上');
  await phone.pick('try-scan', await pictureOf('JIKAOTONG-SAMPLE'));
  await phone.sees('✓ 能读');
  await phone.tap('door-ready');
}

type Guest = { readonly seat: Seat; readonly code: string };

/** Scans one after the other and lets them in. */
export async function letIn({ phone }: Watcher, guests: readonly Guest[]): Promise<void> {
  for (const { seat, code } of guests) {
    await phone.pick('door-scan', await pictureOf(code));
    await phone.page.getByText(`入场：${seat.seat} 号 ${seat.name}`).waitFor();
    await phone.tap('let-in');
    await phone.page.locator('#door-verdict').waitFor({ state: 'detached' });
  }
}

/** What the phone says of a code that does not open this door. */
export async function isRefused({ phone }: Watcher, code: string, says: string | RegExp): Promise<void> {
  await phone.pick('door-scan', await pictureOf(code));
  await phone.sees(says);
  await phone.tap('close-verdict');
}

/** Of several; where one watches over a single room there is nothing to choose. */
async function chooseRoom({ page }: Phone, room: string): Promise<void> {
  await page.locator('#back-to-list:visible').waitFor();
  const choice = page.getByRole('radio', { name: room }).filter({ visible: true });
  if ((await choice.count()) > 0) await choice.tap();
}

/** A paper that was signed at the door: everybody came but these seats. */
export async function keyBack({ phone }: Watcher, room: string, absent: readonly number[]): Promise<void> {
  await phone.tap('go-paper');
  await chooseRoom(phone, room);
  await phone.type('absent-seats', absent.join('、'));
  await phone.sees(`缺考 ${absent.length} 人`);
  await phone.tap('record-paper');
  await phone.sees(/记为到场？/);
  await phone.tapWord('登记');
  await phone.page.locator('#door-in:visible').waitFor();
}

/** Warns somebody by the first printed item that asks for a warning, then records that it went on. */
export async function warnAndRecord({ phone }: Watcher, ticket: string, witness: string): Promise<void> {
  await phone.type('door-search', ticket);
  await phone.tap('guest-');
  for (const [word, way, done] of [
    ['提醒一次', '记下提醒', '已记提醒'],
    ['记违规', '记下违规', '已记违规'],
  ] as const) {
    await phone.tapWord(word);
    await phone.page.locator('select[id="breach-item"]:visible').selectOption({ index: 1 });
    await phone.type('breach-witness', witness);
    await phone.sees(way);
    await phone.look(way);
    await phone.tap('record-breach');
    await phone.sees(done);
  }
  await phone.tap('back-to-list');
  await phone.type('door-search', '');
}

/** Counts the papers of a room, for the other of the pair to sign after. */
export async function countPapers({ phone }: Watcher, room: string, came: number, all: number): Promise<void> {
  await phone.tap('go-record');
  await chooseRoom(phone, room);
  await phone.type('papers-taken', String(all));
  await phone.type('papers-returned', String(came));
  await phone.type('papers-blank', String(all - came));
  await phone.type('papers-seal', `A${room.slice(-3)}`);
  await phone.tap('count-papers');
  await phone.sees('等另一个人签');
  await phone.tap('back-to-list');
}

/** Signs for the papers that the other has counted, and for the room. */
export async function signAndClose({ phone }: Watcher, room: string): Promise<void> {
  await phone.tap('go-record');
  await chooseRoom(phone, room);
  await phone.tap('countersign');
  await phone.page.locator('#countersign').waitFor({ state: 'detached' });
  await phone.tap('close-room');
  await phone.sees('以您的账号签署考场记录');
  await phone.tapWord('签字封场');
  await phone.sees('已封场');
  await phone.look(`已封场${room.slice(-3)}`);
  await phone.tap('back-to-list');
}

/** Nothing waits on this phone, and the server has heard so. */
export async function hasSentAll({ phone }: Watcher): Promise<void> {
  await expect.poll(() => phone.read('#door-waiting'), { timeout: 60_000 }).toBe('0');
}

/** Without a network, so many stay on the phone; then there is one again. */
export async function keepsUntilOnline({ phone }: Watcher, count: number): Promise<void> {
  expect(await phone.read('#door-waiting')).toBe(String(count));
  await phone.look('没有网络');
  await phone.page.context().setOffline(false);
}
