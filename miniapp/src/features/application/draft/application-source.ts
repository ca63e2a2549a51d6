import { type ApplicationView, applications, counter } from '@jikaotong/shared/contract';
import type { Notice } from '@jikaotong/shared/notice';
import { individualsApply } from '@jikaotong/shared/rules/counter';
import { type Answer, type Reply, call, queryClient, showAnswer, signInState, useAnswer } from '../../../platform';
import type { DraftParts } from './parts';

/** Whether a clerk writes here for somebody at the counter: staff have no applications of their own. */
export const writesAtCounter = (): boolean => signInState().account?.kind === 'staff';

/** Whether originals and a signature by hand stand for scans and the signature on the screen. */
export const isSignedOnPaper = (notice: Pick<Notice, 'applicationMethods'>): boolean =>
  writesAtCounter() || individualsApply(notice) === 'counter';

/** Whether the last page makes a slip for the counter in the place of handing in. */
export const endsInSlip = (state: ApplicationView['state'], notice: Pick<Notice, 'applicationMethods'>): boolean =>
  state === 'draft' && individualsApply(notice) === 'counter';

/** The application: one's own, or for a clerk the one that was shown at the counter. */
export function useApplication(id: string, enabled = true): Answer<ApplicationView> {
  const atCounter = writesAtCounter();
  const own = useAnswer(applications.getApplication, { params: { id } }, { enabled: enabled && !atCounter });
  const shown = useAnswer(counter.getAtCounter, { params: { id } }, { enabled: enabled && atCounter });
  if (!atCounter) return own;
  return shown.state === 'ready' ? { ...shown, data: shown.data.application } : shown;
}

/** Saves parts; `hold` shows the answer wherever the application is shown. */
export async function saveParts(
  id: string,
  parts: DraftParts,
  ifMatch: number,
): Promise<{ reply: Reply<ApplicationView>; hold: () => void }> {
  const args = { params: { id }, body: parts };
  if (!writesAtCounter()) {
    const reply = await call(applications.saveApplication, args, { ifMatch });
    return { reply, hold: () => void held(reply) };
  }
  const reply = await call(counter.saveAtCounter, args, { ifMatch });
  return { reply: opened(reply), hold: () => void heldByClerk(id, reply) };
}

/** Fetches what is saved now, and shows it wherever the application is shown. */
export const fetchApplication = async (id: string): Promise<Reply<ApplicationView>> =>
  writesAtCounter()
    ? heldByClerk(id, await call(counter.getAtCounter, { params: { id } }))
    : held(await call(applications.getApplication, { params: { id } }));

/** The application as this phone knows it. */
export function heldApplication(id: string): ApplicationView | null {
  if (!writesAtCounter()) {
    const reply = queryClient.getQueryData<Reply<ApplicationView>>(ownKey(id));
    return reply?.ok ? reply.data : null;
  }
  const reply = queryClient.getQueryData<ClerksReply>(clerksKey(id));
  return reply?.ok ? reply.data.application : null;
}

type ClerksReply = Awaited<ReturnType<typeof call<typeof counter.getAtCounter>>>;

/** Shows an answer wherever the application is shown. */
export function held(reply: Reply<ApplicationView>): Reply<ApplicationView> {
  if (reply.ok) {
    showAnswer(applications.getApplication, { params: { id: reply.data.id } }, reply);
    void queryClient.invalidateQueries({ queryKey: [applications.listMyApplications.name], refetchType: 'none' });
  }
  return reply;
}

function heldByClerk(id: string, reply: ClerksReply): Reply<ApplicationView> {
  if (reply.ok) showAnswer(counter.getAtCounter, { params: { id } }, reply);
  return opened(reply);
}

const opened = (reply: ClerksReply): Reply<ApplicationView> =>
  reply.ok ? { ...reply, data: reply.data.application } : reply;

const ownKey = (id: string) => [applications.getApplication.name, { params: { id } }];
const clerksKey = (id: string) => [counter.getAtCounter.name, { params: { id } }];
