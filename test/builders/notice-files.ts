import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../support/project-folder';

/** A notice as staff hold it in their hands: the YAML and the raw printed text. */
export type NoticeFiles = { readonly yaml: string; readonly rawText: string };

/** The files of a notice that comes with the code. */
export const noticeFiles = (id: string): NoticeFiles => {
  const read = (ending: string) => readFileSync(join(projectFolder, 'shared/notices', `${id}.${ending}`), 'utf8');
  return { yaml: read('yaml'), rawText: read('txt') };
};

/** These words become those, wherever they stand in either file; throws when they stand nowhere. */
export const reworded = (files: NoticeFiles, ...changes: readonly (readonly [string, string])[]): NoticeFiles =>
  changes.reduce((sofar, [words, by]) => {
    if (!`${sofar.yaml}\n${sofar.rawText}`.includes(words)) throw new Error(`not in the notice: ${words}`);
    return { yaml: sofar.yaml.replaceAll(words, by), rawText: sofar.rawText.replaceAll(words, by) };
  }, files);

const B26 = 'bspia-2026-certification';

/** B26 as it might come out next: installers pay 10 yuan more for the theory, must be 18, and another phone answers. */
export const nextB26 = (): NoticeFiles =>
  reworded(
    noticeFiles(B26),
    ['五级（初级）\t65\t155\t—\t60\t280', '五级（初级）\t75\t155\t—\t60\t290'],
    ['五级（初级） 65 155 — 60 280', '五级（初级） 75 155 — 60 290'],
    [
      '- { item: theory, fen: 6500 }\n        - { item: skill, fen: 15500 }',
      '- { item: theory, fen: 7500 }\n        - { item: skill, fen: 15500 }',
    ],
    ['totalFen: 28000', 'totalFen: 29000'],
    [
      "atLeast: 16\n              atMost: null\n              source: { clause: 附件1, quote: '1. 年满 16",
      "atLeast: 18\n              atMost: null\n              source: { clause: 附件1, quote: '1. 年满 18",
    ],
    ['1. 年满 16 周岁,拟从事', '1. 年满 18 周岁,拟从事'],
    [
      "value: '13910777341'\n    extension: null\n    source: { clause: 四（三）",
      "value: '13910000000'\n    extension: null\n    source: { clause: 四（三）",
    ],
    ['业务咨询电话:13910777341', '业务咨询电话:13910000000'],
  );
