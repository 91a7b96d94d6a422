/** Kinds of values in the rows of the database, as `records.ts` reads them. */
import * as v from 'valibot';

export const text = v.string();
export const maybeText = v.nullable(text);
export const whole = v.pipe(v.number(), v.integer());
export const year = v.nullable(v.pipe(whole, v.minValue(1000), v.maxValue(2100)));
/** Euro or a share; a row of before says nothing of it. */
export const amount = v.optional(v.nullable(v.number()), null);
export const goal = v.pipe(whole, v.minValue(1), v.maxValue(17));
export const degrees = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));

/** An address of a page. */
export const link = v.pipe(text, v.regex(/^https?:\/\//));
