import * as z from 'zod/mini';
import { SchoolSchema } from './condition';
import { code, listOfSome, text } from './scalars';
import { SourceSchema } from './source';

/**
 * One paper. `document` is a code such as application-form, work-commitment-letter (工作承诺书), work-experience-letter
 * (工作经历承诺书), certificate-original-or-number, diploma, education-letter (学历承诺书), chsi-code, paper-authentication.
 *
 * `schools`: the kinds of school whose diploma this paper proves (中职 a letter, 高职 up the 学信网 code); absent: any.
 */
export const DocumentLeafSchema = z.strictObject({
  kind: z.literal('document'),
  document: code,
  printed: text,
  schools: z.optional(listOfSome(SchoolSchema)),
  source: SourceSchema,
});
export type DocumentLeaf = z.infer<typeof DocumentLeafSchema>;

/** Papers to hand in: 「1. … 2. …」 is allOf, 「或」 is anyOf. */
export type DocumentTree = DocumentLeaf | { kind: 'allOf'; of: DocumentTree[] } | { kind: 'anyOf'; of: DocumentTree[] };

const branch = <K extends string>(kind: K) =>
  z.strictObject({
    kind: z.literal(kind),
    get of(): z.ZodMiniType<DocumentTree[]> {
      return listOfSome(DocumentTreeSchema);
    },
  });

export const DocumentTreeSchema: z.ZodMiniType<DocumentTree> = z.discriminatedUnion('kind', [
  DocumentLeafSchema,
  branch('allOf'),
  branch('anyOf'),
]);

/** Every paper that a tree names, in its order. */
export const documentLeavesOf = (tree: DocumentTree): readonly DocumentLeaf[] =>
  tree.kind === 'document' ? [tree] : tree.of.flatMap(documentLeavesOf);
