import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { patience } from '../support/patience';
import { projectFolder } from '../support/project-folder';

/** A code added to a list, and the files that must not compile before each has its answer to it. */
type Growth = {
  readonly file: string;
  readonly after: string;
  readonly code: string;
  readonly stops: readonly string[];
};

const GROWTH: Readonly<Record<string, Growth>> = {
  stage: {
    file: 'shared/src/rules/progress/stage-of.ts',
    after: "  'draft-over',",
    code: 'new-stage',
    stops: [
      'miniapp/src/features/application/mine/stage-tone.ts',
      'miniapp/src/features/application/progress-steps.ts',
      'shared/src/rules/progress/stage-of.ts',
      'shared/src/words/stages.ts',
    ],
  },
  action: {
    file: 'shared/src/rules/progress/actions.ts',
    after: "  'see-ticket',",
    code: 'new-action',
    stops: [
      'miniapp/src/features/application/next-step.ts',
      'shared/src/rules/progress/actions.ts',
      'shared/src/words/stages.ts',
    ],
  },
  'application state': {
    file: 'shared/src/rules/progress/progress-facts.ts',
    after: "  'submitted',",
    code: 'new-application-state',
    stops: ['shared/src/rules/progress/stage-of.ts', 'shared/src/words/stages.ts'],
  },
  'session state': {
    file: 'shared/src/rules/progress/session-state.ts',
    after: "  'applying',",
    code: 'new-session-state',
    stops: ['shared/src/words/notices.ts', 'shared/src/words/stages.ts'],
  },
  duty: {
    file: 'shared/src/contract/overview.ts',
    after: "  'confirm-windows',",
    code: 'new-duty',
    stops: ['miniapp/src/features/session/duty.ts', 'shared/src/words/roles.ts'],
  },
  message: {
    file: 'shared/src/contract/messages.ts',
    after: "  'ticket-issued',",
    code: 'new-message',
    stops: ['shared/src/words/messages.ts'],
  },
  case: {
    file: 'shared/src/contract/cases.ts',
    after: "  'paid-twice',",
    code: 'new-case',
    stops: ['shared/src/words/roles.ts'],
  },
  role: {
    file: 'shared/src/contract/roles.ts',
    after: "  'finance',",
    code: 'new-role',
    stops: ['shared/src/words/roles.ts'],
  },
  'way to pay': {
    file: 'shared/src/rules/fees/pay-methods.ts',
    after: 'export const PAY_METHODS = [',
    code: 'new-way',
    stops: ['shared/src/rules/fees/pay-methods.ts', 'shared/src/words/money.ts'],
  },
  'way to begin a payment': {
    file: 'shared/src/rules/fees/pay-methods.ts',
    after: 'export const ATTEMPT_METHODS = [',
    code: 'new-attempt',
    stops: [
      'bff/src/features/orders/order.routes.ts',
      'bff/src/features/orders/start-payment.ts',
      'shared/src/words/money.ts',
    ],
  },
};

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
  for (const { file, after, code } of growth) {
    const full = path.join(projectFolder, file);
    const text = grown.get(full) ?? readFileSync(full, 'utf8');
    if (!text.includes(after)) throw new Error(`${file} has no ${after}`);
    grown.set(full, text.replace(after, `${after} '${code}',`));
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
