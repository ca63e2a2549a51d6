import type { SubjectCode } from '@jikaotong/shared/notice';
import type { Context } from '../../platform/http';
import { sittingsOf } from '../sittings';
import { findActIn, hasWarning, referAct, wordsOfAct } from './door-act.repository';
import type { StoredAct } from './invigilation.record';

/** What the door recorded of somebody, in the clear, for whoever opens a case of it. */
export type DoorBreach = {
  readonly participantId: string;
  readonly item: string | null;
  readonly subject: SubjectCode | null;
  readonly facts: string;
  readonly witness: string | null;
  readonly warned: boolean;
  readonly pictureFileId: string | null;
};

/** A breach or an impostor that these bodies' doors recorded of somebody known; null: there is none such. */
export async function findDoorBreach(
  { h, ports }: Pick<Context, 'h' | 'ports'>,
  bodyIds: readonly string[],
  id: string,
): Promise<DoorBreach | null> {
  const act = await findActIn(h, bodyIds, id);
  if (!act || !isOfConduct(act) || act.participantId === null) return null;
  const { participantId, sittingId, item, pictureFileId } = act;
  const sitting = (await sittingsOf(h, [participantId])).find((one) => one.id === sittingId);
  return {
    participantId,
    item,
    subject: sitting?.subject ?? null,
    facts: wordsOfAct(ports.crypto, act) ?? '',
    witness: wordsOfAct(ports.crypto, act, 'witness'),
    warned: sittingId !== null && item !== null && (await hasWarning(h, sittingId, item)),
    pictureFileId,
  };
}

const isOfConduct = ({ kind }: StoredAct): boolean => kind === 'breach' || kind === 'impostor';

/** From now on a case follows up what the door recorded; false where another one does. */
export const referDoorAct = (
  ctx: Pick<Context, 'h' | 'now'>,
  act: { readonly id: string; readonly participantId: string },
  by: { readonly breachId: string; readonly accountId: string },
): Promise<boolean> => referAct(ctx.h, act, { breachId: by.breachId, penaltyBy: by.accountId, penaltyAt: ctx.now.ms });
