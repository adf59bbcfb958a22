import { getMetadataStorage } from 'class-validator';
import { asksForFigure, partsOf } from './rules.js';

type Class = abstract new (...args: never[]) => object;
type Shape = Readonly<{ fields: ReadonlySet<string>; parts: ReadonlyMap<string, Class> }>;

const shapes = new Map<Class, Shape>();

/** The fields that a class has rules for, and the classes of those that are objects or lists of objects. */
function shapeOf(contract: Class): Shape {
  const known = shapes.get(contract);
  if (known) return known;
  const rules = getMetadataStorage().getTargetValidationMetadatas(contract, '', true, false);
  const shape = { fields: new Set(rules.map(({ propertyName }) => propertyName)), parts: partsOf(contract) };
  shapes.set(contract, shape);
  return shape;
}

/** The names of the fields that a class has rules for, as it declares them. */
export function fieldNamesOf(contract: Class): readonly string[] {
  return [...shapeOf(contract).fields];
}

/** The names of the fields that hold figures, which are texts in JSON. */
export function figuresOf(contract: Class): readonly string[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(contract, '', true, false);
  return rules.filter(({ name, type }) => asksForFigure(name ?? type)).map(({ propertyName }) => propertyName);
}

/**
 * Where a document has fields that its class does not know, at most so many.
 *
 * class-validator would say the same, but makes an object of each before it stops, and takes what every object of
 * JavaScript answers to (`isPrototypeOf`) for known.
 */
export function unknownFields(contract: Class, document: object, limit: number): string[] {
  const found: string[] = [];
  collect(contract, document, '', limit, found);
  return found;
}

function collect(contract: Class, document: object, path: string, limit: number, found: string[]): void {
  const { fields, parts } = shapeOf(contract);
  for (const [field, value] of Object.entries(document)) {
    if (found.length === limit) return;
    const pointer = `${path}/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const part = parts.get(field);
    if (!fields.has(field)) found.push(pointer);
    else if (part && isObject(value)) collect(part, value, pointer, limit, found);
    else if (part && Array.isArray(value)) for (const [at, each] of value.entries()) if (isObject(each)) collect(part, each, `${pointer}/${at}`, limit, found);
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
