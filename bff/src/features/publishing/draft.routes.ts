import { publishing as contract, noticeTrials } from '@jikaotong/shared/contract';
import { assumedLeaves } from '@jikaotong/shared/notice';
import { parseCases } from '@jikaotong/shared/notice-file';
import { type Route, action, bodiesOf, command, query, refuse } from '../../platform/http';
import { findBody } from '../bodies';
import { findNotice, findRawTextOf, listNoticeRows } from '../notices';
import { loadDraft, lockOpenDraft } from './draft';
import { presentDraft } from './draft.presenter';
import { changeOpenDraft, listOpenDrafts, setConfirmed } from './draft.repository';
import { importDraft } from './import-draft';
import { publishDraft } from './publish-draft';
import { PUBLISHERS } from './publishers';
import { problemsIn, readImport } from './read-import';
import { noticeIdIn } from './notice-id-in';
import { staffNamesOf } from '../accounts';
import { tryOut } from './trial';

const list = query(contract.listStaffNotices, async (ctx) => {
  const bodyIds = bodiesOf(ctx.actor, PUBLISHERS);
  const drafts = await listOpenDrafts(ctx.h, bodyIds);
  const names = await staffNamesOf(
    ctx.h,
    drafts.map(({ importedBy }) => importedBy),
  );
  const draftOf = (noticeId: string) => {
    const draft = drafts.find((one) => one.noticeId === noticeId);
    if (!draft) return null;
    const { id, baseVersion, importedBy, importedAt } = draft;
    return { id, baseVersion, importedBy: names.get(importedBy) ?? '', importedAt };
  };
  const items = [];
  const published = new Set<string>();
  for (const bodyId of bodyIds) {
    const bodyName = (await findBody(ctx.h, bodyId))?.name ?? '';
    for (const { id: noticeId, title, kind, year } of await listNoticeRows(ctx.h, { bodyId })) {
      const running = await findNotice(ctx.h, noticeId);
      const { version = 0, publishedAt = null } = running ?? {};
      published.add(noticeId);
      items.push({ noticeId, bodyId, bodyName, title, kind, year, version, publishedAt, draft: draftOf(noticeId) });
    }
    for (const { id, noticeId, title } of drafts.filter((one) => one.bodyId === bodyId)) {
      if (published.has(noticeId)) continue;
      const { notice } = await loadDraft({ ...ctx, input: { params: { id } } });
      const { kind, year } = notice;
      items.unshift({
        noticeId,
        bodyId,
        bodyName,
        title,
        kind,
        year,
        version: 0,
        publishedAt: null,
        draft: draftOf(noticeId),
      });
    }
  }
  return { items };
});

const importNotice = command(contract.importNotice, {
  before: async (outside) => {
    const { yaml } = outside.input.body;
    const noticeId = outside.input.body.rawText === null ? noticeIdIn(yaml) : null;
    const rawText =
      noticeId === null ? outside.input.body.rawText : await outside.read((h) => findRawTextOf(h, noticeId));
    const read = readImport(yaml, rawText);
    return read.ok ? read.value : refuse('notice-file-refused', { problems: read.error });
  },
  handle: async (ctx, imported) => ({ id: await importDraft(ctx, imported) }),
  present: async (ctx, id) => presentDraft(ctx, await loadDraft({ ...ctx, input: { params: { id } } })),
});

const get = query(contract.getNoticeDraft, async (ctx) => presentDraft(ctx, await loadDraft(ctx)));

const discard = action(contract.discardNoticeDraft, {
  handle: async (ctx) => {
    const { draft } = await lockOpenDraft(ctx);
    const ended = { endedBy: ctx.actor.accountId, endedAt: ctx.now.ms, openKey: null };
    await changeOpenDraft(ctx.h, draft.id, { ...ended, state: 'discarded' });
    ctx.audit('notice-draft-discarded', { draftId: draft.id, noticeId: draft.noticeId });
    return { done: true } as const;
  },
});

const renew = command(contract.renewNoticeDraft, {
  handle: async (ctx) => {
    const { draft, running } = await lockOpenDraft(ctx);
    const version = running?.version ?? 0;
    if (ctx.input.body.runningVersion !== version) refuse('draft-outdated', { version });
    await changeOpenDraft(ctx.h, draft.id, { baseVersion: version });
    ctx.audit('notice-draft-renewed', { draftId: draft.id, noticeId: draft.noticeId }, { base: version });
    return { id: draft.id };
  },
  present: async (ctx) => presentDraft(ctx, await loadDraft(ctx)),
});

const confirm = command(contract.confirmAssumption, {
  handle: async (ctx) => {
    const { draft, notice } = await lockOpenDraft(ctx);
    const { paths, confirmed } = ctx.input.body;
    const assumed = new Set(assumedLeaves(notice).map(({ path }) => path));
    if (paths.some((path) => !assumed.has(path))) refuse('invalid-input', { issues: ['body.paths'] });
    for (const path of paths) {
      const given = { draftId: draft.id, path, accountId: ctx.actor.accountId, confirmedAt: ctx.now.ms };
      await setConfirmed(ctx.h, given, confirmed);
    }
    ctx.audit(confirmed ? 'assumption-confirmed' : 'assumption-reopened', { draftId: draft.id }, { paths });
    return { id: draft.id };
  },
  present: async (ctx) => presentDraft(ctx, await loadDraft(ctx)),
});

/** Writes nothing, but takes long and takes a file: so it is a POST. */
const dryRun = command(noticeTrials.dryRunNotice, {
  handle: async (ctx) => ({ id: (await loadDraft(ctx)).draft.id }),
  present: async (ctx) => {
    const open = await loadDraft(ctx);
    if (open.draft.state !== 'open') refuse('wrong-state', { state: open.draft.state });
    const { facts } = ctx.input.body;
    if (facts === null) return tryOut(ctx, open, null);
    const read = parseCases(facts);
    if (!read.ok) return refuse('notice-file-refused', { problems: problemsIn('facts', facts, read.error) });
    return tryOut(ctx, open, read.value);
  },
});

const publish = command(contract.publishNotice, {
  handle: async (ctx) => {
    const open = await lockOpenDraft(ctx);
    await publishDraft(ctx, open);
    return { id: open.draft.id };
  },
  present: async (ctx) => {
    const { draft } = await loadDraft(ctx);
    if (draft.publication === null) throw new Error(`draft ${draft.id} is not published`);
    return draft.publication;
  },
});

export const routes: Route[] = [list, importNotice, get, discard, renew, confirm, dryRun, publish];
