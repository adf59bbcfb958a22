import { Controller, Get, Query, type Type } from '@nestjs/common';
import { type Caller, From, refusalToEnter, RequiresPermission } from '../http/access.js';
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
    @RequiresPermission(permission, { company: 'either', limits: 'none' })
    @Returns(
      200,
      { page: AuditTrailLineDto },
      `Who did what in ${service}, and what was refused, newest first; within 31 days unless recordId, subject or from is given`,
    )
    list(@Query() query: AuditTrailQuery, @From() caller: Caller): Promise<Page<AuditTrailLineDto>> {
      if (query.belonging !== 'none') return this.lines.list(caller.companyOrNone, query);
      const refusal = refusalToEnter(caller.authority, { permission, company: false });
      if (refusal) throw refusal;
      return this.lines.list(null, query);
    }
  }
  return nameAfter(service, AuditTrailController);
}
