import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { takesBody } from '../openapi/routes.js';
import { takesCsv } from './csv-file.js';
import { ProblemException } from './problem.js';

/** A route that takes no document refuses one: who sends fields believes that they count. An empty document says nothing. */
@Injectable()
export class NoBodyGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http' || takesBody(context.getClass(), context.getHandler().name)) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { body } = request;
    if (body === undefined || body === null || takesCsv(request)) return true;
    const fields = isDocument(body) ? Object.keys(body) : [''];
    if (fields.length === 0) return true;
    throw ProblemException.invalid(fields.map((field) => ({ pointer: field && `/${field}`, detail: 'is not wanted: this route takes no document' })));
  }
}

const isDocument = (body: unknown): body is object => typeof body === 'object' && !Array.isArray(body);
