import type { Type } from '@nestjs/common';

/** The name of an operation, in the API document and in the audit trail: `PlaceOrder_place`. */
export function operationId(controller: Pick<Type<object>, 'name'>, method: string): string {
  return `${controller.name.replace(/Controller$/, '')}_${method}`;
}
