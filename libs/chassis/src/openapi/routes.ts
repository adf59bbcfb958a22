import 'reflect-metadata';
import { type INestApplication, RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { policyOf, type RoutePolicy } from '../http/access.js';
import { type CsvShape, csvShapeOf } from '../http/csv-file.js';
import { type Deprecation, deprecationOf, descriptionOf, isWaiting, locationOf, remarksOf, type RouteDescription } from '../http/returns.js';
import { type AnyList, listOf, referencesOf } from '../lists/list.js';

export type Route = Readonly<{
  controller: Type<object>;
  method: string;
  name: string;
  /** Without the prefix of the API, such as `sales-orders/:id`. */
  path: string;
  policy?: RoutePolicy;
  description?: RouteDescription;
  location?: string;
  /** What to know of it beside its summary. */
  remarks?: string;
  /** Whether it takes `Prefer: wait=N`. */
  waits: boolean;
  deprecation?: Deprecation;
  csv?: CsvShape;
  /** What it shows pages of, and whose references it shows in full. */
  list?: AnyList;
  references?: AnyList;
  body?: Type<object>;
  query?: Type<object>;
}>;

const BODY = 3;
const QUERY = 4;

/** Every route of an application, as its controllers declare them. */
export function routesOf(app: INestApplication): Route[] {
  const controllers = new Set<Type<object>>();
  for (const module of app.get(ModulesContainer, { strict: false }).values()) {
    for (const { metatype } of module.controllers.values()) if (metatype) controllers.add(metatype as Type<object>);
  }
  return [...controllers].flatMap(routesOfController);
}

/** Every list that an application shows, on its own or behind a reference. */
export function listsOf(app: INestApplication): AnyList[] {
  const found = new Set<AnyList>();
  const queue = routesOf(app).flatMap(({ list, references }) => [list, references]);
  for (const list of queue) {
    if (!list || found.has(list)) continue;
    found.add(list);
    queue.push(...Object.values(list.references ?? {}).map(({ list: to }) => to()));
  }
  return [...found];
}

function routesOfController(controller: Type<object>): Route[] {
  const prototype = controller.prototype as Record<string, object>;
  return Object.getOwnPropertyNames(prototype).flatMap((name): Route[] => {
    const handler = Object.getOwnPropertyDescriptor(prototype, name)?.value as object | undefined;
    const method = handler && (Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined);
    if (!handler || method === undefined) return [];
    const parts = [Reflect.getMetadata(PATH_METADATA, controller), Reflect.getMetadata(PATH_METADATA, handler)] as string[];
    const path = parts
      .flatMap((part) => part.split('/'))
      .filter(Boolean)
      .join('/');
    return [
      {
        controller,
        name,
        method: RequestMethod[method],
        path,
        policy: policyOf(handler, controller),
        description: descriptionOf(handler),
        location: locationOf(handler),
        remarks: remarksOf(handler),
        waits: isWaiting(handler),
        deprecation: deprecationOf(handler),
        csv: csvShapeOf(handler),
        list: listOf(handler),
        references: referencesOf(handler),
        ...parametersOf(controller, name),
      },
    ];
  });
}

function parametersOf(controller: Type<object>, name: string): { body?: Type<object>; query?: Type<object> } {
  const types = (Reflect.getMetadata('design:paramtypes', controller.prototype as object, name) ?? []) as Type<object>[];
  const places = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<string, { index: number }>;
  const typeAt = (kind: number) => {
    const place = Object.entries(places).find(([key]) => key.startsWith(`${kind}:`));
    return place && types[place[1].index];
  };
  return { body: typeAt(BODY), query: typeAt(QUERY) };
}

/** Whether a method of a controller takes the body of a request. */
export function takesBody(controller: Type<object>, name: string): boolean {
  const places = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as object;
  return Object.keys(places).some((key) => key.startsWith(`${BODY}:`));
}

/** @throws Error that names each route without a policy: such a service must not start. */
export function assertEveryRouteHasAPolicy(app: INestApplication): void {
  const open = routesOf(app).filter((route) => !route.policy);
  if (open.length > 0) {
    throw new Error(`Routes without @RequiresPermission, @SignedIn or @Public: ${open.map((route) => `${route.method} ${route.path}`).join(', ')}`);
  }
}
