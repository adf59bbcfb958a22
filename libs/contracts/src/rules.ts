import { isCountry, isDecimalString, isId, isLocalDate, isTimeZone } from '@millrace/kernel';
import { Type } from 'class-transformer';
import { ARRAY_MAX_SIZE, ArrayMaxSize, ArrayMinSize, IsArray, IsObject, ValidateBy, ValidateNested, type ValidationOptions } from 'class-validator';

/**
 * A rule of ours: what it tests, how it says no, and the JSON Schema that says the same to other programs.
 *
 * `understands` tells a value that can be read and is none of those allowed ("-1" where more than zero is asked for)
 * from one that cannot be read at all ("one").
 */
type Rule = Readonly<{ name: string; message: string; schema: object; test: (value: unknown) => boolean; understands?: (value: unknown) => boolean }>;

const rules = new Map<string, Rule>();

/** The JSON Schema of each rule of ours by its name, for the generators of schemas. */
export function schemaOfRule(name: string): object | undefined {
  return rules.get(name)?.schema;
}

/** Whether a value that breaks this rule can be read nevertheless; of rules that are not ours, only a list that is too long. */
export function isUnderstood(ruleName: string, value: unknown): boolean {
  return ruleName === ARRAY_MAX_SIZE ? Array.isArray(value) : (rules.get(ruleName)?.understands?.(value) ?? false);
}

/** What a value must be by a rule of ours: `a UUID in lower case`. */
export function wordsOfRule(name: string): string | undefined {
  return rules.get(name)?.message.replace(/^must be /, '');
}

/** Whether a rule of ours asks for a figure: an amount, a quantity, a rate. */
export function asksForFigure(ruleName: string): boolean {
  return rules.get(ruleName)?.understands === isFigure;
}

export function ruleNames(): string[] {
  return [...rules.keys()];
}

function rule(definition: Rule): (options?: ValidationOptions) => PropertyDecorator {
  rules.set(definition.name, definition);
  return (options) =>
    ValidateBy(
      {
        name: definition.name,
        validator: {
          validate: (value: unknown) => definition.test(value),
          defaultMessage: (args) => `${args?.property ?? 'value'} ${definition.message}`,
        },
      },
      options,
    );
}

/** A number as people write it down, of any size and either sign. Zero has none. */
const isFigure = matches(/^(?!-0(?:\.0+)?$)-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/);
const isText = (value: unknown) => typeof value === 'string';

function matches(pattern: RegExp): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && pattern.test(value);
}

/** Documents have at most this many lines, everywhere. */
export const MAX_LINES = 5_000;

/** UUID in lower case; the suite makes version 7. */
export const IsId = rule({
  name: 'isId',
  message: 'must be a UUID in lower case',
  schema: { type: 'string', format: 'uuid' },
  test: isId,
});

/** A decimal of either sign as a string, at most 15 digits before and 6 after the point; no exponent. */
export const IsDecimalString = rule({
  name: 'isDecimalString',
  message: 'must be a decimal as a string such as "12.50", without exponent, with at most 15 digits before and 6 after the point',
  schema: { type: 'string', pattern: '^(?!-0(?:\\.0+)?$)-?(?:0|[1-9][0-9]{0,14})(?:\\.[0-9]{1,6})?$' },
  test: isDecimalString,
  understands: isFigure,
});

const QUANTITY = /^(?=.*[1-9])(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,6})?$/;

/** More than zero, as a decimal string of at most 9 digits before and 6 after the point. */
export const IsQuantity = rule({
  name: 'isQuantity',
  message: 'must be a quantity above zero as a string such as "2.5", with at most 9 digits before and 6 after the point',
  schema: { type: 'string', pattern: QUANTITY.source },
  test: matches(QUANTITY),
  understands: isFigure,
});

const SIGNED_QUANTITY = /^-?(?=.*[1-9])(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,6})?$/;

/** A quantity of either sign, not zero. */
export const IsSignedQuantity = rule({
  name: 'isSignedQuantity',
  message: 'must be a quantity other than zero as a string such as "-2.5", with at most 9 digits before and 6 after the point',
  schema: { type: 'string', pattern: SIGNED_QUANTITY.source },
  test: matches(SIGNED_QUANTITY),
  understands: isFigure,
});

const UNSIGNED_QUANTITY = /^(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,6})?$/;

/** Zero or more. */
export const IsQuantityOrZero = rule({
  name: 'isQuantityOrZero',
  message: 'must be a quantity of zero or more as a string such as "2.5", with at most 9 digits before and 6 after the point',
  schema: { type: 'string', pattern: UNSIGNED_QUANTITY.source },
  test: matches(UNSIGNED_QUANTITY),
  understands: isFigure,
});

