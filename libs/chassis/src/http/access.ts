import 'reflect-metadata';
import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { assert, grants, type LimitedGrant, type LimitName, type Limits, limitsOn, type SeenVersion } from '@millrace/kernel';
import type { Selection } from '../lists/selection.js';
import { ProblemException } from './problem.js';
import type { Asked } from './request-digest.js';
import type { Origin } from '@millrace/messaging';
import { originOf } from './origin.js';

/**
 * Where the permission of a route must be held: in the company of the token (`true`), in every company (`false`), or in
 * either, and then the handler decides how far it reaches.
 */
export type Scope = boolean | 'either';

/**
 * What it takes to enter a route by a permission: `limits` are those of its caller that it looks after itself, or `none`
 * when only who holds it without any may enter.
 */
export type PermissionPolicy = Readonly<{ permission: string; company: Scope; limits?: readonly LimitName[] | 'none' }>;

export type RoutePolicy = PermissionPolicy | Readonly<{ signedIn: true } | { public: true }>;

const POLICY = Symbol('millrace:policy');

/**
 * The permission that a route needs: `service.noun.verb`. Its caller acts for the company of its token, unless the route
 * is about no company (`{ company: false }`): then a permission that is held in some company does not count. Who is limited
 * to own records enters only a route that says that it looks after that (`{ limits: ['ownRecordsOnly'] }`).
 */
export function RequiresPermission(
  permission: string,
  { company = true, limits = [] }: { company?: Scope; limits?: PermissionPolicy['limits'] } = {},
): MethodDecorator & ClassDecorator {
  return SetMetadata(POLICY, { permission, company, ...(limits.length > 0 ? { limits } : {}) } satisfies RoutePolicy);
}

/** A route for everybody who is signed in, about its own account. */
export function SignedIn(): MethodDecorator & ClassDecorator {
  return SetMetadata(POLICY, { signedIn: true } satisfies RoutePolicy);
}

/** A route for everybody, without a token. */
export function Public(): MethodDecorator & ClassDecorator {
  return SetMetadata(POLICY, { public: true } satisfies RoutePolicy);
}

/** The policy of a route: its own, or its controller's. */
export function policyOf(handler: object, controller: object): RoutePolicy | undefined {
  return (Reflect.getMetadata(POLICY, handler) ?? Reflect.getMetadata(POLICY, controller)) as RoutePolicy | undefined;
}

/** Who a token stands for. */
export type Identity = Readonly<{
  subject: string;
  companyId: string | null;
  /** What it may do in its company. */
  permissions: readonly string[];
  /** What it may do in every company, and with what belongs to none. */
  globalPermissions: readonly string[];
  /** Which of its permissions it holds in its company within limits alone; the others reach everywhere there. */
  limits?: readonly LimitedGrant[];
  /** The session of the account that the token was given for: when that has ended, the token opens nothing. */
  session: number;
  /** The one sign-in that the token came of, when it came of one that can be ended alone. */
  signIn?: string;
  /** How often it may ask in a minute, when that was said of its account. */
  requestsPerMinute?: number;
  expiresAt: number;
}>;

/** What of an identity decides where it may go. */
export type Reach = Pick<Identity, 'companyId' | 'permissions' | 'globalPermissions' | 'limits'>;

/** Whether somebody may enter a route with this policy, as far as permissions go. */
export function mayEnter(identity: Reach, { permission, company }: PermissionPolicy): boolean {
  return grants(company === false ? identity.globalPermissions : identity.permissions, permission);
}

/**
 * Why somebody may not enter a route with this policy; undefined when it may. Whoever asks, the guard of a request or who
 * wants to know why, is told the same.
 */
export function refusalToEnter(identity: Reach, policy: RoutePolicy): ProblemException | undefined {
  if (!('permission' in policy)) return undefined;
  if (!mayEnter(identity, policy)) return permissionMissing(policy);
  if (policy.company === true && identity.companyId === null) {
    return new ProblemException(403, 'company-required', 'This route is about one company: get a token for it.');
  }
  return policy.company === false ? undefined : refusalByLimits(limitsOn(identity, policy.permission), policy);
}

function refusalByLimits(held: Limits, policy: PermissionPolicy): ProblemException | undefined {
  const { permission, limits = [] } = policy;
  if (held.ownRecordsOnly && !(limits !== 'none' && limits.includes('ownRecordsOnly'))) return ownRecordsOnly(policy);
  if (limits !== 'none' || Object.keys(held).length === 0) return undefined;
  return new ProblemException(403, 'limits-apply', `This is for who holds ${permission} without limits: it shows what every limit hides.`, { permission });
}

function ownRecordsOnly({ permission }: PermissionPolicy): ProblemException {
  const detail = `You hold ${permission} for your own records alone, to read them: this is about more.`;
  return new ProblemException(403, 'own-records-only', detail, { permission });
}

