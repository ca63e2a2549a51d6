import {
  Alias,
  type Document,
  LineCounter,
  type YAMLError,
  isNode,
  isMap,
  isScalar,
  parseAllDocuments,
  visit,
} from 'yaml';
import { type Result, failed, ok } from '../kernel';
import type { NodePath } from '../notice';

/** Something wrong in a file; `path` with dots, `line` from 1. */
export type FileProblem = {
  readonly path: string;
  readonly line: number;
  readonly code: string;
  readonly message: string;
};

/** The plain value of a YAML text, and the line on which a path stands (or the nearest thing above it). */
export type YamlText = { readonly value: unknown; readonly lineOf: (path: NodePath, key?: string) => number };

const MAX_CHARS = 500_000;

/** One failsafe document: every scalar a string; refuses repeated keys, anchors, aliases and a second document. */
export function readYamlText(text: string): Result<YamlText, readonly FileProblem[]> {
  if (text.length > MAX_CHARS)
    return failed([{ path: '', line: 1, code: 'file-too-large', message: `more than ${MAX_CHARS} characters` }]);
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    schema: 'failsafe',
    uniqueKeys: true,
    lineCounter: lines,
    prettyErrors: false,
  });
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const [document, second] = 'empty' in documents ? [] : documents;
  if (!document) return failed([{ path: '', line: 1, code: 'file-empty', message: 'the file says nothing' }]);

  const told = [...document.errors, ...document.warnings];
  const broken = told.filter(({ code }) => code !== 'DUPLICATE_KEY');
  if (broken.length > 0) return failed(syntaxProblems(broken, lineAt));
  const problems: FileProblem[] = told.map(({ pos, message }) => ({
    path: '',
    line: lineAt(pos[0]),
    code: 'key-repeated',
    message,
  }));
  if (second)
    problems.push({
      path: '',
      line: lineAt(second.range[0]),
      code: 'second-document',
      message: 'a notice file holds one document',
    });
  visit(document, {
    Node: (_, node) => {
      const shared = node instanceof Alias || ('anchor' in node && node.anchor !== undefined);
      if (shared)
        problems.push({
          path: '',
          line: lineAt(node.range?.[0] ?? 0),
          code: 'alias-refused',
          message: 'anchors and aliases hide where a value stands: write it out',
        });
    },
  });
  if (problems.length > 0) return failed(problems);
  return ok({
    value: document.toJS(),
    lineOf: (path, key) =>
      lineAt((key === undefined ? null : keyOffset(document, path, key)) ?? offsetOf(document, path)),
  });
}

/**
 * Where the text stops being YAML: what the parser says after that is mostly its own confusion. Only the lines that are
 * indented with a tab are told all, each is a slip of its own.
 */
function syntaxProblems(errors: readonly YAMLError[], lineAt: (offset: number) => number): FileProblem[] {
  const tabs = errors.filter(({ code }) => code === 'TAB_AS_INDENT');
  const first = errors.toSorted((a, b) => a.pos[0] - b.pos[0]).slice(0, 1);
  const byLine = new Map(
    (tabs.length > 0 ? tabs : first).map(({ pos, message }) => [lineAt(pos[0]), message] as const),
  );
  const code = tabs.length > 0 ? 'tab-indent' : 'yaml-invalid';
  return [...byLine].map(([line, message]) => ({ path: '', line, code, message }));
}

function offsetOf(document: Document, path: NodePath): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function keyOffset(document: Document, path: NodePath, key: string): number | null {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isMap(map)) return null;
  const pair = map.items.find((item) => isScalar(item.key) && item.key.value === key);
  return isScalar(pair?.key) ? (pair.key.range?.[0] ?? null) : null;
}
