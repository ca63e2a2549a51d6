export { noticeJsonSchema } from './notice-json-schema';
export { type NoticeCase, parseCases } from './parse-cases';
export { type DecisionFile, parseDecisions } from './parse-decisions';
export { parseFacts } from './parse-facts';
export { parseNotice } from './parse-notice';
export { type NoticeFile, readNoticeDraft, readNoticeFile } from './read-notice-file';
export { type FileProblem, type YamlText, readYamlText } from './yaml-text';
