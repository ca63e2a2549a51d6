import { tidyLine } from '../../kernel';

/** What the title of a package says: “企业简称+报名人数” (C25 三（六）2), such as 甲安防+32. */
export type PackageTitle = { readonly shortName: string; readonly people: number };

/** Reads a title, with or without the ending of a file; null where it has another form. */
export function packageTitleOf(text: string): PackageTitle | null {
  const [, shortName = '', people = ''] =
    /^(.+?)\s*[+＋]\s*([0-9０-９]{1,4})\s*[人名]?(?:\.[a-z0-9]{1,4})?$/i.exec(tidyLine(text)) ?? [];
  const count = Number(people.normalize('NFKC'));
  return shortName === '' || count === 0 ? null : { shortName, people: count };
}
