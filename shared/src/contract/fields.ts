import * as z from 'zod/mini';
import { hasPicture, tidyCapitals, tidyCode, tidyLine, tidyName, tidyNumber, tidyPhone, tidyProse } from '../kernel';
import { DaySchema, FenSchema, LevelSchema, SourceSchema, SubjectCodeSchema, TimeSchema } from '../notice';
import { MOBILE_NUMBER, normaliseNumber } from '../rules/identity';
import { BODY_ROLES, ROLES } from './roles';

/** Fields that many resources share. */
export const Id = z.string().check(z.regex(/^[0-9A-Za-z-]{1,64}$/));
export const IdParams = z.strictObject({ id: Id });
export const Day = DaySchema;
export const Time = TimeSchema;
export const FenAmount = FenSchema;
/** Milliseconds since the epoch. */
export const Instant = z.int().check(z.nonnegative());
export const Count = z.int().check(z.nonnegative());
export const RoleName = z.enum(ROLES);
/** A role that administrators give. */
export const BodyRoleName = z.enum(BODY_ROLES);

/** Text in its one form before its length is looked at. */
const tidied = (tidy: (text: string) => string, max: number, min = 1) =>
  z.string().check(z.overwrite(tidy), z.minLength(min), z.maxLength(max));

/** Text of one line, as it is seen. */
export const line = (max: number, min = 1) => tidied(tidyLine, max, min);
/** Text of several lines, as it is seen. */
export const prose = (max: number, min = 1) => tidied(tidyProse, max, min);
/** A person's name; whether it can be one is for the rules. */
export const PersonName = tidied(tidyName, 60);
const isPrintable = z.refine<string>((text) => !hasPicture(text));
/** A line that is printed, on a list, a certificate or a transfer: no emoji. */
export const printedLine = (max: number) => line(max).check(isPrintable);
/** A name that is printed as it is written, such as a coach's. */
export const PrintedName = PersonName.check(isPrintable);
/** The number of an identity document; whether it is one is for the rules. */
export const DocumentNumber = tidied(normaliseNumber, 40);
/** A number or code of ours or of a bank, without blanks; capitals stay as they are. */
export const typedNumber = (max: number) => tidied(tidyNumber, max);
/** A code that means the same in small letters. */
export const typedCode = (max: number) => tidied(tidyCapitals, max);
/** An account that a bank sends money to; whose it is, a person's or a unit's. */
export const bankAccount = <Holder extends z.ZodMiniType<string>>(holder: Holder) =>
  z.strictObject({ holder, bank: printedLine(80), number: typedNumber(40).check(z.regex(/^\d{10,30}$/)) });
export const Phone = z.string().check(z.overwrite(tidyPhone), z.regex(MOBILE_NUMBER));
/** Six digits that came by SMS or from an authenticator. */
export const SixDigits = z.string().check(z.overwrite(tidyCode), z.regex(/^\d{6}$/));
/** The name somebody of the staff signs in by. */
export const StaffName = z.string().check(
  z.overwrite((text) => tidyNumber(text).toLowerCase()),
  z.regex(/^[a-z0-9][a-z0-9._-]{1,39}$/),
);

export const ClauseView = SourceSchema;

export const SubjectName = SubjectCodeSchema;
/** 5 is 五级/初级工, 1 is 一级/高级技师. */
export const LevelNumber = z.nullable(LevelSchema);

/** An offering as lists and cards show it. */
export const OfferingView = z.object({
  code: z.string(),
  occupation: z.string(),
  workType: z.nullable(z.string()),
  level: LevelNumber,
});

/** One page of a list; `next` is the cursor of the following page. */
export const pageOf = <T extends z.ZodMiniType>(item: T) =>
  z.object({ items: z.array(item), next: z.nullable(z.string()) });

export const PageQuery = {
  cursor: z.optional(line(200)),
  limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(200))),
};

export const Done = z.object({ done: z.literal(true) });
/** The reply of a download is its bytes; the schema only names them in the OpenAPI text. */
export const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
