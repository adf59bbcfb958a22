import { v7 } from 'uuid';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A new identifier: UUIDv7, so that what is made later sorts later. */
export function newId(): string {
  return v7();
}

/** Whether a value is a UUID in lower case; the nil and max UUIDs are not. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}
