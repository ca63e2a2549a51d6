import { randomUUID } from 'node:crypto';
import { type ReplyOf, invigilation } from '@jikaotong/shared/contract';
import {
  type DoorAct,
  type DoorQueue,
  type DoorVerdict,
  EMPTY_QUEUE,
  judgeScan,
  standings,
} from '@jikaotong/shared/rules/door';
import { addAct, nextBatch, takeAnswers } from '@jikaotong/shared/rules/sending';
import { type Keys, checkSignature } from '../../miniapp/src/features/signed-token/check-signature';
import type { SignedInPerson } from './people';

type List = ReplyOf<typeof invigilation.getDutyList>;
/** An act before the phone has numbered it and noted when. */
type Said = DoorAct extends infer A ? (A extends DoorAct ? Omit<A, 'nonce' | 'atMs'> : never) : never;

/** What becomes of a message on its way. */
export type Network = () => 'through' | 'lost' | 'reply-lost' | 'twice';

/**
 * An invigilator's phone: the app's own queue and verdicts, a clock that is off, and a store that alone outlives a crash.
 * The network is whatever the test says it is.
 */
export class DoorDevice {
  private stored = '';
  constructor(
    private readonly given: {
      readonly person: SignedInPerson;
      readonly dutyId: string;
      readonly keys: Keys;
      readonly clockOffMs: number;
    },
  ) {}

  private passedMs = 0;
  private now = (): number => Date.now() + this.given.clockOffMs + this.passedMs;

  /** Business time was moved on: for this phone, too, so much time went by. */
  pass(ms: number): void {
    this.passedMs += ms;
  }

  async fetchList(): Promise<List> {
    const list = await this.given.person.api.ok(invigilation.getDutyList, { params: { id: this.given.dutyId } });
    this.keep({ list, offsetMs: list.now - this.now(), queue: EMPTY_QUEUE });
    return list;
  }

  /** What the phone wrote down; whatever was only in its memory is gone after a crash. */
  private read(): { list: List; offsetMs: number; queue: DoorQueue } {
    return JSON.parse(this.stored);
  }
  private keep(state: { list: List; offsetMs: number; queue: DoorQueue }): void {
    this.stored = JSON.stringify(state);
  }

  scan(token: string): DoorVerdict {
    const { list, offsetMs, queue } = this.read();
    const verdict = judgeScan({
      token,
      checked: checkSignature(token, this.given.keys),
      list,
      inside: standings(queue, list.guests, offsetMs),
      nowMs: this.now() + offsetMs,
    });
    if (verdict.code === 'enter') this.note({ kind: 'check-in', sittingId: verdict.guest.sittingId, way: 'scan' });
    return verdict;
  }

  note(said: Said): string {
    const state = this.read();
    const act = { ...said, nonce: randomUUID(), atMs: this.now() } as DoorAct; // the union, which a spread loses
    this.keep({ ...state, queue: addAct(state.queue, act) });
    return act.nonce;
  }

  get waiting(): number {
    return this.read().queue.waiting.length;
  }
  get conflicts(): number {
    return this.read().queue.conflicts;
  }

  /** One try to send what waits; whatever fails is tried again by whoever calls. */
  async sync(network: Network = () => 'through'): Promise<void> {
    const { queue } = this.read();
    const acts = [...nextBatch(queue)];
    const way = network();
    if (way === 'lost') return;
    const send = () =>
      this.given.person.api.ok(invigilation.sendDoorActs, {
        params: { id: this.given.dutyId },
        body: { sentAtMs: this.now(), waiting: queue.waiting.length - acts.length, acts },
      });
    const sent = await Promise.allSettled(way === 'twice' ? [send(), send()] : [send()]);
    const [reply] = sent.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    // a kept connection that the server ends is a bad network, too; what the server itself refuses is not
    const refused = sent.find((one) => one.status === 'rejected' && !(one.reason instanceof TypeError));
    if (refused?.status === 'rejected') throw refused.reason;
    if (way === 'reply-lost' || !reply) return;
    const state = this.read();
    this.keep({ ...state, queue: takeAnswers(state.queue, reply) });
  }

  async syncAll(): Promise<void> {
    do await this.sync();
    while (this.waiting > 0);
  }
}
