/** The pages of this subpackage, each a path below packages/exam; app.config.ts reads this list at build time. */
const pages: string[] = [
  'ticket/index',
  'result/index',
  'retake/index',
  'earlier/index',
  'certificate/index',
  'collection/index',
  'publicity/index',
  'objection/index',
  'objection-answer/index',
  'verify/index',
  'breaches/index',
  'breach/index',
];

export default pages;
