import path from 'node:path';
import ts from 'typescript';
import { projectFolder } from '../support/project-folder';

/** Where the language is written, and the type that its schema yields. */
const LANGUAGE = 'shared/src/notice/';
const ROOT = { file: 'shared/src/notice/notice.ts', type: 'Notice' };

/**
 * What acts on a notice: rules, words, back end, phone, and what the language's own room reads for them. Not what compares
 * two versions: telling that a key has changed is no use of it.
 */
const READERS = ['shared/src/rules/', 'shared/src/words/', 'bff/src/', 'miniapp/src/', LANGUAGE];
const isReader = (file: string): boolean =>
  READERS.some((folder) => file.startsWith(folder)) &&
  !/\.(test|testing|db\.test)\.tsx?$/.test(file) &&
  !/\/notice\/(check-|problem|quoted|walk|clauses)|\/rules\/changes\/|\/words\/changes/.test(file);

export type Leaf = { readonly path: string; readonly readIn: readonly string[] };

/**
 * Every key that the schema of a notice knows, by the constant that declares it and its first path, with the production files that read it. A key is its
 * declaration in the schema, found by the compiler: another `name` or `code` is another key. `planted`: text put in place
 * of files, for the control.
 */
export function leafReads(planted: ReadonlyMap<string, string> = new Map()): readonly Leaf[] {
  const program = programOf(planted);
  const checker = program.getTypeChecker();
  const keys = keysOf(program, checker);
  const names = new Set([...keys.keys()].map((node) => node.name?.getText() ?? ''));
  const reads = new Map<ts.Node, Set<string>>();
  for (const source of program.getSourceFiles()) {
    const file = relative(source.fileName);
    if (!isReader(file)) continue;
    const note = (symbol: ts.Symbol | undefined) => {
      for (const node of symbol ? declarationsOf(checker, symbol) : [])
        if (keys.has(node)) reads.set(node, (reads.get(node) ?? new Set()).add(file));
    };
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAccessExpression(node) && names.has(node.name.text))
        note(checker.getSymbolAtLocation(node.name));
      else if (ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression))
        note(checker.getTypeAtLocation(node.expression).getProperty(node.argumentExpression.text));
      else if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
        const name = (node.propertyName ?? node.name).getText();
        if (names.has(name)) note(checker.getTypeAtLocation(node.parent).getProperty(name));
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return [...keys].map(([node, at]) => ({ path: at, readIn: [...(reads.get(node) ?? [])].toSorted() }));
}

/** The declarations of all keys below the root, each with the first path that leads to it. */
function keysOf(program: ts.Program, checker: ts.TypeChecker): ReadonlyMap<ts.NamedDeclaration, string> {
  const keys = new Map<ts.NamedDeclaration, string>();
  const seen = new Set<ts.Type>();
  const visit = (type: ts.Type, at: string): void => {
    if (seen.has(type)) return;
    seen.add(type);
    if (type.isUnionOrIntersection()) {
      for (const part of type.types) visit(part, at);
      return;
    }
    const item = checker.isArrayType(type) ? type.getNumberIndexType() : undefined;
    if (item) return visit(item, `${at}[]`);
    for (const property of type.getProperties()) {
      const declared = declarationsOf(checker, property).filter(isOfLanguage);
      const below = at === '' ? property.name : `${at}.${property.name}`;
      // where a value comes from decides nothing: walk.ts reads every source alike
      if (
        declared.length === 0 ||
        property.name === 'source' ||
        property.name === 'reading' ||
        property.name.startsWith('__')
      )
        continue;
      // `sourced` writes `value` once for all of them: the key that holds it is the leaf
      const isValue = declared.every((node) => relative(node.getSourceFile().fileName).endsWith('/source.ts'));
      if (!isValue) for (const node of declared) if (!keys.has(node)) keys.set(node, `${schemaOf(node)} ${below}`);
      visit(checker.getTypeOfSymbol(property), isValue ? at : below);
    }
  };
  visit(typeNamed(program, checker), '');
  return keys;
}

function typeNamed(program: ts.Program, checker: ts.TypeChecker): ts.Type {
  const source = program.getSourceFile(path.join(projectFolder, ROOT.file));
  const found = source?.statements.find(
    (node): node is ts.TypeAliasDeclaration => ts.isTypeAliasDeclaration(node) && node.name.text === ROOT.type,
  );
  if (!found) throw new Error(`${ROOT.file} has no ${ROOT.type}`);
  return checker.getTypeAtLocation(found.name);
}

/** The constant in which a key is written, for one path may lead to keys of several. */
function schemaOf(node: ts.Node): string {
  let at = node;
  while (!ts.isVariableDeclaration(at) && !ts.isSourceFile(at)) at = at.parent;
  return ts.isVariableDeclaration(at) ? at.name.getText() : '';
}

/** Through picks, unions and the mapped types of zod to the line that was written. */
const declarationsOf = (checker: ts.TypeChecker, symbol: ts.Symbol): readonly ts.NamedDeclaration[] =>
  checker.getRootSymbols(symbol).flatMap((root) => root.declarations ?? []);

const isOfLanguage = (node: ts.Node): boolean => relative(node.getSourceFile().fileName).startsWith(LANGUAGE);

const relative = (file: string): string => path.relative(projectFolder, file).replaceAll(path.sep, '/');

function programOf(planted: ReadonlyMap<string, string>): ts.Program {
  const read = ts.readConfigFile(path.join(projectFolder, 'tsconfig.json'), (file) => ts.sys.readFile(file));
  const { options, fileNames } = ts.parseJsonConfigFileContent(read.config, ts.sys, projectFolder);
  const host = ts.createCompilerHost(options);
  const readFile = (file: string) => planted.get(relative(file)) ?? ts.sys.readFile(file);
  return ts.createProgram(
    fileNames.filter((file) => isReader(relative(file))),
    options,
    { ...host, readFile, getSourceFile: (file, version) => sourceOf(file, version, readFile(file)) },
  );
}

const sourceOf = (file: string, version: ts.ScriptTarget | ts.CreateSourceFileOptions, text: string | undefined) =>
  text === undefined ? undefined : ts.createSourceFile(file, text, version);
