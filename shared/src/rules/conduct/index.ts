export { type Ban, banOf } from './ban-of';
export { type Procedure, procedureOf } from './procedure-of';
