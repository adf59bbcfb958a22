export { eventually } from './eventually.js';
export { describeFactsInAnyWay, type Happening } from './in-any-way.js';
export { FixedClock } from './fixed-clock.js';
export { namedIds } from './named-ids.js';
export { type ServerAddresses, startTestServers, type TestServers } from './servers.js';
export { ServiceBench, type Told } from './service-bench.js';
export { type Answering, type Arrived, StubService } from './stub-service.js';
export { createTestDatabase, type TestDatabase } from './test-database.js';
export { TokenIssuer } from './token-issuer.js';
