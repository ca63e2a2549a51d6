import type { Clause } from '../../kernel';
import type { DocumentType, Facts, IdentityMatrix, Notice, Origin } from '../../notice';
import { checklistOf } from '../documents';
import { routeDocuments } from '../eligibility';

/** One paper to show at the counter; `document` of the identity card itself is `identity-document`. */
export type Original = {
  readonly document: string;
  /** In the notice's own words; null where it names none. */
  readonly printed: string | null;
  readonly source: Clause;
  /** Signed by hand and handed in: the body keeps it. */
  readonly keeps: boolean;
  /** A number came in that stands for it, so nothing need be shown. */
  readonly byNumber: boolean;
};

/** Any one alternative, each of which needs all its papers. */
export type OriginalGroup = { readonly alternatives: readonly (readonly Original[])[] };

export const IDENTITY = 'identity-document';
const FORM = 'application-form';

/**
 * What somebody brings to the counter: the identity document, the papers of everybody and of the chosen route, and the
 * form signed by hand, which stands for the signature on the screen.
 */
export function originalsOf(input: {
  notice: Notice;
  offeringCode: string;
  route: string | null;
  facts: Facts;
  origin: Origin | null;
  documentType: DocumentType | null;
  papers: readonly { readonly document: string; readonly number: string | null }[];
}): readonly OriginalGroup[] {
  const { notice, papers } = input;
  const { groups } = checklistOf({
    everybody: notice.documents,
    route: routeDocuments(notice, input),
    attached: [],
  });
  const listed = groups.map(({ alternatives }) => ({
    alternatives: alternatives.map((items) =>
      items.map(({ document, printed, source, provisions }) => ({
        document,
        printed,
        source,
        keeps: provisions.includes('generated'),
        byNumber: provisions.includes('number') && hasNumber(papers, document),
      })),
    ),
  }));
  const namesForm = listed.some(({ alternatives }) => alternatives.flat().some(({ document }) => document === FORM));
  return [alone(identityOf(notice.identity, input)), ...(namesForm ? [] : [alone(SIGNED_FORM)]), ...listed];
}

/**
 * For each group that is not complete: what each alternative still lacks, by document code; empty when nothing is
 * missing.
 */
export const missingOriginals = (
  groups: readonly OriginalGroup[],
  seen: ReadonlySet<string>,
): readonly (readonly (readonly string[])[])[] =>
  groups
    .map(({ alternatives }) =>
      alternatives.map((items) =>
        items.filter(({ document, byNumber }) => !byNumber && !seen.has(document)).map(({ document }) => document),
      ),
    )
    .filter((alternatives) => alternatives.every((lacking) => lacking.length > 0));

const alone = (original: Original): OriginalGroup => ({ alternatives: [[original]] });

const hasNumber = (papers: readonly { document: string; number: string | null }[], document: string): boolean =>
  papers.some((paper) => paper.document === document && (paper.number ?? '').trim() !== '');

const SIGNED_FORM: Original = {
  document: FORM,
  printed: null,
  source: { assumed: '现场办理不在屏幕上签名，由本人在报名表上手写签名' },
  keeps: true,
  byNumber: false,
};

function identityOf(
  matrix: IdentityMatrix | null,
  { origin, documentType }: { origin: Origin | null; documentType: DocumentType | null },
): Original {
  const row = matrix?.origins.find((candidate) => candidate.origin === origin);
  const printed = row?.documents.find(({ type }) => type === documentType);
  return {
    document: IDENTITY,
    printed: printed?.corrected ?? printed?.printed ?? null,
    source: row?.source ?? { assumed: '现场办理时核对本人有效身份证件原件' },
    keeps: false,
    byNumber: false,
  };
}
