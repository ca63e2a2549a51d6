import type { Boundary, Notice, NodePath } from '../../notice';
import { type NoticePart, noticePartOf } from './notice-part';

/** When, with which papers, and by whom: what the desk and the exam room need. */
export const scheduleParts = {
  windows: ({ windows }: Notice): readonly NoticePart[] =>
    windows.flatMap((window, at) =>
      (['opens', 'closes'] as const).map((end) =>
        noticePartOf('windows', 'window', {
          name: `${window.kind} ${end}`,
          path: ['windows', at, end],
          node: window[end],
          data: { kind: window.kind, end },
          text: printed(window[end]),
        }),
      ),
    ),
  schedule: ({ schedule }: Notice): readonly NoticePart[] =>
    schedule.map((node, at) =>
      noticePartOf('windows', 'schedule', {
        name: `${node.month} ${node.offerings.join(' ')}`,
        path: ['schedule', at],
        node,
        offerings: node.offerings,
        data: { month: node.month },
      }),
    ),
  identity: ({ identity }: Notice): readonly NoticePart[] =>
    identity === null
      ? []
      : [
          ...identity.origins.map((node, at) =>
            noticePartOf('identity', 'identity-origin', {
              name: node.origin,
              path: ['identity', 'origins', at],
              node,
              data: { origin: node.origin },
              text: node.documents.map((document) => document.corrected ?? document.printed).join('、'),
            }),
          ),
          ...identity.rules.map((node, at) =>
            noticePartOf('identity', 'identity-rule', {
              name: node.code,
              path: ['identity', 'rules', at],
              node,
              data: { code: node.code },
            }),
          ),
        ],
  photo: ({ photo }: Notice): readonly NoticePart[] =>
    photo === null
      ? []
      : [
          ...(['print', 'format', 'background', 'pixels', 'bytes'] as const).map((part) =>
            noticePartOf('identity', 'photo', {
              name: part,
              path: ['photo', part],
              node: photo[part],
              data: { part },
              text: valueOf(photo[part]),
            }),
          ),
          ...photo.posing.map((node, at) =>
            noticePartOf('identity', 'photo', {
              name: `posing ${node.code}`,
              path: ['photo', 'posing', at],
              node,
              data: { part: 'posing' },
              text: node.text,
            }),
          ),
        ],
  ticket: ({ ticket }: Notice): readonly NoticePart[] =>
    ticket === null ? [] : fields('exam', 'ticket', ['ticket'], ticket, ['channels']),
  results: ({ results }: Notice): readonly NoticePart[] =>
    results === null ? [] : fields('results', 'results', ['results'], results, ['channels']),
  retake: ({ retake }: Notice): readonly NoticePart[] =>
    retake === null ? [] : fields('results', 'retake', ['retake'], retake, ['kept']),
  certificate: ({ certificate }: Notice): readonly NoticePart[] =>
    certificate === null
      ? []
      : fields('results', 'certificate', ['certificate'], certificate, ['lookUps', 'collection']),
  contest: ({ contest }: Notice): readonly NoticePart[] => {
    if (contest === null) return [];
    const { stages, awards, entrantGroups, ...rest } = contest;
    return [
      ...fields('contest', 'contest', ['contest'], rest, []),
      noticePartOf('conditions', 'entrant-group', {
        name: 'open',
        path: ['contest', 'entrantGroups', 'open'],
        node: entrantGroups?.open ?? null,
      }),
      ...(entrantGroups?.groups ?? []).map((node, at) =>
        noticePartOf('conditions', 'entrant-group', {
          name: node.code,
          path: ['contest', 'entrantGroups', 'groups', at],
          node,
          text: node.name,
        }),
      ),
      ...stages.map((node, at) =>
        noticePartOf('contest', 'stage', {
          name: node.code,
          path: ['contest', 'stages', at],
          node,
          data: { stage: node.code },
          text: node.name,
        }),
      ),
      ...awards.map((node, at) =>
        noticePartOf('contest', 'award', { name: node.code, path: ['contest', 'awards', at], node, text: node.name }),
      ),
    ];
  },
  conduct: ({ conduct }: Notice): readonly NoticePart[] =>
    conduct === null ? [] : fields('exam', 'conduct', ['conduct'], conduct, ['tiers', 'rules']),
  applicationMethods: ({ applicationMethods }: Notice): readonly NoticePart[] =>
    applicationMethods.map((node, at) =>
      noticePartOf('contacts', 'application-method', {
        name: `${node.who} ${node.where}`,
        path: ['applicationMethods', at],
        node,
        data: { who: node.who, where: node.where },
        text: node.text,
      }),
    ),
  counters: ({ counters }: Notice): readonly NoticePart[] =>
    counters.map((node, at) =>
      noticePartOf('contacts', 'counter', { path: ['counters', at], node, text: node.address.value }),
    ),
  contacts: ({ contacts }: Notice): readonly NoticePart[] =>
    contacts.map((node, at) =>
      noticePartOf('contacts', 'contact', {
        name: `${node.kind} ${node.purpose} ${node.label}`,
        path: ['contacts', at],
        node,
        data: { label: node.label },
        text: node.extension === null ? node.value : `${node.value} 转 ${node.extension}`,
      }),
    ),
  links: ({ links }: Notice): readonly NoticePart[] =>
    links.map((node, at) =>
      noticePartOf('contacts', 'link', {
        name: node.label,
        path: ['links', at],
        node,
        data: { label: node.label },
        text: node.url,
      }),
    ),
  attachments: ({ attachments }: Notice): readonly NoticePart[] =>
    attachments.map((node, at) =>
      noticePartOf('other', 'attachment', { name: node.code, path: ['attachments', at], node, text: node.label }),
    ),
  references: ({ references }: Notice): readonly NoticePart[] =>
    references.map((node, at) =>
      noticePartOf('other', 'reference', { name: node.code, path: ['references', at], node, text: node.title }),
    ),
  notes: ({ notes }: Notice): readonly NoticePart[] =>
    notes.map((node, at) =>
      noticePartOf(node.onTicket ? 'exam' : 'other', node.onTicket ? 'exam-note' : 'note', {
        name: node.code,
        path: ['notes', at],
        node,
        text: node.text,
      }),
    ),
};

