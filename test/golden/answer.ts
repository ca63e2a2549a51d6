/** What came back: JSON as it stands, a file as its text or its hash. */
export type Answer = { readonly status: number; readonly type: string; readonly body: unknown };

/** The data of an envelope. */
export const dataOf = ({ body }: Answer): object => Object(Reflect.get(Object(body), 'data'));
/** The items of a list. */
export const itemsOf = (answer: Answer): readonly unknown[] => {
  const items: unknown = Reflect.get(dataOf(answer), 'items');
  return Array.isArray(items) ? items : [];
};
