import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { patience } from '../support/patience';
import { projectFolder } from '../support/project-folder';
import { GROWTH, type Growth } from './codes';

let misfits: readonly { file: string; text: string }[] = [];

describe('a new code', () => {
  // all of them in one pass, for the compiler reads the whole project
  beforeAll(() => {
    misfits = compileWith(Object.values(GROWTH));
  }, patience(300_000));

  it.each(Object.entries(GROWTH))('stops the compiler wherever it needs an answer: %s', (_, { code, stops }) => {
    const files = misfits.filter(({ text }) => text.includes(code)).map(({ file }) => file);
    expect([...new Set(files)]).toEqual(expect.arrayContaining([...stops]));
  });
});

function compileWith(growth: readonly Growth[]) {
  const config = path.join(projectFolder, 'tsconfig.json');
  const read = ts.readConfigFile(config, (file) => ts.sys.readFile(file));
  const { options, fileNames } = ts.parseJsonConfigFileContent(read.config, ts.sys, projectFolder);
  const grown = new Map<string, string>();
  for (const { file, after, code, written = `'${code}',`, also } of growth) {
    const full = path.join(projectFolder, file);
    for (const place of [{ after, written }, ...(also ? [also] : [])]) {
      const text = grown.get(full) ?? readFileSync(full, 'utf8');
      if (!text.includes(place.after)) throw new Error(`${file} has no ${place.after}`);
      grown.set(full, text.replace(place.after, `${place.after} ${place.written}`));
    }
  }
  const host = ts.createCompilerHost(options);
  const readFile = host.readFile.bind(host);
  const withGrowth: ts.CompilerHost = {
    ...host,
    readFile: (file) => grown.get(path.resolve(file)) ?? readFile(file),
    getSourceFile: (file, version) => {
      const text = grown.get(path.resolve(file)) ?? readFile(file);
      return text === undefined ? undefined : ts.createSourceFile(file, text, version);
    },
  };
  const program = ts.createProgram(fileNames, { ...options, noErrorTruncation: true }, withGrowth);
  return program.getSemanticDiagnostics().flatMap(({ file, messageText }) =>
    file
      ? [
          {
            file: path.relative(projectFolder, file.fileName).replaceAll(path.sep, '/'),
            text: ts.flattenDiagnosticMessageText(messageText, '\n'),
          },
        ]
      : [],
  );
}
