import { newId, SystemClock } from '@millrace/kernel';
import { appendToTrail, MESSAGING_MIGRATIONS, type Origin, type TrailEntry } from '@millrace/messaging';
import { type Database, statement, type Transaction } from '@millrace/persistence';
import { createTestDatabase, FixedClock, type TestDatabase } from '@millrace/testing';
import type { FastifyRequest } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { setIdentity } from '../http/access.js';
import { setOperation } from '../http/origin.js';
import { ProblemException } from '../http/problem.js';
import { createLogger } from '../logger.js';
import type { AuditTrailQuery } from './audit-trail.dto.js';
import { TrailLines } from './trail-lines.js';
import { TrailNotes } from './trail-notes.js';

const EXPIRES = 4_000_000_000;

describe('the audit trail of a service', () => {
  let test: TestDatabase;
  let lines: TrailLines;
  let companyId: string;

  beforeAll(async () => {
    test = await createTestDatabase(inject('servers'), 'noted', [], MESSAGING_MIGRATIONS);
    lines = new TrailLines(test.database, new SystemClock());
  });

  beforeEach(() => {
    companyId = newId();
  });

  afterAll(() => test.database.close());

  const all = async (query: AuditTrailQuery = {}, company: string | null = companyId) => (await lines.list(company, { limit: '200', ...query })).data;

  describe('looked through', () => {
    const origin: Origin = { operation: 'Items_change', session: 1, client: null, address: null };
    const entry = (given: Partial<TrailEntry>): TrailEntry => ({
      subject: 'anna',
      origin,
      requestId: null,
      outcome: 'done',
      problem: null,
      times: 1,
      ...given,
    });
    const write = (...entries: TrailEntry[]) => test.database.transaction(companyId, async (tx) => appendToTrail(tx, entries));

    beforeEach(async () => {
      await write(entry({ record: { type: 'item', id: 'i-1' } }), entry({ record: { type: 'item', id: 'i-2' }, subject: 'ben' }));
      await write(entry({ record: { type: 'price', id: 'i-1' }, origin: { ...origin, operation: 'Prices_set' } }));
      await write(entry({ subject: 'ben', outcome: 'refused', problem: 'item-exists' }));
    });

    const told = async (query: AuditTrailQuery) => (await all(query)).map(({ subject, operation, record }) => `${subject} ${operation} ${record ?? '-'}`);

    it('shows the newest first', async () => {
      expect(await told({})).toEqual(['ben Items_change -', 'anna Prices_set i-1', 'ben Items_change i-2', 'anna Items_change i-1']);
    });

    it.each<[string, AuditTrailQuery, number]>([
      ['record', { recordId: 'i-1' }, 2],
      ['kind of record', { recordId: 'i-1', recordType: 'price' }, 1],
      ['person', { subject: 'ben' }, 2],
      ['operation', { operation: 'Items_change' }, 3],
      ['outcome', { outcome: 'refused' }, 1],
      ['person and outcome', { subject: 'anna', outcome: 'refused' }, 0],
      ['beginning', { from: '2020-01-01T00:00:00Z' }, 4],
      ['end', { until: '2020-01-01T00:00:00Z' }, 0],
      ['a day to come', { from: '2099-01-01T00:00:00+01:00' }, 0],
    ])('is narrowed by %s', async (_what, query, count) => {
      expect(await told(query)).toHaveLength(count);
    });

    describe('far back', () => {
      const daysOn = (days: number) => new Date(Date.now() + days * 86_400_000);
      const found = async (query: AuditTrailQuery, days: number) =>
        (await new TrailLines(test.database, new FixedClock(daysOn(days))).list(companyId, query)).data.length;

      it.each([
        ['nothing', {}, 0],
        ['an operation', { operation: 'Items_change' }, 0],
        ['an outcome', { outcome: 'refused' }, 0],
        ['a kind of record', { recordType: 'item' }, 0],
        ['a record', { recordId: 'i-1' }, 2],
        ['a person', { subject: 'ben' }, 2],
        ['a beginning', { operation: 'Items_change', from: '2020-01-01T00:00:00Z' }, 3],
      ] as const)('goes who names %s', async (_what, query, count) => {
        expect(await found(query, 32)).toBe(count);
      });

      it('goes any search within 31 days of its end', async () => {
        expect(await found({}, 30)).toBe(4);
        expect(await found({ until: daysOn(30).toISOString() }, 300)).toBe(4);
        expect(await found({ until: daysOn(32).toISOString() }, 0)).toBe(0);
      });
    });

    it('has five seconds for a page, and leaves other work its time', async () => {
      const timeouts: string[] = [];
      const look = async (tx: Transaction) => {
        const [row] = await tx.query<{ what: string }>(statement(`select current_setting('statement_timeout') as what`));
        timeouts.push(row!.what);
      };
      const watched = {
        transaction: <R>(company: string, work: (tx: Transaction) => Promise<R>) =>
          test.database.transaction(company, async (tx) => {
            const rows = await work(tx);
            await look(tx);
            return rows;
          }),
      } as unknown as Database;
      await new TrailLines(watched, new SystemClock()).list(companyId, {});
      await test.database.transaction(companyId, look);
      expect(timeouts).toEqual(['5s', '1min']);
    });

    it('comes in pages, each row once', async () => {
      const seen: string[] = [];
      for (let after: string | undefined; ; ) {
        const page = await lines.list(companyId, { limit: '1', after });
        seen.push(...page.data.map(({ id }) => id));
        if (!page.next) break;
        after = page.next;
      }
      expect(seen).toEqual((await all()).map(({ id }) => id));
    });

    it('shows nothing of another company', async () => {
      expect(await all({}, newId())).toEqual([]);
    });
  });

  describe('of requests that were refused', () => {
    let clock: FixedClock;
    let notes: TrailNotes;

    beforeEach(() => {
      clock = FixedClock.at('2026-06-01T08:00:00Z');
      notes = new TrailNotes(test.database, clock, createLogger('noted', 'silent'));
    });

    const forbidden = new ProblemException(403, 'permission-missing', 'No.');

    function request({
      method = 'POST',
      address = '192.0.2.7',
      subject = 'anna' as string | null,
      operation = 'Items_create' as string | null,
      client = 'till/2',
      company = companyId,
    } = {}): FastifyRequest {
      const made = { method, id: 'request-1', ip: address, headers: { 'user-agent': client }, params: { itemId: 'i-9' } } as unknown as FastifyRequest;
      if (subject) setIdentity(made, { subject, companyId: company, permissions: [], globalPermissions: [], session: 4, expiresAt: EXPIRES });
      if (operation) setOperation(made, operation);
      return made;
    }

    it('says who was turned away, where from and why', async () => {
      notes.refused(forbidden, request());
      await notes.flush();
      expect(await all()).toMatchObject([
        {
          subject: 'anna',
          session: 4,
          client: 'till/2',
          address: '192.0.2.7',
          operation: 'Items_create',
          outcome: 'refused',
          problem: 'permission-missing',
          request: 'request-1',
          recordType: 'item',
          record: 'i-9',
          times: 1,
          changes: [],
        },
      ]);
    });

    it('counts alike ones of a moment on one line', async () => {
      for (let n = 0; n < 100; n += 1) notes.refused(forbidden, request());
      notes.refused(forbidden, request({ subject: 'ben' }));
      await notes.flush();
      expect((await all()).map(({ subject, times }) => `${subject} ${times}`).toSorted()).toEqual(['anna 100', 'ben 1']);
    });

    it('keeps refused writes, and of reads only who was turned away', async () => {
      const gone = new ProblemException(404, 'not-found', 'No.');
      notes.refused(gone, request({ method: 'GET' }));
      notes.refused(gone, request({ operation: null }));
      notes.refused(new ProblemException(503, 'service-unavailable', 'Later.'), request());
      notes.refused(gone, request());
      notes.refused(forbidden, request({ method: 'GET' }));
      await notes.flush();
      expect((await all()).map(({ problem }) => `${problem}`).toSorted()).toEqual(['not-found', 'permission-missing']);
    });

    it('does not grow with a flood: what is too much is counted, once a minute and when the process ends', async () => {
      const before = (await all({ operation: '*' }, null)).reduce((sum, { times }) => sum + times, 0);
      const counted = async () => (await all({ operation: '*' }, null)).reduce((sum, { times }) => sum + times, 0) - before;
      for (let n = 0; n < 5_000; n += 1) notes.refused(forbidden, request({ address: `192.0.2.${n}` }));
      await notes.flush();
      expect(await countOf()).toBe(500);
      expect(await counted()).toBe(0);
      clock.moveTo('2026-06-01T08:01:00Z');
      for (let n = 0; n < 100; n += 1) notes.refused(forbidden, request({ address: `198.51.100.${n}` }));
      await notes.flush();
      expect([await countOf(), await counted()]).toEqual([560, 4_540]);
      notes.refused(forbidden, request({ address: '203.0.113.1' }));
      await notes.onModuleDestroy();
      expect([await countOf(), await counted()]).toEqual([560, 4_541]);
    });

    it("leaves a company's lines room, however great the floods of another company and of nobody known", async () => {
      const other = newId();
      for (let n = 0; n < 2_000; n += 1) {
        notes.refused(forbidden, request({ address: `192.0.2.${n}`, company: other }));
        notes.refused(forbidden, request({ address: `192.0.2.${n}`, subject: null }));
      }
      for (let n = 0; n < 400; n += 1) notes.refused(forbidden, request({ address: `198.51.100.${n}` }));
      await notes.flush();
      expect(await countOf()).toBe(400);
    });

    it('counts those of nobody known on one line, whatever they call their program, and keeps it of who is known', async () => {
      const operation = `Nobody_${newId()}`;
      for (const client of ['curl/8', 'curl/9', 'curl/10']) {
        notes.refused(forbidden, request({ client, subject: null, operation }));
        notes.refused(forbidden, request({ client, operation }));
      }
      await notes.flush();
      expect((await all({ operation }, null)).map(({ client, times }) => [client, times])).toEqual([['curl/8', 3]]);
      expect((await all({ operation })).map(({ client }) => String(client)).toSorted()).toEqual(['curl/10', 'curl/8', 'curl/9']);
    });

    async function countOf(): Promise<number> {
      let count = 0;
      for (let after: string | undefined; ; ) {
        const page = await lines.list(companyId, { limit: '200', after });
        count += page.data.length;
        if (!page.next) return count;
        after = page.next;
      }
    }

    it('is written later when the database is away', async () => {
      const away = { transaction: async () => Promise.reject(new Error('connect ECONNREFUSED')) };
      const early = new TrailNotes(away as never, clock, createLogger('noted', 'silent'));
      early.refused(forbidden, request());
      await early.flush();
      Object.assign(early, { database: test.database });
      early.refused(forbidden, request());
      await early.flush();
      expect((await all()).map(({ times }) => times)).toEqual([2]);
    });
  });
});
