import { ProblemException, Public } from '@millrace/chassis';
import { Controller, Get, Inject, Param, Redirect, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { ApiDocument } from '../routing/api-document.js';
import { API_DOCUMENT } from '../tokens.js';
import { problemPage, problemsPage, referencePage, referenceScript } from './pages.js';
import { problemsOf } from './problems.js';

const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The API document and the pages that explain it. */
@Public()
@Controller()
export class ReferenceController {
  private readonly text: string;
  private readonly problems;

  constructor(@Inject(API_DOCUMENT) document: ApiDocument) {
    this.text = JSON.stringify(document);
    this.problems = problemsOf(document);
  }

  @Get()
  @Redirect('/reference', 302)
  home(): void {}

  @Get('openapi.json')
  async document(@Res() reply: FastifyReply): Promise<void> {
    await reply.headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'public, max-age=60' }).send(this.text);
  }

  @Get('reference')
  async reference(@Res() reply: FastifyReply): Promise<void> {
    await page(reply, referencePage);
  }

  @Get('reference/start.js')
  async script(@Res() reply: FastifyReply): Promise<void> {
    await reply.header('content-type', 'text/javascript; charset=utf-8').send(referenceScript);
  }

  @Get('problems')
  async problemList(@Res() reply: FastifyReply): Promise<void> {
    await page(reply, problemsPage(this.problems.values()));
  }

  @Get('problems/:code')
  async problem(@Param('code') code: string, @Res() reply: FastifyReply): Promise<void> {
    const found = this.problems.get(code);
    if (!found) throw new ProblemException(404, 'route-unknown', 'There is no such problem.');
    await page(reply, problemPage(found));
  }
}

async function page(reply: FastifyReply, html: string): Promise<void> {
  await reply.headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': PAGE_POLICY, 'referrer-policy': 'no-referrer' }).send(html);
}
