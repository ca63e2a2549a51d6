import { type ApplicationView, CONSENT_VERSION, applications } from '@jikaotong/shared/contract';
import type { Notice } from '@jikaotong/shared/notice';
import { useRef, useState } from 'react';
import {
  IN_WECHAT,
  type Refusal,
  agreesToPrivacyGuide,
  confirm,
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
    if ((await confirm(FORFEIT_FIRST)) && (await confirm(FORFEIT_AGAIN))) await create({ forfeitsPasses: true });
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

const FORFEIT_FIRST = {
  title: '放弃保留的成绩？',
  text: '您有保留的合格成绩，可以只补考没有合格的科目。重新报名要考全部科目、交全部费用，保留的成绩作废。',
  yes: '仍要重报',
  no: '不重新报',
};
const FORFEIT_AGAIN = {
  title: '再确认一次',
  text: '提交新的报名后，之前合格的科目成绩不再保留，不能恢复。',
  yes: '放弃成绩',
  no: '返回',
};
