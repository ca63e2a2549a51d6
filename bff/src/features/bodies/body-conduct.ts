import type { LocalDate } from '@jikaotong/shared/kernel';
import { type Notice, ConductSchema } from '@jikaotong/shared/notice';
import type { Handle } from '../../platform/db';
import { type BodyConduct, bodyConductRecord } from './body-conduct.record';

/** The versions of what a body does about breaches where its notice prints nothing, the latest first. */
export const conductsOf = (h: Handle, bodyId: string): Promise<BodyConduct[]> =>
  h.repo(bodyConductRecord).find({ where: { bodyId }, order: { version: 'DESC' } });

/** The version that holds for an exam that ends on a day: the latest one agreed whose day has come; null: none. */
export const conductOn = async (h: Handle, bodyId: string, examOn: LocalDate): Promise<BodyConduct | null> =>
  (await conductsOf(h, bodyId)).find(({ state, fromDay }) => state === 'agreed' && fromDay <= examOn) ?? null;

/** A notice with what holds of breaches: what it prints, or else what its body has agreed on for that exam day. */
export async function withConductOf(
  h: Handle,
  { notice, bodyId, examOn }: { readonly notice: Notice; readonly bodyId: string; readonly examOn: LocalDate },
): Promise<Notice> {
  if (notice.conduct) return notice;
  const agreed = await conductOn(h, bodyId, examOn);
  return { ...notice, conduct: agreed && ConductSchema.parse(agreed.content) };
}
