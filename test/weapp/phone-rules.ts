import { join } from 'node:path';
import type { Assessment } from '@jikaotong/shared/rules/eligibility';
import type { AssessmentCase } from '@jikaotong/shared/rules/assessment-cases';
import type { Notice } from '@jikaotong/shared/notice';
import { projectFolder } from '../support/project-folder';
import { openFaultBook } from './host/faults';
import { createLogicRealm } from './host/logic-realm';
import { openPackage } from './host/package-files';

/** What Taro's runtime gives every module. */
type Require = { readonly m: Readonly<Record<string, unknown>> } & ((id: string) => Record<string, unknown>);

type Judge = (question: Omit<AssessmentCase, 'noticeId'> & { notice: Notice }) => Assessment;

/** An easy question, by whose answer the rule is known among the minified exports: 16 years old, or not. */
type Sample = Parameters<Judge>[0];

/**
 * The eligibility rule as it stands in the built package, run in WeChat's realm. Names are minified, so the rule is the
 * export that answers a sample as it should; throws when not exactly one module has it.
 */
export function rulesOnPhone(sample: Sample, expected: Assessment): Judge {
  const weapp = openPackage(join(projectFolder, 'miniapp', 'dist', 'weapp'));
  const wx: Record<string, unknown[]> = {};
  const realm = createLogicRealm({ weapp, wx, faults: openFaultBook(), pages: () => [] });
  // the order of app.js, without starting the app
  for (const file of ['common.js', 'vendors.js', 'taro.js', 'runtime.js']) realm.load(file);
  const require = requireOf(wx['webpackJsonp'] ?? []);
  const names = Object.keys(require.m).filter((id) => String(require.m[id]).includes('earliestOn'));
  const found = new Set(
    names.flatMap((id) =>
      Object.values(require(id)).filter(
        (exported): exported is Judge =>
          typeof exported === 'function' && answers(exported, realm.adopt(sample), expected),
      ),
    ),
  );
  const [judge, second] = found;
  if (!judge || second) throw new Error(`the package has ${found.size} rules that assess`);
  return (question) => {
    const answer: unknown = Reflect.apply(judge, undefined, [realm.adopt(question)]);
    // plain data of this realm again
    return JSON.parse(JSON.stringify(answer));
  };
}

/** The loader inside the runtime: handed to whoever pushes a chunk. */
function requireOf(chunks: unknown[]): Require {
  let loader: Require | null = null;
  chunks.push([['rules-probe'], {}, (given: Require) => void (loader = given)]);
  if (!loader) throw new Error('the runtime took no chunk');
  return loader;
}

function answers(exported: object, sample: unknown, expected: Assessment): boolean {
  try {
    const answer: unknown = typeof exported === 'function' ? Reflect.apply(exported, undefined, [sample]) : null;
    return JSON.stringify(answer) === JSON.stringify(expected);
  } catch {
    // a component or another rule, which takes other arguments
    return false;
  }
}
