export { NullSays } from './http/contract.pipe.js';
export { CoreModule, kafkaSettings } from './core.module.js';
export { failureOf } from './failure.js';
export { createLogger, LOGGER, nestLogger } from './logger.js';
export { Metrics } from './metrics.js';
export { readSettings, ServiceSettings, SettingsFault } from './settings.js';
export { type ConsumerDescription, migrateService, type RunningService, runService, type ServiceDefinition, startService } from './service-app.js';
export { Lifecycle } from './lifecycle.js';
export {
  Caller,
  From,
  type Identity,
  mayEnter,
  permissionMissing,
  Public,
  refusalToEnter,
  RequiresPermission,
  type Reach,
  type RoutePolicy,
  type Scope,
  setIdentity,
  SignedIn,
} from './http/access.js';
export { authenticate } from './http/access.guard.js';
export { BackgroundLoop } from './background-loop.js';
export { TrailNotes } from './audit-trail/trail-notes.js';
export { CLIENT_ADDRESS, clientAddressOf, networkOf } from './http/client-address.js';
export { ArrivedAs, Arrival } from './http/origin.js';
export { BODY_LIMIT, parseBody } from './http/body-parser.js';
export { type BulkResult, Commands } from './http/commands.js';
export { cursorOf, limitOf, type Page, PAGE_LIMIT, pageOf, PageQuery } from './http/pages.js';
export { type CsvLine, CsvLines, type CsvRow, CsvRows, refuseCsv, TakesCsv } from './http/csv-file.js';
export * as column from './lists/columns.js';
export { type AnyList, defineList, Expands, type List, type ListRow, Lists, refersTo, type Sql } from './lists/list.js';
export { ListReader } from './lists/list-reader.js';
export { type Composed, keysStatement, type Place, pageStatement } from './lists/list-statement.js';
export { listsOf } from './openapi/routes.js';
export { drainAndClose } from './http/drain.js';
export { logProblem, type Problem, problemDocument, ProblemException, problemOf } from './http/problem.js';
export { createHttpApp, fastifyOf, INTERNAL_PATHS } from './http/http-app.js';
export { Described } from './openapi/described.js';
export { Example } from './openapi/example-of.js';
export { PROTOCOL_ROUTES } from './http/protocol-routes.js';
export { type Running, runMain, serveUntilAsked } from './process.js';
export { requestId } from './http/request-id.js';
export { Deprecated, Located, Remarks, Returns, Waits } from './http/returns.js';
export { KeysUnavailable, TokenVerifier } from './http/token-verifier.js';
export { TokenSettings, tokenRulesOf } from './token-settings.js';
export { Waiting } from './http/waiting.js';
