import { type Migration, instant, nullable, ref } from '../platform/db';

/** Which photo of an application staff have looked at among the others; and photos are found by their bytes. */
export const portraitsSeen: Migration = {
  name: '20261129-140100-portraits-seen',
  up: async (schema) => {
    await schema.addColumns('application', {
      portraitSeen: nullable(ref()),
      portraitSeenBy: nullable(ref()),
      portraitSeenAt: nullable(instant()),
    });
    await schema.addKeys('file', { index: { ix_file_sha256: ['sha256'] } });
  },
};