/** Price or cost of one unit: zero or more, at most 9 digits before and 6 after the point. */
export const IsUnitPrice = rule({
  name: 'isUnitPrice',
  message: 'must be a price of zero or more as a string such as "2.55", with at most 9 digits before and 6 after the point',
  schema: { type: 'string', pattern: UNSIGNED_QUANTITY.source },
  test: matches(UNSIGNED_QUANTITY),
  understands: isFigure,
});

const AMOUNT = /^(?:0|[1-9][0-9]{0,12})(?:\.[0-9]{1,4})?$/;

/** An amount of money, zero or more. */
export const IsAmount = rule({
  name: 'isAmount',
  message: 'must be an amount of zero or more as a string such as "15.30", with at most 13 digits before and 4 after the point',
  schema: { type: 'string', pattern: AMOUNT.source },
  test: matches(AMOUNT),
  understands: isFigure,
});

const POSITIVE_AMOUNT = /^(?=.*[1-9])(?:0|[1-9][0-9]{0,12})(?:\.[0-9]{1,4})?$/;

/** An amount of money above zero. */
export const IsPositiveAmount = rule({
  name: 'isPositiveAmount',
  message: 'must be an amount above zero as a string such as "15.30", with at most 13 digits before and 4 after the point',
  schema: { type: 'string', pattern: POSITIVE_AMOUNT.source },
  test: matches(POSITIVE_AMOUNT),
  understands: isFigure,
});

const SIGNED_AMOUNT = /^-?(?:0|[1-9][0-9]{0,12})(?:\.[0-9]{1,4})?$/;

/** An amount of money of either sign. */
export const IsSignedAmount = rule({
  name: 'isSignedAmount',
  message: 'must be an amount as a string such as "-15.30", with at most 13 digits before and 4 after the point',
  schema: { type: 'string', pattern: SIGNED_AMOUNT.source },
  test: matches(SIGNED_AMOUNT),
  understands: isFigure,
});

const SUM = /^(?:0|[1-9][0-9]{0,19})(?:\.[0-9]{1,4})?$/;

/** A sum of as many amounts as there are, zero or more, as reports show it. */
export const IsSum = rule({
  name: 'isSum',
  message: 'must be a sum of amounts of zero or more as a string such as "15.30", with at most 20 digits before and 4 after the point',
  schema: { type: 'string', pattern: SUM.source },
  test: matches(SUM),
  understands: isFigure,
});

const SIGNED_SUM = /^-?(?:0|[1-9][0-9]{0,19})(?:\.[0-9]{1,4})?$/;

/** A sum of as many amounts as there are, of either sign. */
export const IsSignedSum = rule({
  name: 'isSignedSum',
  message: 'must be a sum of amounts as a string such as "-15.30", with at most 20 digits before and 4 after the point',
  schema: { type: 'string', pattern: SIGNED_SUM.source },
  test: matches(SIGNED_SUM),
  understands: isFigure,
});

const ENTERED_AMOUNT = /^(?!-0(?:\.0+)?$)-?(?:0|[1-9][0-9]{0,12})(?:\.[0-9]{1,4})?$/;

/** An amount of money of either sign as people enter it: a zero below zero is no amount. */
export const IsEnteredAmount = rule({
  name: 'isEnteredAmount',
  message: 'must be an amount as a string such as "-15.30", with at most 13 digits before and 4 after the point',
  schema: { type: 'string', pattern: ENTERED_AMOUNT.source },
  test: matches(ENTERED_AMOUNT),
  understands: isFigure,
});