/** A unit a field of a part of the notice; each row of the fields named as lists is a unit of its own. */
const fields = (
  group: NoticePart['group'],
  unit: NoticePart['unit'],
  path: NodePath,
  part: Readonly<Record<string, unknown>>,
  lists: readonly string[],
): readonly NoticePart[] =>
  Object.entries(part).flatMap(([field, node]): NoticePart[] => {
    if (!lists.includes(field) || !Array.isArray(node))
      return [
        noticePartOf(group, unit, { name: field, path: [...path, field], node, data: { field }, text: valueOf(node) }),
      ];
    return node.map((row: unknown, at) =>
      noticePartOf(group, unit, {
        name: field,
        path: [...path, field, at],
        node: row,
        data: { field },
        text: textIn(row),
      }),
    );
  });

/** The plain value of a sourced leaf. */
function valueOf(node: unknown): string | number | null {
  if (typeof node !== 'object' || node === null || !('value' in node)) return null;
  const { value } = node;
  return typeof value === 'string' || typeof value === 'number' ? value : String(value);
}

function textIn(node: unknown): string | null {
  if (typeof node !== 'object' || node === null) return null;
  if ('text' in node && typeof node.text === 'string') return node.text;
  return 'name' in node && typeof node.name === 'string' ? node.name : null;
}

function printed(boundary: Boundary | null): string | null {
  switch (boundary?.kind) {
    case 'on':
      return boundary.day;
    case 'printed':
      return boundary.text;
    default:
      return null;
  }
}
