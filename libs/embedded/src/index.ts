export { asProperties, asVariables, BROKER_ADMIN, type BrokerSecrets, loginSettings, securitySettings } from './broker-security.js';
export { birthOf, commandOf, isRunning, run, sizeOf, StartFailed, stopProcess, tail } from './child.js';
export { EmbeddedKafka, type KafkaOptions, newClusterId } from './embedded-kafka.js';
export { EmbeddedPostgres, type PostgresOptions } from './embedded-postgres.js';
export { freePorts, isPortFree } from './free-ports.js';
export { type KeptMail, MailSink } from './mail-sink.js';
