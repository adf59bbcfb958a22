import { plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';
import { keepsRules } from './compiled-rules.js';
import { isUnderstood } from './rules.js';
import { unknownFields } from './unknown-fields.js';

/**
 * One broken rule: where in the document (a JSON pointer) and what to do about it; and whether the value was understood,
 * and is only none of those that the field takes.
 */
export type Violation = Readonly<{ pointer: string; detail: string; understood?: true }>;

/** Who breaks more rules than this has not read them. */
const VIOLATIONS_LIMIT = 100;
const UNKNOWN = 'is not a field of this document';

export type Contract<T extends object> = new () => T;

/**
 * Checks plain JSON against the rules of a contract class.
 *
 * @param strict Refuse fields that the class does not know, as the HTTP edge does; readers of the log ignore them.
 * @returns The broken rules, at most one for each rule and field and a hundred in all; empty when the document is valid.
 */
export function violationsOf<T extends object>(contract: Contract<T>, document: unknown, { strict }: { strict: boolean }): Violation[] {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    return [{ pointer: '', detail: 'must be a JSON object' }];
  }
  const violations: Violation[] = [];
  if (strict) for (const pointer of unknownFields(contract, document, VIOLATIONS_LIMIT)) violations.push({ pointer, detail: UNKNOWN });
  if (violations.length === VIOLATIONS_LIMIT) return violations;
  if (keepsRules(contract, document)) return violations;
  const instance = plainToInstance(contract, document);
  flatten(validateSync(instance, { forbidUnknownValues: true }), '', violations);
  return violations;
}

function flatten(errors: readonly ValidationError[], path: string, found: Violation[]): void {
  for (const { property, value, constraints = {}, children = [] } of errors) {
    const pointer = `${path}/${property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    for (const [rule, detail] of Object.entries(constraints)) {
      if (found.length === VIOLATIONS_LIMIT) return;
      found.push(isUnderstood(rule, value) ? { pointer, detail, understood: true } : { pointer, detail });
    }
    flatten(children, pointer, found);
  }
}
