import { getMetadataStorage, type ValidationArguments, ValidationTypes } from 'class-validator';
import { partsOf } from './rules.js';

type Class = abstract new (...args: never[]) => object;
type Fields = Readonly<Record<string, unknown>>;
/** Whether a value keeps one rule of a field. */
type Test = (value: unknown, document: Fields) => boolean;
type Field = Readonly<{ name: string; conditions: readonly Test[]; tests: readonly Test[] }>;
type Rule = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

const compiled = new Map<Class, (document: object) => boolean>();

/**
 * Whether plain JSON keeps every rule of its class, by class-validator's own rules, looked up and put in order once.
 *
 * It only says yes when class-validator would find nothing; where it says no, class-validator has to be asked, which
 * also knows what to say. What it cannot compile it never says yes to.
 */
export function keepsRules(contract: Class, document: object): boolean {
  let test = compiled.get(contract);
  if (!test) compiled.set(contract, (test = compile(contract)));
  return test(document);
}

function compile(contract: Class): (document: object) => boolean {
  const rules = getMetadataStorage().getTargetValidationMetadatas(contract, '', false, false);
  if (rules.length === 0 || rules.some(isBeyondUs)) return () => false;
  const parts = partsOf(contract);
  const fields = [...Map.groupBy(rules, ({ propertyName }) => propertyName)].map(([name, own]): Field => {
    const of = (type: string) => own.filter((rule) => rule.type === type);
    return {
      name,
      conditions: of(ValidationTypes.CONDITIONAL_VALIDATION).map(
        ({ constraints }) =>
          (value, document) =>
            (constraints[0] as (o: object, v: unknown) => boolean)(document, value),
      ),
      tests: [
        ...[...of(ValidationTypes.CUSTOM_VALIDATION), ...of(ValidationTypes.IS_DEFINED)].flatMap((rule) => testsOf(rule, contract)),
        ...of(ValidationTypes.NESTED_VALIDATION).map(() => partTest(parts.get(name))),
      ],
    };
  });
  return (document) => fields.every((field) => keeps(field, document as Fields));
}

function keeps({ name, conditions, tests }: Field, document: Fields): boolean {
  const value = document[name];
  for (const condition of conditions) if (!condition(value, document)) return true;
  for (const test of tests) if (!test(value, document)) return false;
  return true;
}

/** Rules that depend on more than the value and its document, none of which we have. */
function isBeyondUs({ type, validateIf }: Rule): boolean {
  const known: readonly string[] = [
    ValidationTypes.CUSTOM_VALIDATION,
    ValidationTypes.CONDITIONAL_VALIDATION,
    ValidationTypes.NESTED_VALIDATION,
    ValidationTypes.IS_DEFINED,
  ];
  return validateIf !== undefined || !known.includes(type);
}

function testsOf({ constraintCls, constraints, each, propertyName: property }: Rule, contract: Class): Test[] {
  return getMetadataStorage()
    .getTargetValidatorConstraints(constraintCls)
    .map(({ instance }): Test => {
      const test: Test = (value, object) =>
        instance.validate(value, { targetName: contract.name, property, constraints, object, value } satisfies ValidationArguments) === true;
      return each ? (value, object) => (Array.isArray(value) ? all(value, (one) => test(one, object)) : test(value, object)) : test;
    });
}

/** An object of its class or a list of them. What is neither is for class-validator to say. */
function partTest(part: Class | undefined): Test {
  if (!part) return () => false;
  const test = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value) && keepsRules(part, value);
  return (value) => value === undefined || (Array.isArray(value) ? all(value, test) : test(value));
}

/** Holes are elements too, where `every` passes over them. */
function all(list: readonly unknown[], test: (value: unknown) => boolean): boolean {
  for (const each of list) if (!test(each)) return false;
  return true;
}
