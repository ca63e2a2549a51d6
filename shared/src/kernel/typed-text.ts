/**
 * What people type and paste, in its one form: every door of both sides reads by these before it looks at length, form
 * or glyphs. Each is stable: a text that is read again does not change.
 */

/** One line of text: composed, without what nobody sees, blanks plain, full-width letters and digits plain. */
export const tidyLine = (text: string): string => seen(text).replace(/\s/g, ' ').trim();

/** Several lines, every kind of line end one. */
export const tidyProse = (text: string): string =>
  seen(text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n'))
    .replace(/[^\S\n]/g, ' ')
    .trim();

/**
 * A name: apostrophes, hyphens and full-width marks plain; the many dots of a Chinese name are `·` and blanks inside it
 * go, those of a Latin name become one.
 */
export function tidyName(text: string): string {
  if (HAN.test(text)) return text;
  const plain = plainMarks(tidyLine(text).replace(/[\uff01-\uff5e]/g, (mark) => mark.normalize('NFKC')));
  const name = /\p{Script=Han}/u.test(plain)
    ? plain.replace(/ /g, '').replace(DOTS, '·').replace(/^'+/, '')
    : plain.replace(/ +/g, ' ').trim();
  return name.normalize('NFC');
}

/** What something is found by: compatibility forms plain, no blanks, no apostrophe as spreadsheets put in front. */
export const tidyNumber = (text: string): string =>
  BARE.test(text)
    ? text
    : plainMarks(tidyLine(text.normalize('NFKC')).normalize('NFKC'))
        .replace(/[\s']+/g, '')
        .normalize('NFC');

/** The same in capitals; what looks like the X that a citizen's number ends in is one. */
export const tidyCapitals = (text: string): string =>
  CAPITALS.test(text)
    ? text
    : tidyNumber(text.replace(/[×✕хХχΧ]/g, 'X')).replace(/[a-z]+/g, (letters) => letters.toUpperCase());

/** A code of digits, such as one that came by SMS. */
export const tidyCode = (text: string): string => tidyNumber(text).replace(/-/g, '');

/** A phone as it stands in contacts: without +86, blanks, hyphens, brackets. */
export const tidyPhone = (text: string): string =>
  tidyNumber(text)
    .replace(/[-.()]/g, '')
    .replace(/^(?:\+|00)?86(?=1\d{10}$)/, '');

/** A sum of money as lists print it: its point is no dot of a name, what parts the thousands goes. */
const SUM = /^[¥￥]?\d[\d,]*(?:\.\d{1,2})?元?$/;
const tidyWord = (word: string): string => {
  const number = tidyNumber(word);
  return SUM.test(number) ? number.replace(/,/g, '') : tidyName(word);
};

/** The words of a search; a long number that is written in groups is one of them. */
export function searchWords(text: string): string[] {
  const words = tidyLine(text)
    .split(' ')
    .map(tidyWord)
    .filter((word) => word !== '');
  const whole = tidyPhone(tidyCapitals(text));
  return /^\d{10,}[\dX]$/.test(whole) ? [whole] : words;
}

/** For comparing and searching: width, case and blanks aside. */
export const sameText = (text: string): string =>
  SMALL.test(text) ? text : tidyNumber(text).toLowerCase().normalize('NFKC');

function seen(text: string): string {
  // nearly every cell and field: nothing here changes any of it
  if (PLAIN.test(text)) return text;
  return text
    .replace(/[\ue815-\ue864]/g, (own) => FORMERLY_PRIVATE[own.charCodeAt(0) - 0xe815] ?? own)
    .replace(/[\u2f00-\u2fd5\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (wide) => wide.normalize('NFKC'))
    .replace(/[\u2ea0-\u2ef0]/g, (radical) => RADICALS.get(radical) ?? radical)
    .replace(UNSEEN, '')
    .normalize('NFC');
}

const PLAIN = /^[ -~\u4e00-\u9fa5\u3001\u3002\uff08\uff09]*$/;
/** Nearly every name, number and word of a sheet: in its one form already. */
const HAN = /^[\u4e00-\u9fa5]*$/;
const BARE = /^[\dA-Za-z\u4e00-\u9fa5]*$/;
const CAPITALS = /^[\dA-Z]*$/;
const SMALL = /^[\da-z\u4e00-\u9fa5]*$/;

const plainMarks = (text: string): string =>
  text.replace(/[\u2018\u2019\u201b\u02bc\u02b9\u2032`\u00b4]/g, "'").replace(/[\u2010-\u2015\u2043\u2212]/g, '-');

/** Whether a text has a picture in it, an emoji or a dingbat: nothing that is printed may. */
export const hasPicture = (text: string): boolean => PICTURE.test(text);
const PICTURE = /[\u{1f000}-\u{1faff}\u2600-\u27bf]/u;

/** Direction marks, joiners, variation selectors, fillers, control characters that are no blanks, half characters. */
const UNSEEN = /(?!\s)[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Cs}\ufffc\ufeff]|\ufeff/gu;
const DOTS = /[.\u2022\u2024\u2027\u2219\u22c5\u25cf\u2e31\u30fb\uff65\ufe52]/g;

/** What GBK of 2000 kept at U+E815 to U+E864 until Unicode had it, in order. */
const FORMERLY_PRIVATE = [
  ...'⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻',
];

/** Simplified forms among the radicals, which come by copying from PDFs: `⻢马`; those of Kangxi are NFKC's. */
const RADICALS: ReadonlyMap<string, string> = new Map(
  '⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙'
    .match(/../g)
    ?.map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]),
);
