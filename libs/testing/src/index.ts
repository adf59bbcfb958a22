export { eventually } from './eventually.js';
export { FixedClock } from './fixed-clock.js';
export { type ServerAddresses, startTestServers, type TestServers } from './servers.js';
export { type Answering, type Arrived, StubService } from './stub-service.js';
export { createTestDatabase, type TestDatabase } from './test-database.js';
export { TokenIssuer } from './token-issuer.js';
