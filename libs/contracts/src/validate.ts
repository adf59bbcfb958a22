import { plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';

/** One broken rule: where in the document (a JSON pointer) and what to do about it. */
export type Violation = Readonly<{ pointer: string; detail: string }>;

export type Contract<T extends object> = new () => T;

/**
 * Checks plain JSON against the rules of a contract class.
 *
 * @param strict Refuse fields that the class does not know, as the HTTP edge does; readers of the log ignore them.
 * @returns Every broken rule, at most one for each rule and field; empty when the document is valid.
 */
export function violationsOf<T extends object>(contract: Contract<T>, document: unknown, { strict }: { strict: boolean }): Violation[] {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    return [{ pointer: '', detail: 'must be a JSON object' }];
  }
  const instance = plainToInstance(contract, document);
  const errors = validateSync(instance, { whitelist: strict, forbidNonWhitelisted: strict, forbidUnknownValues: true });
  return errors.length === 0 ? [] : errors.flatMap((error) => flatten(error, ''));
}

function flatten(error: ValidationError, path: string): Violation[] {
  const pointer = `${path}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.values(error.constraints ?? {}).map((detail) => ({ pointer, detail }));
  return [...own, ...(error.children ?? []).flatMap((child) => flatten(child, pointer))];
}
