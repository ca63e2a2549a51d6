export { ObjectionAnswerScreen } from './objection-answer-screen';
export { ObjectionScreen } from './objection-screen';
