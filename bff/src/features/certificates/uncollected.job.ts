import * as z from 'zod/mini';
import { type JobHandler, jobHandler } from '../../platform/http';
import { findCertificate } from './certificate.repository';
import { tellHolder } from './collect';
import { handOverOf } from './collection.policy';
import { findCollection } from './collection.repository';
import { UNCOLLECTED_JOB } from './job-kinds';

/** Dropped when it was fetched, sent, made void, or told of anew meanwhile. */
export const uncollectedJob: JobHandler = jobHandler(
  UNCOLLECTED_JOB,
  z.object({ certificateId: z.string(), toldAt: z.number() }),
  (run, { certificateId, toldAt }) =>
    run.tx(async (ctx) => {
      const certificate = await findCertificate(ctx.h, certificateId);
      if (certificate?.state !== 'issued') return;
      const collection = await findCollection(ctx.h, certificateId);
      if (handOverOf(collection) !== 'waiting' || collection.toldAt !== toldAt || collection.notice === null) return;
      const { until = null, place, hours } = collection.notice;
      await tellHolder(ctx, certificate, 'certificate-uncollected', { until, place, hours });
    }),
);
