import 'reflect-metadata';
import { SetMetadata } from '@nestjs/common';

type Body = (new () => object) | readonly [new () => object] | Readonly<{ page: new () => object }> | Readonly<{ bulk: new () => object }>;

export type RouteDescription = Readonly<{
  summary: string;
  status: number;
  body?: Body;
  /** Codes of the refusals that the route itself can give, beside those of every route. */
  refusals: readonly string[];
}>;

const DESCRIPTION = Symbol('millrace:description');

/**
 * What a route answers, for the API document: the status, the shape, and its own refusals. `[Dto]` is a list,
 * `{ page: Dto }` a cursor page, `{ bulk: Dto }` a result for each row.
 */
export function Returns(status: number, body: Body | undefined, summary: string, ...refusals: readonly string[]): MethodDecorator {
  return SetMetadata(DESCRIPTION, { status, body, summary, refusals } satisfies RouteDescription);
}

export function descriptionOf(handler: object): RouteDescription | undefined {
  return Reflect.getMetadata(DESCRIPTION, handler) as RouteDescription | undefined;
}

const LOCATION = Symbol('millrace:location');

/**
 * Where the document stands that a route answers with, such as `/v1/sales-orders/{salesOrderId}` with the fields of the
 * document: who is told 202 finds there what became of it.
 */
export const Located = (path: string): MethodDecorator => SetMetadata(LOCATION, path);

export function locationOf(handler: object): string | undefined {
  return Reflect.getMetadata(LOCATION, handler) as string | undefined;
}

const REMARKS = Symbol('millrace:remarks');

/** What to know of a route before it is called, beside its summary. */
export const Remarks = (text: string): MethodDecorator => SetMetadata(REMARKS, text);

export function remarksOf(handler: object): string | undefined {
  return Reflect.getMetadata(REMARKS, handler) as string | undefined;
}

const WAITS = Symbol('millrace:waits');

/** A route that waits for the next state when asked to, with `Prefer: wait=N`. */
export const Waits = (): MethodDecorator => SetMetadata(WAITS, true);

export function isWaiting(handler: object): boolean {
  return Reflect.hasMetadata(WAITS, handler);
}

/** The day from which on a route should not be used any more, and the day on which it goes, when that is known. */
export type Deprecation = Readonly<{ since: string; sunset?: string }>;

const DEPRECATION = Symbol('millrace:deprecation');

/** A route that is going: the API document says so, and the gateway with every answer. */
export const Deprecated = (deprecation: Deprecation): MethodDecorator => SetMetadata(DEPRECATION, deprecation);

export function deprecationOf(handler: object): Deprecation | undefined {
  return Reflect.getMetadata(DEPRECATION, handler) as Deprecation | undefined;
}
