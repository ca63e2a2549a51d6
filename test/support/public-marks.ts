import { expect } from 'vitest';
import { breachCases, certificates, collections, results } from '@jikaotong/shared/contract';
import { scoreReviewList } from '@jikaotong/shared/lists';
import { refusalSentence } from '@jikaotong/shared/words';
import type { Examined, NoticeStory } from './notice-story';

/** What an officer hears who records breaches though the notice prints none, a sentence each. */
export async function refusedBreaches(story: NoticeStory, one: Examined): Promise<string[]> {
  const { items } = await story.officer.api.ok(breachCases.listBreachItems, { params: { id: one.id }, query: {} });
  expect(items).toEqual([]);
  const sentences: string[] = [];
  for (const item of ['tier-1-1', 'tier-2-1', 'tier-3-1']) {
    const refused = await story.openBreach(one, { item, facts: '桌上有手机', subject: 'theory', warned: true });
    expect(refused).toMatchObject({ code: 'wrong-state', data: { state: 'no-conduct' } });
    sentences.push(refusalSentence('wrong-state', Object(refused.data)));
  }
  return sentences;
}

/**
 * Marks are published on a day and public until another: `mended` asks on the last evening and passes by the review,
 * `doubted` is objected to, `slow` comes the day after and is refused. What can be certified then.
 */
export async function publicUntil(
  story: NoticeStory,
  sessionId: string,
  at: {
    readonly publishedOn: string;
    readonly closes: string;
    readonly after: string;
    readonly mended: Examined;
    readonly doubted: Examined;
    readonly slow: Examined;
  },
) {
  const { world, judge } = story;
  const { closes, mended, doubted, slow } = at;
  const params = { id: sessionId };
  const list = () => world.stranger.call(results.getPublicity, { params, query: {} });
  const preview = () => story.previewCertificates(sessionId);
  const over = { code: 'too-late', data: { closedOn: closes } };
  await world.moveTo(at.publishedOn);
  expect((await list()).code).toBe('not-published');
  expect(await story.publish(sessionId)).toMatchObject({ publicityCloses: closes });
  await world.moveTo(closes, '20:00');
  expect((await list()).code).toBe('ok');
  expect((await story.askReview(mended, 'theory')).code).toBe('ok');
  const { number } = await story.ticketOf(doubted);
  expect((await story.objectTo(sessionId, number)).code).toBe('ok');
  const [review] = (await judge.api.ok(scoreReviewList.rows, { params, query: {} })).items;
  const decision = { outcome: 'corrected' as const, points: '60', reason: '漏登一题' };
  const decide = (by: typeof judge) =>
    by.api.call(results.decideScoreReview, { params: { id: review?.id ?? '' }, body: decision });
  expect((await decide(story.marker)).code).toBe('same-marker');
  expect((await decide(judge)).code).toBe('ok');
  expect(await story.resultOf(mended)).toMatchObject({ outcome: 'passed', scoreReviews: [{ state: 'corrected' }] });
  expect(await preview()).toMatchObject({ code: 'publicity-open', data: { until: closes } });
  await world.moveTo(at.after);
  expect(await list()).toMatchObject(over);
  expect(await story.askReview(slow, 'theory')).toMatchObject(over);
  expect((await story.objectTo(sessionId, number)).code).toBe('too-late');
  return story.publisher.api.ok(certificates.previewCertificates, { params });
}

/** No agent may fetch a certificate here, by the clause; one is sent to `far`, another handed to `near`. What both are told. */
export async function sentOrHandedOver(
  story: NoticeStory,
  sessionId: string,
  { far, near, clause, says }: { far: Examined; near: Examined; clause: string; says: string },
): Promise<string[]> {
  const { publisher, world } = story;
  const agent = { name: '代取', documentType: 'resident-id', documentNumber: '11010519491231002X' };
  const refused = await story.choose(far, { method: 'agent-letter', agent });
  expect(refused).toMatchObject({ code: 'collection-not-offered', data: { clause } });
  expect(refusalSentence('collection-not-offered', Object(refused.data))).toContain(says);
  const delivery = { recipient: far.name, phone: '13812345678', address: '北京市大兴区科谷一街1号' };
  expect((await story.choose(far, { method: 'courier', delivery })).code).toBe('ok');
  const at = async (one: Examined) => ({ params: { id: await story.certificateId(sessionId, one) } });
  const parcel = { carrier: '顺丰速运', trackingNumber: 'SF1234567890123', sentOn: world.today() };
  await publisher.api.ok(collections.sendCertificate, { ...(await at(far)), body: parcel });
  const given = { method: 'in-person' as const, documentSeen: true as const };
  await publisher.api.ok(collections.handOverCertificate, { ...(await at(near)), body: given });
  const told = [...(await story.toldTo(far)).slice(0, 1), ...(await story.toldTo(near)).slice(0, 1)];
  return told.map(({ code }) => code);
}

/** `wrong` gets another certificate under the right name, `misprinted` one of another number. All numbers then. */
export async function correctedAndReplaced(
  story: NoticeStory,
  sessionId: string,
  { wrong, right, misprinted }: { wrong: Examined; right: string; misprinted: Examined },
): Promise<ReadonlySet<string>> {
  const first = await story.certificateOf(wrong);
  await story.rename(sessionId, wrong, right);
  const fresh = await story.certificateOf(wrong);
  expect(fresh).toMatchObject({ name: right, earlier: [{ number: first.number, replaced: true }] });
  expect(await story.verify(first.number, wrong.name)).toMatchObject({ state: 'void', replaced: true });
  expect(await story.verify(fresh.number, right)).toMatchObject({ state: 'issued', replaced: false });
  await voidedAndReplaced(story, sessionId, misprinted);
  return new Set((await story.rows(sessionId)).map(({ number }) => number));
}

/** Void until it is replaced, for everybody who looks it up; the holder hears why. */
export async function voidedAndReplaced(story: NoticeStory, sessionId: string, one: Examined): Promise<void> {
  const reason = '照片印错';
  const id = await story.makeVoid(sessionId, one, reason);
  const old = await story.certificateOf(one);
  expect(await story.verify(old.number, one.name)).toMatchObject({ state: 'void', replaced: false });
  expect((await story.toldTo(one))[0]).toMatchObject({ code: 'certificate-voided', data: { reason } });
  await story.publisher.api.ok(certificates.replaceCertificate, { params: { id }, body: { reason } });
  expect(await story.stageOf(one)).toBe('certified');
}