export function permissionMissing({ permission, company }: PermissionPolicy): ProblemException {
  const where = company === false ? ' in every company' : '';
  return new ProblemException(403, 'permission-missing', `This needs the permission ${permission}${where}.`, { permission });
}

const IF_MATCH_FORM = 'If-Match names no version of this document: send its ETag, such as "3", or its version, such as 3, or * for any.';

/** The request's caller, with what its headers ask for. */
export class Caller {
  constructor(
    private readonly identity: Identity,
    /** @internal */
    readonly request: WithIdentity,
  ) {}

  get subject(): string {
    return this.identity.subject;
  }

  /** The company that the caller acts for. */
  get companyId(): string {
    if (this.identity.companyId === null) throw new ProblemException(403, 'company-required', 'This route is about one company: get a token for it.');
    return this.identity.companyId;
  }

  get companyOrNone(): string | null {
    return this.identity.companyId;
  }

  get correlationId(): string {
    return this.request.id;
  }

  get route(): string {
    return `${this.request.method} ${this.request.routeOptions.url}`;
  }

  /** Where the request came from, for the audit trail; undefined where no route was entered. */
  get origin(): Origin | undefined {
    return originOf(this.request, this.identity);
  }

  can(permission: string): boolean {
    return grants(this.identity.permissions, permission);
  }

  /** How far a permission of the caller reaches in its company. */
  limitsOn(permission: string): Limits {
    return limitsOn(this.identity, permission);
  }

  /** What the caller may do: in its company, and in every one. */
  get authority(): Omit<Identity, 'expiresAt'> {
    return this.identity;
  }

  /** Seconds that the caller would wait for the next state (`Prefer: wait=N`), at most 60. */
  get waitSeconds(): number {
    const seconds = Number(/(?:^|[,;\s])wait=([0-9]{1,9})\b/.exec(this.request.headers.prefer?.toString() ?? '')?.[1] ?? 0);
    return Math.min(seconds, 60);
  }

  /** The version that the caller saw (`If-Match`); any, when it does not say. */
  get ifMatch(): SeenVersion {
    const header = this.request.headers['if-match'];
    if (header === undefined || header === '*') return 'any';
    const match = /^(?:(?:W\/)?"([0-9]{1,9})"|([0-9]{1,9}))$/.exec(header); // Quoted as an ETag is, or bare as a document shows its version.
    if (!match) throw new ProblemException(412, 'version-stale', IF_MATCH_FORM);
    return Number(match[1] ?? match[2]);
  }

  /** The version that the caller has (`If-None-Match`), if it says one. */
  get ifNoneMatch(): number | undefined {
    const version = /^(?:W\/)?"([0-9]{1,9})"$/.exec(this.request.headers['if-none-match'] ?? '')?.[1];
    return version === undefined ? undefined : Number(version);
  }

  /** @throws ProblemException 428 when the caller does not say which version it changes. */
  requireIfMatch(): SeenVersion {
    if (this.request.headers['if-match'] === undefined)
      throw new ProblemException(428, 'precondition-required', 'Say which version you change: send If-Match with the ETag of the document, or *.');
    return this.ifMatch;
  }

  /** @throws ProblemException 400 when a write comes without a usable key. */
  get idempotencyKey(): string {
    const key = this.request.headers['idempotency-key'];
    if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key)) {
      throw new ProblemException(
        400,
        'idempotency-key-required',
        'Send an Idempotency-Key of 1 to 255 printable ASCII characters: the same key again gives the first answer and writes nothing.',
      );
    }
    return key;
  }

  /** Which rows of a list the caller wants to see, and how. */
  get selection(): Selection {
    const { selection } = this.request;
    assert(selection !== undefined, 'a route that shows a list says which with @Lists');
    return selection;
  }

  /** Everything that is asked for, beside the route. */
  get asked(): Asked {
    const { params, query, body } = this.request;
    return { params: (params ?? {}) as Asked['params'], query: (query ?? {}) as Asked['query'], body };
  }
}

type WithIdentity = FastifyRequest & { identity?: Identity; selection?: Selection };

export function setIdentity(request: FastifyRequest, identity: Identity): void {
  (request as WithIdentity).identity = identity;
}

/** Who a request is from, as far as that was found out. */
export function identityOf(request: FastifyRequest): Identity | undefined {
  return (request as WithIdentity).identity;
}

export function setSelection(request: FastifyRequest, selection: Selection): void {
  (request as WithIdentity).selection = selection;
}

/** Parameter of a controller's method: who calls. */
export const From = createParamDecorator((_data: unknown, context: ExecutionContext): Caller => {
  const request = context.switchToHttp().getRequest<WithIdentity>();
  return new Caller(request.identity!, request);
});
