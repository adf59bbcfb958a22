import { getMetadataStorage } from 'class-validator';
import { partsOf, personalFields, wordsOfRule } from './rules.js';

type Class = abstract new (...args: never[]) => object;

/** A field of a contract, for people. */
export type Field = Readonly<{
  name: string;
  /** `text`, `number`, `yes or no`, or what its part is. */
  type: string;
  required: boolean;
  /** What its value must be, in the words that a broken rule is told with. */
  rules: readonly string[];
  /** It tells of a natural person. */
  personal: boolean;
  /** The class of the object that it holds, or of each of a list. */
  part?: Class;
  isList: boolean;
}>;

type Rule = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/** What the validators of a class are called by, and what they say; those of ours tell their own words. */
const WORDS: Readonly<Record<string, (limits: readonly unknown[]) => string | undefined>> = {
  isIn: ([values]) => `one of ${(values as readonly string[]).map((value) => `\`${value}\``).join(', ')}`,
  isInt: () => 'a whole number',
  min: ([least]) => `at least ${least}`,
  max: ([most]) => `at most ${most}`,
  arrayMinSize: ([least]) => (least === 0 ? undefined : `at least ${least}`),
  arrayMaxSize: ([most]) => `at most ${most}`,
};

/** The fields that a contract class declares, in its order. */
export function fieldsOf(contract: Class): Field[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(contract, '', true, false);
  const [parts, personal] = [partsOf(contract), new Set(personalFields(contract))];
  return [...Map.groupBy(rules, ({ propertyName }) => propertyName)].map(([name, ofField]) => {
    const names = new Set(ofField.map(nameOf));
    return {
      name,
      type: names.has('isInt') ? 'number' : names.has('isBoolean') ? 'yes or no' : names.has('isArray') ? 'list' : parts.has(name) ? 'object' : 'text',
      required: !names.has('isOptional'),
      rules: ofField.flatMap((rule) => wordsOf(rule) ?? []).sort(),
      personal: personal.has(name),
      part: parts.get(name),
      isList: names.has('isArray'),
    };
  });
}

const nameOf = ({ name, type }: Rule) => name ?? type;

function wordsOf(rule: Rule): string | undefined {
  const name = nameOf(rule);
  return wordsOfRule(name) ?? WORDS[name]?.((rule.constraints ?? []) as readonly unknown[]);
}
