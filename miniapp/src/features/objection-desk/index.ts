export { ObjectionListScreen } from './objection-list-screen';
export { JudgeObjectionScreen } from './judge-objection-screen';
