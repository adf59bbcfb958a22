import { Controller, Get, Query, type Type } from '@nestjs/common';
import { type Caller, From, refusalToEnter, RequiresPermission } from '../http/access.js';
import { ProblemException } from '../http/problem.js';
import type { Page } from '../http/pages.js';
import { Returns } from '../http/returns.js';
import { nameAfter } from '../openapi/name-after.js';
import { AuditTrailLineDto, AuditTrailQuery } from './audit-trail.dto.js';
import { TrailLines } from './trail-lines.js';

/** What people and apps did, and tried to do, through the API of one service. */
export function auditTrailController(service: string): Type<object> {
  const permission = `audit.${service}.view`;

  @Controller(`operations/${service}`)
  class AuditTrailController {
    constructor(private readonly lines: TrailLines) {}

    @Get('audit-trail')
    @RequiresPermission(permission, { company: 'either' })
    @Returns(
      200,
      { page: AuditTrailLineDto },
      `Who did what in ${service}, and what was refused, newest first; within 31 days unless recordId, subject or from is given`,
    )
    list(@Query() query: AuditTrailQuery, @From() caller: Caller): Promise<Page<AuditTrailLineDto>> {
      // The trail shows what any limit hides.
      if (Object.keys(caller.limitsOn(permission)).length > 0) throw new ProblemException(403, 'limits-apply', 'The trail is for who holds it without limits.');
      if (query.belonging !== 'none') return this.lines.list(caller.companyOrNone, query);
      const refusal = refusalToEnter(caller.authority, { permission, company: false });
      if (refusal) throw refusal;
      return this.lines.list(null, query);
    }
  }
  return nameAfter(service, AuditTrailController);
}
