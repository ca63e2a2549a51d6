import { CONSENT_VERSION, accounts, applications, files, orders } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { NO_END } from '@jikaotong/shared/rules/identity';
import { type HttpClient, httpClient } from '../http-client';
import { type DemoCandidate, demoCandidate } from './people';
import { demoPortrait, demoSignature } from './portrait';

/** How far the candidates go. */
export const STAGES = ['submitted', 'approved', 'paid'] as const;
export type DemoStage = (typeof STAGES)[number];

export type DemoRun = {
  readonly origin: string;
  readonly sandbox: string;
  readonly count: number;
  readonly until: DemoStage;
  readonly reviewer: HttpClient;
  readonly finance: HttpClient;
  readonly session: { readonly id: string };
  readonly today: LocalDate;
  readonly say: (line: string) => void;
};

const AT_ONCE = 6;

/** Makes so many candidates who apply for one session over HTTP, as phones do; who is there already is left as they are. */
export async function fillSession(run: DemoRun): Promise<{ made: number; known: number }> {
  const places = Array.from({ length: run.count }, (_, place) => place);
  const done = { made: 0, known: 0 };
  const work = async (): Promise<void> => {
    for (let place = places.shift(); place !== undefined; place = places.shift()) {
      const isNew = await apply(run, demoCandidate(place));
      if (isNew) done.made += 1;
      else done.known += 1;
      const all = done.made + done.known;
      if (all % 20 === 0) run.say(`${all} of ${run.count}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return done;
}

/** One candidate's way; false when the candidate has applied before. */
async function apply(run: DemoRun, who: DemoCandidate): Promise<boolean> {
  const person = await signIn(run, who);
  const own = await person(applications.listMyApplications, { query: {} });
  if (own.items.some(({ sessionId }) => sessionId === run.session.id)) return false;
  const draft = await person(applications.createApplication, {
    body: { sessionId: run.session.id, offeringCode: who.offeringCode, facts: who.facts },
  });
  const photo = await upload(person, 'photo', await demoPortrait(who));
  const signature = await upload(person, 'signature', await demoSignature(who.place));
  await person(applications.saveApplication, {
    params: { id: draft.id },
    ifMatch: draft.version,
    body: {
      candidate: {
        name: who.name,
        origin: 'mainland',
        documentType: 'resident-id',
        documentNumber: who.documentNumber,
        documentExpiresOn: NO_END,
        phone: who.phone,
      },
      route: who.route,
      photoFileId: photo,
      signatureFileId: signature,
    },
  });
  const params = { id: draft.id };
  const { version } = await person(applications.submitApplication, {
    params,
    body: { truthful: true, noticeRead: true },
  });
  if (run.until === 'submitted' || !isClear(who)) return true;
  await run.reviewer(applications.approveApplication, { params, body: { version } });
  if (run.until === 'approved') return true;
  const order = await person(orders.getOrder, { params });
  await run.finance(orders.recordReceipt, {
    params: { id: order.id },
    body: { method: 'cash', amountFen: order.totalFen, paidOn: run.today },
  });
  return true;
}

/** Whom nobody needs to look at twice; the others wait for the reviewer, as they would. */
const isClear = ({ facts, isGrey }: DemoCandidate): boolean =>
  !isGrey && (facts.jobs ?? []).every(({ occupation }) => occupation === '保安员');

async function signIn({ origin, sandbox }: DemoRun, { place }: DemoCandidate): Promise<HttpClient> {
  const response = await fetch(`${sandbox}/sandbox/login-code`, {
    method: 'POST',
    body: JSON.stringify({ openid: `demo-${place}` }),
  });
  const minted: unknown = await response.json();
  const code = String(Reflect.get(Object(minted), 'code'));
  const stranger = httpClient(origin, null);
  const { accessToken } = await stranger(accounts.signInWithWechat, { body: { code, keep: 'body' } });
  const person = httpClient(origin, accessToken);
  await person(accounts.giveConsent, { body: { version: CONSENT_VERSION, sensitive: true } });
  return person;
}

const upload = async (person: HttpClient, purpose: 'photo' | 'signature', bytes: Buffer): Promise<string> =>
  (await person(files.uploadFile, { query: { purpose }, file: { bytes, name: `${purpose}.jpg` } })).id;
