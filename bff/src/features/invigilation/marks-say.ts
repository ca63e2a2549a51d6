/** Conditions on a row of `sitting`, for a WHERE: what the marks and their publication say of whoever has the seat. */
export const PUBLISHED = `SELECT 1 FROM participant p WHERE p.id = sitting.participant_id AND p.results_published_on IS NOT NULL`;
export const MARKED = `SELECT 1 FROM result r WHERE r.participant_id = sitting.participant_id AND r.subject = sitting.subject`;
const COUNTS = `NOT EXISTS (SELECT 1 FROM result n
    WHERE n.participant_id = r.participant_id AND n.subject = r.subject AND n.version > r.version)`;
/** The mark that counts is one of somebody who was there. */
export const SAT_BY_MARK = `${MARKED} AND (r.score IS NOT NULL OR r.special NOT IN ('exempt', 'cancelled')) AND ${COUNTS}`;
/** The mark that counts is 缺考. */
export const ABSENT_BY_MARK = `${MARKED} AND r.score IS NULL AND r.special IS NULL AND ${COUNTS}`;
