export { type AwardLine, type AwardQuestion, type Awards, type Finisher, awardsOf, byGiver } from './awards-of';
