import type { DocumentTree } from './document';
import type { Notice } from './notice';

/** What a notice calls a paper, wherever it first asks for it; null where it does not. */
export function printedDocument(notice: Pick<Notice, 'documents' | 'offerings'>, document: string): string | null {
  const trees: readonly DocumentTree[] = [
    ...notice.documents,
    ...notice.offerings.flatMap(({ routes }) => routes.flatMap((route) => (route.documents ? [route.documents] : []))),
  ];
  for (const tree of trees) {
    const printed = printedIn(tree, document);
    if (printed !== null) return printed;
  }
  return null;
}

function printedIn(tree: DocumentTree, document: string): string | null {
  if (tree.kind === 'document') return tree.document === document ? tree.printed : null;
  for (const part of tree.of) {
    const printed = printedIn(part, document);
    if (printed !== null) return printed;
  }
  return null;
}
