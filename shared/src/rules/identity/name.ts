/** Whether a name in its one form can be somebody's: Chinese characters with inner `·`, or Latin words; 2 to 50 characters. */
export const isName = (name: string): boolean =>
  [...name].length >= 2 &&
  [...name].length <= 50 &&
  (/^[\p{Script=Han}〇]+(·[\p{Script=Han}〇]+)*$/u.test(name) ||
    /^\p{Script=Latin}[\p{Script=Latin}\p{M}' .,-]*$/u.test(name));
