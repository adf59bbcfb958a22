import 'reflect-metadata';
import { dirname } from 'node:path';
import { createRequire } from 'node:module';
import fastifyStatic from '@fastify/static';
import { createHttpApp, drainAndClose, fastifyOf, Lifecycle, Metrics, PROTOCOL_ROUTES, type Running, tokenRulesOf, TokenVerifier } from '@millrace/chassis';
import { type DynamicModule, Module } from '@nestjs/common';
import type { Logger } from 'pino';
import { registerBrowserRules } from './browsers/browser-rules.js';
import { addressesOf, type GatewaySettings, originsOf } from './gateway-settings.js';
import { HealthController } from './health/health.controller.js';
import { RateLimits } from './limits/rate-limits.js';
import { ReferenceController } from './reference/reference.controller.js';
import { type ApiRoute, readApiDocument, routesOfDocument } from './routing/api-document.js';
import { registerApiRoutes } from './routing/api-routes.js';
import { Forwarder } from './routing/forwarder.js';
import { ReplicaSet } from './routing/replica-set.js';
import { API_DOCUMENT, METRICS_TOKEN, REPLICA_SETS } from './tokens.js';

@Module({ controllers: [HealthController, ReferenceController] })
class GatewayModule {
  static with(values: readonly { provide: symbol | (new (...args: never[]) => object); useValue: unknown }[]): DynamicModule {
    return { module: GatewayModule, providers: [...values] };
  }
}

/** The routes that identity serves outside the API document: for those who verify tokens, and for signing in by the standards. */
const IDENTITY_ROUTES: readonly ApiRoute[] = [
  { method: 'GET', url: '/.well-known/jwks.json', service: 'identity', access: 'public' },
  ...PROTOCOL_ROUTES.map(
    ({ method, url, usesUp = false }) => ({ method, url, service: 'identity', access: 'public', withCookies: true, once: usesUp || method !== 'GET' }) as const,
  ),
];

/** Starts the one door in this process. */
export async function startGateway(settings: GatewaySettings, logger: Logger): Promise<Running> {
  const document = readApiDocument();
  const services = new Map(Object.entries(addressesOf(settings)).map(([name, addresses]) => [name, new ReplicaSet(name, addresses, logger)]));
  const forwarder = new Forwarder(services, settings.IN_FLIGHT_LIMIT);
  const tokens = new TokenVerifier(settings.JWKS_URL, settings.TOKEN_ISSUER, tokenRulesOf(settings));
  const [lifecycle, metrics] = [new Lifecycle(), new Metrics()];
  metrics.gauge('gateway_requests_in_flight', 'Requests that wait for a service.', () => forwarder.inFlight);
  const module = GatewayModule.with([
    { provide: API_DOCUMENT, useValue: document },
    { provide: REPLICA_SETS, useValue: services },
    { provide: Lifecycle, useValue: lifecycle },
    { provide: Metrics, useValue: metrics },
    { provide: METRICS_TOKEN, useValue: settings.METRICS_TOKEN },
  ]);
  const { TRUSTED_PROXIES: trustProxy, HEADERS_TIMEOUT_SECONDS: headersSeconds, REQUEST_TIMEOUT_SECONDS: requestSeconds } = settings;
  const app = await createHttpApp({ imports: [module], logger, metrics, lifecycle, trustProxy, timeouts: { headersSeconds, requestSeconds } });
  const fastify = fastifyOf(app);
  const limits = new RateLimits(settings.RATE_LIMIT_PER_MINUTE, settings.ANONYMOUS_LIMIT_PER_MINUTE);
  await registerBrowserRules(fastify, { hstsSeconds: settings.HSTS_SECONDS, origins: originsOf(settings) });
  await app.init(); // A route keeps the error handler that is there when it is added: Nest's comes with this.
  registerApiRoutes(fastify, [...routesOfDocument(document), ...IDENTITY_ROUTES], { tokens, limits, forwarder });
  await fastify.register(fastifyStatic, { root: swaggerFolder(), prefix: '/reference/ui/', index: false, maxAge: '1d', globIgnore: ['*.map'] });
  await Promise.all([...services.values()].map((set) => set.open()));
  await app.listen({ port: settings.PORT, host: settings.HOST });
  const stop = async () => {
    await drainAndClose(app, lifecycle, settings.DRAIN_SECONDS);
    tokens.close();
    for (const set of services.values()) set.close();
  };
  return { url: await app.getUrl(), stop };
}

const swaggerFolder = () => dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
