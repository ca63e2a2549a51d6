const HAN = '[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]';

/** A print as it is read: spaces that a scan left inside a sentence closed, the caret before a footnote's number gone. */
export const closedUp = (quote: string): string =>
  quote.replace(/ ?\^ ?(?=[①-⑳])/g, '').replace(new RegExp(`(${HAN}) +(?=${HAN})`, 'g'), '$1');
