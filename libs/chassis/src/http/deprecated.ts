import 'reflect-metadata';

/** The day from which on a route should not be used any more, and the day on which it goes, when that is known. */
export type Deprecation = Readonly<{ since: string; sunset?: string }>;

const DEPRECATION = Symbol('millrace:deprecation');

/** A route that is going: the API document says so, and the gateway with every answer. */
export function Deprecated(deprecation: Deprecation): MethodDecorator {
  return (_target, _name, descriptor) => {
    Reflect.defineMetadata(DEPRECATION, deprecation, descriptor.value as object);
  };
}

export function deprecationOf(handler: object): Deprecation | undefined {
  return Reflect.getMetadata(DEPRECATION, handler) as Deprecation | undefined;
}