/** Printable ASCII without small letters; no space at the ends. */
const CODE = /^[!-`{-~](?:[ -`{-~]{0,38}[!-`{-~])?$/;

/** A stock keeping unit: 1 to 40 printable characters, letters in upper case, spaces only inside. */
export const IsSku = rule({
  name: 'isSku',
  message: 'must be 1 to 40 printable ASCII characters without small letters and without a space at either end',
  schema: { type: 'string', pattern: CODE.source, minLength: 1, maxLength: 40 },
  test: matches(CODE),
  understands: isText,
});

/** A code such as an account's or a warehouse's; the form of a SKU. */
export const IsCode = rule({
  name: 'isCode',
  message: 'must be 1 to 40 printable ASCII characters without small letters and without a space at either end',
  schema: { type: 'string', pattern: CODE.source, minLength: 1, maxLength: 40 },
  test: matches(CODE),
  understands: isText,
});

/** A calendar date `YYYY-MM-DD`. */
export const IsLocalDate = rule({
  name: 'isLocalDate',
  message: 'must be a calendar date such as "2026-11-22"',
  schema: { type: 'string', format: 'date' },
  test: isLocalDate,
});

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** ISO 4217, upper case. */
export const IsCurrency = rule({
  name: 'isCurrency',
  message: 'must be an ISO 4217 currency such as "EUR"',
  schema: { type: 'string', pattern: '^[A-Z]{3}$' },
  test: (value) => typeof value === 'string' && currencies.has(value),
});

/** ISO 3166-1 alpha-2, upper case. */
export const IsCountry = rule({
  name: 'isCountry',
  message: 'must be an ISO 3166 country such as "GB"',
  schema: { type: 'string', pattern: '^[A-Z]{2}$' },
  test: isCountry,
});

/** A time zone of the IANA data base. */
export const IsTimeZone = rule({
  name: 'isTimeZone',
  message: 'must be a time zone such as "Europe/London"',
  schema: { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9_+/-]{0,63}$' },
  test: isTimeZone,
});

/** A share such as a tax rate: "0.175" is 17.5 %. Zero to one, at most 6 decimals. */
export const IsRate = rule({
  name: 'isRate',
  message: 'must be a rate from 0 to 1 as a string such as "0.175" for 17.5 %',
  schema: { type: 'string', pattern: '^(?:0(?:\\.[0-9]{1,6})?|1(?:\\.0{1,6})?)$' },
  test: matches(/^(?:0(?:\.[0-9]{1,6})?|1(?:\.0{1,6})?)$/),
  understands: isFigure,
});

/** What `printable` tests, as a pattern for other programs. */
const PRINTABLE = '^(?=[\\s\\S]*\\S)[^\\u0000-\\u0008\\u000b-\\u001f\\u007f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+$';

const printable = (max: number) => (value: unknown) => typeof value === 'string' && value.trim().length > 0 && value.length <= max && isCleanText(value);

/** No control characters but line feed and tab, and no half of a surrogate pair: such text cannot be stored or shown. */
export function isCleanText(value: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what this looks for
  return value.isWellFormed() && !/[\u0000-\u0008\u000b-\u001f\u007f\u2028\u2029\u202a-\u202e\u2066-\u2069]/.test(value);
}

/** One line of text for people: 1 to 200 characters, not blank. */
export const IsName = rule({
  name: 'isName',
  message: 'must be 1 to 200 characters, not blank, without control characters',
  schema: { type: 'string', pattern: PRINTABLE, maxLength: 200 },
  test: printable(200),
});

/** Longer text for people: 1 to 2,000 characters, not blank. */
export const IsNote = rule({
  name: 'isNote',
  message: 'must be 1 to 2000 characters, not blank, without control characters',
  schema: { type: 'string', pattern: PRINTABLE, maxLength: 2000 },
  test: printable(2_000),
});

type Class = abstract new (...args: never[]) => object;

const parts = new Map<unknown, Map<string, () => Class>>();

/** The classes of a class's nested objects and lists of objects, by field. */
export function partsOf(contract: Class): ReadonlyMap<string, Class> {
  const found = new Map<string, Class>();
  for (let each: unknown = contract; typeof each === 'function'; each = Object.getPrototypeOf(each)) {
    for (const [field, part] of parts.get(each) ?? []) found.set(field, part());
  }
  return found;
}

function notePart(part: () => Class): PropertyDecorator {
  return ({ constructor }, field) => void parts.set(constructor, (parts.get(constructor) ?? new Map<string, () => Class>()).set(String(field), part));
}

/**
 * The lines of a document: an array of objects, each valid by its own class.
 *
 * An element that is itself an array or null is refused, which class-validator alone would let pass.
 */
export function IsLines(line: () => new () => object, options: Readonly<{ min?: number; max?: number }> = {}): PropertyDecorator {
  const { min = 1, max = MAX_LINES } = options;
  const decorators = [
    ValidateNested({ each: true }),
    IsObject({ each: true }),
    ArrayMinSize(min, { message: `$property must have at least ${min} element(s)` }),
    ArrayMaxSize(max, { message: `$property must have at most ${max} elements` }),
    IsArray(),
    Type(line),
    notePart(line),
  ];
  return (target, property) => {
    for (const decorate of decorators) decorate(target, property);
  };
}

/** One nested object, valid by its own class. */
export function IsPart(part: () => new () => object): PropertyDecorator {
  const decorators = [ValidateNested(), IsObject(), Type(part), notePart(part)];
  return (target, property) => {
    for (const decorate of decorators) decorate(target, property);
  };
}

const personal = new Map<object, Set<string>>();

/** Marks a field that tells of a natural person, so that it can be encrypted and erased later. */
export function Personal(): PropertyDecorator {
  return (target, property) => {
    const fields = personal.get(target.constructor) ?? new Set();
    personal.set(target.constructor, fields.add(String(property)));
  };
}

/** The fields of a class that `@Personal()` marks. */
export function personalFields(contract: object): readonly string[] {
  return [...(personal.get(contract) ?? [])];
}
