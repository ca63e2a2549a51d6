/** The id a notice file gives itself at its beginning of a line, before anything is checked; null without one. */
export const noticeIdIn = (yaml: string): string | null =>
  /^id:[ \t]*["']?([a-z0-9]+(?:-[a-z0-9]+)*)["']?[ \t]*(?:#.*)?$/mu.exec(yaml.replace(/\r/g, ''))?.[1] ?? null;
