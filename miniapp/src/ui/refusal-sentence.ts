/** A chunk of its own in a browser: the words for every "no" are heavy, and most people never hear one. */
export { refusalSentence } from '@jikaotong/shared/words';
