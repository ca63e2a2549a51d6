import type { EndpointSpec } from '@jikaotong/shared/contract';
import type { SignedInPerson } from '../people';
import type { IdsFor } from './json-values';

/** Who may send, and what exists to send about: ids by the resource of their path, such as `applications`. */
export type Known = {
  readonly people: readonly SignedInPerson[];
  readonly ids: Readonly<Record<string, readonly string[]>>;
};

/** The tokens of those whom an endpoint is for. */
export const tokensFor = ({ who }: EndpointSpec, { people }: Known): string[] =>
  people
    .filter(({ session: { account } }) =>
      typeof who === 'string'
        ? who === 'anybody' || account.kind === 'candidate'
        : account.grants.some(({ roles }) => roles.some((role) => who.includes(role))),
    )
    .map(({ session }) => session.accessToken);

/** Ids by the name of a field (`sessionId`, `photoFileId`, `fileIds`). */
export const idsByName =
  ({ ids }: Known): IdsFor =>
  (name) => {
    if (name === '') return Object.values(ids).flat();
    const noun = /([a-z]+)(Ids?|Code)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
    const kind = Object.keys(ids).find((resource) => noun !== '' && noun.endsWith(resource.slice(0, -1)));
    return (kind === undefined ? undefined : ids[kind]) ?? [];
  };

/** The same for the parameters of a path: `:id` is what the segment before it names. */
export const idsByPath =
  (path: string, known: Known): IdsFor =>
  (name) => {
    const resource = new RegExp(`([a-z-]+)/:${name}`).exec(path)?.[1] ?? '';
    return known.ids[resource] ?? idsByName(known)(name);
  };
