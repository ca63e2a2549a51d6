import { publishing as contract } from '@jikaotong/shared/contract';
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
import { staffNamesOf } from './staff-names';
import { tryOut } from './trial';

const list = query(contract.listStaffNotices, async (c) => {
  const bodyIds = bodiesOf(c.actor, PUBLISHERS);
  const drafts = await listOpenDrafts(c.h, bodyIds);
  const names = await staffNamesOf(
    c.h,
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
    const bodyName = (await findBody(c.h, bodyId))?.name ?? '';
    for (const { id: noticeId, title, kind, year } of await listNoticeRows(c.h, { bodyId })) {
      const running = await findNotice(c.h, noticeId);
      const { version = 0, publishedAt = null } = running ?? {};
      published.add(noticeId);
      items.push({ noticeId, bodyId, bodyName, title, kind, year, version, publishedAt, draft: draftOf(noticeId) });
    }
    for (const { id, noticeId, title } of drafts.filter((one) => one.bodyId === bodyId)) {
      if (published.has(noticeId)) continue;
      const { notice } = await loadDraft({ ...c, input: { params: { id } } });
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
  before: async (o) => {
    const { yaml } = o.input.body;
    const noticeId = o.input.body.rawText === null ? noticeIdIn(yaml) : null;
    const rawText = noticeId === null ? o.input.body.rawText : await o.read((h) => findRawTextOf(h, noticeId));
    const read = readImport(yaml, rawText);
    return read.ok ? read.value : refuse('notice-file-refused', { problems: read.error });
  },
  handle: async (c, imported) => ({ id: await importDraft(c, imported) }),
  present: async (c, id) => presentDraft(c, await loadDraft({ ...c, input: { params: { id } } })),
});

const get = query(contract.getNoticeDraft, async (c) => presentDraft(c, await loadDraft(c)));

const discard = action(contract.discardNoticeDraft, {
  handle: async (c) => {
    const { draft } = await lockOpenDraft(c);
    const ended = { endedBy: c.actor.accountId, endedAt: c.now.ms, openKey: null };
    await changeOpenDraft(c.h, draft.id, { ...ended, state: 'discarded' });
    c.audit('notice-draft-discarded', { draftId: draft.id, noticeId: draft.noticeId });
    return { done: true } as const;
  },
});

const renew = command(contract.renewNoticeDraft, {
  handle: async (c) => {
    const { draft, running } = await lockOpenDraft(c);
    const version = running?.version ?? 0;
    if (c.input.body.runningVersion !== version) refuse('draft-outdated', { version });
    await changeOpenDraft(c.h, draft.id, { baseVersion: version });
    c.audit('notice-draft-renewed', { draftId: draft.id, noticeId: draft.noticeId }, { base: version });
    return { id: draft.id };
  },
  present: async (c) => presentDraft(c, await loadDraft(c)),
});

const confirm = command(contract.confirmAssumption, {
  handle: async (c) => {
    const { draft, notice } = await lockOpenDraft(c);
    const { paths, confirmed } = c.input.body;
    const assumed = new Set(assumedLeaves(notice).map(({ path }) => path));
    if (paths.some((path) => !assumed.has(path))) refuse('invalid-input', { issues: ['body.paths'] });
    for (const path of paths) {
      const given = { draftId: draft.id, path, accountId: c.actor.accountId, confirmedAt: c.now.ms };
      await setConfirmed(c.h, given, confirmed);
    }
    c.audit(confirmed ? 'assumption-confirmed' : 'assumption-reopened', { draftId: draft.id }, { paths });
    return { id: draft.id };
  },
  present: async (c) => presentDraft(c, await loadDraft(c)),
});

/** Writes nothing, but takes long and takes a file: so it is a POST. */
const dryRun = command(contract.dryRunNotice, {
  handle: async (c) => ({ id: (await loadDraft(c)).draft.id }),
  present: async (c) => {
    const open = await loadDraft(c);
    if (open.draft.state !== 'open') refuse('wrong-state', { state: open.draft.state });
    const { facts } = c.input.body;
    if (facts === null) return tryOut(c, open, null);
    const read = parseCases(facts);
    if (!read.ok) return refuse('notice-file-refused', { problems: problemsIn('facts', facts, read.error) });
    return tryOut(c, open, read.value);
  },
});

const publish = command(contract.publishNotice, {
  handle: async (c) => {
    const open = await lockOpenDraft(c);
    await publishDraft(c, open);
    return { id: open.draft.id };
  },
  present: async (c) => {
    const { draft } = await loadDraft(c);
    if (draft.publication === null) throw new Error(`draft ${draft.id} is not published`);
    return draft.publication;
  },
});

export const routes: Route[] = [list, importNotice, get, discard, renew, confirm, dryRun, publish];
