import { type ApplicationView, CONSENT_VERSION, applications } from '@jikaotong/shared/contract';
import type { Notice } from '@jikaotong/shared/notice';
import { useRef, useState } from 'react';
import {
  IN_WECHAT,
  type Refusal,
  agreesToPrivacyGuide,
  open,
  signInState,
  useCommand,
  useOnShow,
} from '../../../platform';
import { signInWithWechat } from '../../account';
import { useToday } from '../../demonstration';
import { carriedFacts } from '../../notice';
import { isOpenTo } from '../basis/route-card';
import { held, heldApplication } from '../draft/application-source';
import { flush, put } from '../draft/draft-store';
import { assessmentOf, openSteps, stepPath } from '../draft/steps';
import { meansToForfeit } from './means-to-forfeit';

type Given = { notice: Notice; sessionId: string; offeringCode: string };

/** Begins an application with the answers of the check: sign-in and consent only where they are missing, then the first page. */
export function useBeginning({ notice, sessionId, offeringCode }: Given) {
  const today = useToday();
  const creation = useCommand(applications.createApplication);
  const [consenting, setConsenting] = useState(false);
  const [entering, setEntering] = useState(false);
  const [refused, setRefused] = useState<Refusal | null>(null);
  // the sign-in page lies above this one: coming back signed in goes on by itself
  const wanted = useRef(false);

  const create = async (meant: { forfeitsPasses?: true } = {}): Promise<void> => {
    setConsenting(false);
    const facts = carriedFacts(notice.id);
    const reply = await creation.run({
      body: { sessionId, offeringCode, ...meant, ...(Object.keys(facts).length > 0 ? { facts } : {}) },
    });
    if (reply.ok) {
      held(reply);
      // busy until the form stands: the only condition is still to be saved
      setEntering(true);
      const begun = await takeOnlyRoute(reply.data, { notice, on: today });
      const [first = 'confirm'] = openSteps(begun, notice, today);
      return open(stepPath(first), { id: begun.id });
    }
    if (reply.code !== 'passes-kept') return;
    if (await meansToForfeit()) await create({ forfeitsPasses: true });
  };
  const begin = async (): Promise<void> => {
    setRefused(null);
    if (signInState().phase !== 'in') {
      if (!IN_WECHAT) {
        wanted.current = true;
        return open('/pages/sign-in/index');
      }
      setEntering(true);
      const reply = await signInWithWechat();
      setEntering(false);
      if (!reply.ok) return setRefused(reply);
    }
    if (!(await agreesToPrivacyGuide())) return;
    if (signInState().account?.consentVersion === CONSENT_VERSION) await create();
    else setConsenting(true);
  };
  useOnShow(() => {
    setEntering(false);
    if (!wanted.current) return;
    wanted.current = false;
    if (signInState().phase === 'in') void begin();
  });
  return {
    creation,
    refusal: refused ?? creation.refusal,
    consenting,
    busy: entering || creation.busy,
    begin: () => void begin(),
    create: () => void create(),
    close: () => setConsenting(false),
  };
}

/** Where the answers leave one condition only, it is taken; nothing is asked again on a page of its own. */
async function takeOnlyRoute(
  begun: ApplicationView,
  { notice, on }: { notice: Notice; on: ReturnType<typeof useToday> },
): Promise<ApplicationView> {
  const [only, ...others] = assessmentOf(begun, notice, on).routes.filter(isOpenTo);
  if (begun.route !== null || !only || others.length > 0) return begun;
  put(begun.id, { route: only.route });
  await flush(begun.id);
  return heldApplication(begun.id) ?? begun;
}
