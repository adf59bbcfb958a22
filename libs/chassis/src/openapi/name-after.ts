import type { Type } from '@nestjs/common';

/** Names a controller that every service has after its service, so that its operations have names of their own in the suite. */
export function nameAfter(service: string, controller: Type<object>): Type<object> {
  const name = `${service.charAt(0).toUpperCase()}${service.slice(1)}${controller.name}`;
  return Object.defineProperty(controller, 'name', { value: name });
}
