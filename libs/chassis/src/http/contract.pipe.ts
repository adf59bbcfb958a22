import { type Contract, violationsOf } from '@millrace/contracts';
import { isId } from '@millrace/kernel';
import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { ProblemException } from './problem.js';

/**
 * Holds bodies and queries against their classes, strictly: a field that the class does not know is refused. What a
 * handler gets is the plain document that was sent, never an object with behaviour. Path parameters are ids.
 */
@Injectable()
export class ContractPipe implements PipeTransform {
  transform(value: unknown, { type, metatype, data }: ArgumentMetadata): unknown {
    if (type === 'param' && data && /id$/i.test(data) && !isId(value)) {
      throw new ProblemException(404, 'not-found', 'There is nothing with this id.');
    }
    if ((type !== 'body' && type !== 'query') || !isContract(metatype)) return value;
    const document = value ?? (type === 'query' ? {} : value);
    const violations = violationsOf(metatype, type === 'query' ? { ...(document as object) } : document, { strict: true });
    if (violations.length > 0) throw ProblemException.invalid(violations);
    return document;
  }
}

function isContract(type: unknown): type is Contract<object> {
  return typeof type === 'function' && type !== Object && type !== String && type !== Number && type !== Boolean && type !== Array;
}
