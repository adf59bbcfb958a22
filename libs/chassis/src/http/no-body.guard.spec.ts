import { IsName } from '@millrace/contracts';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Lifecycle } from '../lifecycle.js';
import { createLogger } from '../logger.js';
import { Metrics } from '../metrics.js';
import { Public } from './access.js';
import { useStrictBodies } from './body-parser.js';
import { createHttpApp, fastifyOf } from './http-app.js';
import { NoBodyGuard } from './no-body.guard.js';

class NoteDto {
  @IsName() readonly text!: string;
}

@Public()
@Controller('gates')
class GatesController {
  @Get()
  look(): object {
    return {};
  }

  @Post('closing')
  @HttpCode(200)
  close(): object {
    return { closed: true };
  }

  @Post('notes')
  @HttpCode(200)
  note(@Body() body: NoteDto): object {
    return body;
  }
}

describe('a route that takes no document', () => {
  let app: NestFastifyApplication;
  const post = (url: string, payload?: string) =>
    app.inject({ method: 'POST', url, payload, headers: payload === undefined ? {} : { 'content-type': 'application/json' } });

  beforeAll(async () => {
    const [metrics, lifecycle] = [new Metrics(), new Lifecycle()];
    app = await createHttpApp({
      imports: [{ module: class {}, controllers: [GatesController] }],
      logger: createLogger('test', 'silent'),
      metrics,
      lifecycle,
    });
    useStrictBodies(fastifyOf(app));
    app.useGlobalGuards(new NoBodyGuard());
    await app.init();
  });

  afterAll(() => app.close());

  it.each([
    ['{"version":7}', ['/version']],
    ['{"status":"open","closedBy":"me"}', ['/status', '/closedBy']],
    ['[]', ['']],
    ['"closed"', ['']],
  ])('refuses %s and points at it', async (body, pointers) => {
    const answer = await post('/gates/closing', body);
    const { code, errors } = answer.json<{ code: string; errors: { pointer: string }[] }>();
    expect([answer.statusCode, code, errors.map(({ pointer }) => pointer)]).toEqual([400, 'request-invalid', pointers]);
  });

  it.each([undefined, '{}', 'null'])('does its work with %s', async (body) => {
    expect((await post('/gates/closing', body)).json()).toEqual({ closed: true });
  });

  it('leaves other routes their documents', async () => {
    expect((await post('/gates/notes', '{"text":"left open"}')).json()).toEqual({ text: 'left open' });
    expect((await app.inject({ method: 'GET', url: '/gates' })).statusCode).toBe(200);
  });
});
