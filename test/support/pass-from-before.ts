import { type CounterView, counter, importedRecords as imported } from '@jikaotong/shared/contract';
import { importedList } from '@jikaotong/shared/lists';
import { portrait } from '../builders/photos';
import { actOn } from './act-on';
import { identityOf, uploaded } from './apply';
import { colleagueOf, guardOf2025, shqbxh, tickAll } from './counter';
import { fillRows } from './fill-rows';
import type { SignedInPerson } from './people';
import { sendSheet } from './send-sheet';
import type { World } from './world';

type Who = { readonly name: string; readonly order: number; readonly phone: string };

/** Of S25's body: this person passed theory before the system, on 2024-09-20, as two colleagues say. */
export async function passFromBefore(world: World, administrator: SignedInPerson, who: Who): Promise<void> {
  const params = { id: shqbxh.id };
  const bringer = await colleagueOf(world, administrator, shqbxh.id, 'daoru', ['publisher']);
  const other = await colleagueOf(world, administrator, shqbxh.id, 'hedui', ['publisher']);
  const template = await bringer.api.file(imported.downloadImportTemplate, { params: { ...params, kind: 'pass' } });
  const row = {
    姓名: who.name,
    证件类型: '居民身份证',
    证件号码: identityOf(who).documentNumber,
    报考项目: '保卫管理员 三级/高级工',
    合格科目: '理论知识',
    考试结束日期: '2024-09-01',
    成绩公布日期: '2024-09-20',
    手机号: who.phone,
    来源: '2024年秋季台账',
  };
  const bytes = await fillRows(template, [row]);
  await sendSheet(world, bringer, { endpoints: imported.passesSheet, id: shqbxh.id, bytes });
  const choice = { act: 'confirm', which: { match: {} } } as const;
  await actOn(world, other, { list: importedList, id: shqbxh.id, choice });
}

/** A walk-in for S25's level 3, entered by a clerk who has seen all originals; not confirmed. */
export async function walkInFor(clerk: SignedInPerson, sessionId: string, who: Who): Promise<CounterView> {
  const { application } = await clerk.api.ok(counter.enterWalkIn, {
    body: { sessionId, offeringCode: 'security-manager-3', consents: true },
  });
  const filled = await clerk.api.ok(counter.saveAtCounter, {
    params: { id: application.id },
    ifMatch: application.version,
    body: {
      candidate: identityOf(who),
      facts: guardOf2025(),
      route: '3-1',
      photoFileId: await uploaded(clerk, 'photo', await portrait()),
    },
  });
  return tickAll(clerk, filled);
}
