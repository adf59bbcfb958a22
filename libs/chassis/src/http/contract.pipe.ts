import 'reflect-metadata';
import { type Contract, isCleanText, type Violation, violationsOf } from '@millrace/contracts';
import { isId } from '@millrace/kernel';
import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { ProblemException } from './problem.js';

/**
 * Holds bodies and queries against their classes, strictly: a field that the class does not know is refused. What a
 * handler gets is the plain document that was sent, never an object with behaviour, without the fields that are null. Path parameters are ids; neither they
 * nor queries hold what a text of a document may not.
 */
@Injectable()
export class ContractPipe implements PipeTransform {
  transform(value: unknown, { type, metatype, data }: ArgumentMetadata): unknown {
    if (type === 'param' || type === 'query') refuse(uncleanIn(value, data ? `/${data}` : ''));
    if (type === 'query' && typeof value === 'object' && value !== null) normalize(value as Record<string, unknown>);
    if (type === 'param' && data && /id$/i.test(data) && !isId(value)) refuse([{ pointer: `/${data}`, detail: `${data} must be a UUID in lower case` }]);
    if ((type !== 'body' && type !== 'query') || !isContract(metatype)) return value;
    const document = value ?? (type === 'query' ? {} : value);
    refuse(violationsOf(metatype, type === 'query' ? { ...(document as object) } : document, { strict: true }));
    return type === 'body' ? withoutNulls(document, nullsThatSay(metatype)) : document;
  }
}

const SAYING = Symbol('millrace:null-says');

/** A field of a body itself, not of its parts, of which null says something else than its absence, such as "without a limit" of what may stay as it is. */
export function NullSays(): PropertyDecorator {
  return (target, property) => Reflect.defineMetadata(SAYING, [...nullsThatSay(target.constructor), property], target.constructor);
}

const nullsThatSay = (type: object): readonly (string | symbol)[] => (Reflect.getMetadata(SAYING, type) as (string | symbol)[] | undefined) ?? [];

/** A document without the fields that are null, since that says no more than their absence. */
function withoutNulls(document: unknown, saying: readonly (string | symbol)[] = []): unknown {
  if (Array.isArray(document)) return document.map((each) => withoutNulls(each));
  if (typeof document !== 'object' || document === null) return document;
  const fields = Object.entries(document).filter(([field, value]) => value !== null || saying.includes(field));
  return Object.fromEntries(fields.map(([field, value]) => [field, withoutNulls(value)]));
}

function refuse(violations: readonly Violation[]): void {
  if (violations.length > 0) throw ProblemException.invalid(violations);
}

/** Texts of documents are kept in one form (NFC), and so must be what they are looked for by. */
function normalize(query: Record<string, unknown>): void {
  for (const [field, value] of Object.entries(query)) if (typeof value === 'string') query[field] = value.normalize('NFC');
}

/** Where a parameter, or a field of a query, holds a control character. */
function uncleanIn(value: unknown, pointer: string): Violation[] {
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([field, each]) => uncleanIn(each, `${pointer}/${field}`));
  return typeof value !== 'string' || isCleanText(value) ? [] : [{ pointer, detail: 'must not contain control characters' }];
}

function isContract(type: unknown): type is Contract<object> {
  return typeof type === 'function' && type !== Object && type !== String && type !== Number && type !== Boolean && type !== Array;
}
