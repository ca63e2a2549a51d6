import type { Clause } from '../../kernel';
import { type Condition, type DocumentTree, type Notice, type NodePath, type Offering, leavesOf } from '../../notice';
import { scheduleParts } from './schedule-parts';
import { feeParts } from './fee-parts';
import { type NoticePart, namedOffering, noticePartOf } from './notice-part';

type Reader = (notice: Notice) => readonly NoticePart[];

/** Every part of a notice, each once: the type of this table makes sure that no field of the language is forgotten. */
const READERS: Readonly<Record<keyof Notice, Reader>> = {
  language: (notice) => [head(notice, 'language', notice.language)],
  id: (notice) => [head(notice, 'id', notice.id)],
  kind: (notice) => [head(notice, 'kind', notice.kind)],
  title: (notice) => [head(notice, 'title', notice.title, notice.title.value)],
  year: (notice) => [head(notice, 'year', notice.year, notice.year)],
  body: (notice) => [head(notice, 'body', notice.body, notice.body.name)],
  documentNumber: (notice) => [
    head(notice, 'documentNumber', notice.documentNumber, notice.documentNumber?.value ?? null),
  ],
  issuedOn: (notice) => [head(notice, 'issuedOn', notice.issuedOn, notice.issuedOn?.value ?? null)],
  place: ({ place }) =>
    place === null
      ? []
      : (['city', 'district'] as const).map((part) =>
          noticePartOf('other', 'place', {
            name: part,
            path: ['place', part],
            node: place[part],
            data: { part },
            text: place[part]?.value ?? null,
          }),
        ),
  organisers: ({ organisers }) =>
    organisers.map((node, at) =>
      noticePartOf('other', 'organiser', {
        name: `${node.role} ${node.name}`,
        path: ['organisers', at],
        node,
        data: { role: node.role },
        text: node.name,
      }),
    ),
  offerings: (notice) => notice.offerings.flatMap((offering, at) => offeringUnits(offering, at)),
  conditions: ({ conditions }) =>
    conditions.map((node, at) =>
      noticePartOf('conditions', 'condition', {
        name: node.kind,
        path: ['conditions', at],
        node,
        source: conditionSource(node),
      }),
    ),
  relatedOccupations: (notice) =>
    notice.relatedOccupations.map((node, at) =>
      noticePartOf('conditions', 'occupation-list', {
        name: node.id,
        path: ['relatedOccupations', at],
        node,
        offerings: usersOf(notice, node.id),
      }),
    ),
  relatedMajors: (notice) =>
    notice.relatedMajors.map((node, at) =>
      noticePartOf('conditions', 'major-list', {
        name: node.id,
        path: ['relatedMajors', at],
        node,
        offerings: usersOf(notice, node.id),
      }),
    ),
  documents: ({ documents }) =>
    documents.map((node, at) =>
      noticePartOf('documents', 'document', {
        name: node.document,
        path: ['documents', at],
        node,
        data: { document: node.document },
        text: node.printed,
      }),
    ),
  referenceDay: ({ referenceDay: node }) => [
    noticePartOf('conditions', 'reference-day', { path: ['referenceDay'], node, text: node.value }),
  ],
  ...feeParts,
  ...scheduleParts,
};

/** The parts of a notice in the order in which changes are told. */
export const noticePartsOf = (notice: Notice): readonly NoticePart[] =>
  Object.values(READERS).flatMap((read: Reader) => read(notice));

const head = (
  _: Notice,
  field: 'language' | 'id' | 'kind' | 'title' | 'year' | 'body' | 'documentNumber' | 'issuedOn',
  node: unknown,
  text: string | number | null = null,
): NoticePart => noticePartOf('other', 'head', { name: field, path: [field], node, data: { field }, text });

function offeringUnits(offering: Offering, at: number): readonly NoticePart[] {
  const path: NodePath = ['offerings', at];
  const offerings = [offering.code];
  const { routes, subjects, ...rest } = offering;
  return [
    noticePartOf('offerings', 'offering', {
      name: offering.code,
      path,
      node: rest,
      offerings,
      data: namedOffering(offering.code, offering),
    }),
    ...subjects.map((node, position) =>
      noticePartOf('offerings', 'subject', {
        name: `${offering.code} ${node.code}`,
        path: [...path, 'subjects', position],
        node,
        offerings,
        data: { ...namedOffering(offering.code, offering), subject: node.code },
        text: node.name,
      }),
    ),
    ...routes.flatMap(({ documents, ...route }, position): NoticePart[] => {
      const given = {
        name: `${offering.code} ${route.code}`,
        offerings,
        data: { ...namedOffering(offering.code, offering), route: route.code, number: route.printedNumber },
      };
      const place: NodePath = [...path, 'routes', position];
      return [
        noticePartOf('conditions', 'route', { ...given, path: place, node: route }),
        noticePartOf('documents', 'route-documents', {
          ...given,
          path: [...place, 'documents'],
          node: documents,
          source: documents === null ? null : documentSource(documents),
        }),
      ];
    }),
  ];
}

const conditionSource = (condition: Condition): Clause | null => leavesOf(condition)[0]?.leaf.source ?? null;

function documentSource(tree: DocumentTree): Clause | null {
  if (tree.kind === 'document') return tree.source;
  for (const part of tree.of) {
    const found = documentSource(part);
    if (found) return found;
  }
  return null;
}

/** The offerings whose routes speak of a list; null where a condition for everybody does. */
function usersOf(notice: Notice, listId: string): readonly string[] | null {
  if (notice.conditions.some((condition) => speaksOf(condition, listId))) return null;
  return notice.offerings
    .filter(({ routes }) => routes.some(({ condition }) => speaksOf(condition, listId)))
    .map(({ code }) => code);
}

const speaksOf = (condition: Condition, listId: string): boolean =>
  leavesOf(condition).some(({ leaf }) => {
    const fields = [
      'field' in leaf ? leaf.field : null,
      leaf.kind === 'experience' && leaf.since ? leaf.since.field : null,
    ];
    return fields.some((field) => {
      if (!field) return false;
      return typeof field.related === 'string' ? field.related === listId : (field.related ?? []).includes(listId);
    });
  });
