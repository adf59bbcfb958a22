export { type BrokerRecord, type RawHeaders, streamName } from './record.js';
export { type Cause, envelopeOf, readEnvelope } from './envelope.js';
export { readEvent, routing } from './decode.js';
export { EventVersions, parseEventVersions, writtenAs } from './event-versions.js';
export { armFailpoints, FAILPOINTS, failpoint, failpointHits, parseFailpoints } from './failpoints.js';
export { type Answer, type Command, type CommandHandler, type Outcome } from './commands/command.js';
export { CommandBus, Overloaded } from './commands/command-bus.js';
export { DocumentChanges } from './document-changes.js';
export { type Access, grantAccess } from './kafka/access/grant-access.js';
export { rightsOfReader, rightsOfService } from './kafka/access/rights.js';
export { type BrokerUser, setPasswords } from './kafka/access/scram-users.js';
export {
  type KafkaClient,
  kafkaClient,
  type KafkaCredentials,
  type KafkaSettings,
  type LogLine,
  SASL_MECHANISMS,
  type SaslMechanism,
} from './kafka/kafka-client.js';
export { kafkaLogin } from './kafka/login.js';
export { KAFKA_DRIVERS, type KafkaDriver } from './kafka/driver.js';
export { textHeaders } from './kafka/broker-record.js';
export { partitionOf } from './kafka/partition-of.js';
export { readLog } from './kafka/read-log.js';
export { provisionTopics, type TopicSettings } from './kafka/provision-topics.js';
export { endOffsets, groupOffsets, type PartitionOffsets, withAdmin } from './kafka/topics.js';
export { type MessagingHealth, MessagingRuntime, type MessagingSettings } from './messaging-runtime.js';
export { Consumption, type EventHandlers, topicsOf } from './consumption.js';
export { classify } from './postgres/classify.js';
export { Consumer, Handles } from './nest/consumer.js';
export { type ConsumerHost, EventStrategy } from './nest/event-strategy.js';
export { MessageStore } from './postgres/message-store.js';
export { MESSAGING_MIGRATIONS } from './postgres/messaging-migrations.js';
export { causeOf, SHARDS, shardOf, UnitOfWork } from './postgres/unit-of-work.js';
export { type RebuildRun, Rebuilds } from './rebuild/rebuilds.js';
export { appendToTrail } from './trail/audit-trail.js';
export { NO_COMPANY } from './trail/no-company.js';
export { recordOf } from './trail/done-entries.js';
export type { Origin, RecordRef, RowChange, TrailEntry } from './trail/trail-entry.js';
export type { Wait } from './waits.js';
export { EventTooLarge, MAX_EVENT_BYTES, PermanentError, printable } from './protocol/failure.js';
export type { EventHandler, Failure, Need, RecordFeed, Report, StreamRef, Surroundings } from './protocol/ports.js';
