import { readFileSync } from 'node:fs';
import { KAFKA_DRIVERS, type KafkaDriver, SASL_MECHANISMS, type SaslMechanism } from '@millrace/messaging';
import { plainToInstance } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, Min, MinLength, validateSync } from 'class-validator';
import { TokenSettings } from './token-settings.js';

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

/** What a service reads from its environment; every fault is told at once, before anything starts. */
export class ServiceSettings extends TokenSettings {
  @IsIn(['development', 'production', 'test']) readonly NODE_ENV: string = 'production';
  @IsInt() @Min(0) @Max(65_535) readonly PORT: number = 3000;
  @IsString() readonly HOST: string = '0.0.0.0';
  @IsString() readonly DATABASE_HOST!: string;
  @IsInt() @Min(1) @Max(65_535) readonly DATABASE_PORT: number = 5432;
  @IsString() readonly DATABASE_NAME!: string;
  @IsString() readonly DATABASE_USER!: string;
  @IsString() readonly DATABASE_PASSWORD!: string;
  /** The owner of the schema; only `migrate` needs it. */
  @IsOptional() @IsString() readonly DATABASE_OWNER_PASSWORD?: string;
  @IsInt() @Min(2) @Max(100) readonly DATABASE_POOL: number = 10;
  @Matches(/^[^,\s]+:[0-9]+(,[^,\s]+:[0-9]+)*$/, { message: 'KAFKA_BROKERS must be a list such as broker:9092,other:9092' }) readonly KAFKA_BROKERS!: string;
  @IsString() readonly KAFKA_PREFIX: string = '';
  @IsOptional() @IsString() readonly KAFKA_USERNAME?: string;
  @IsOptional() @IsString() readonly KAFKA_PASSWORD?: string;
  /** How it proves who it is. */
  @IsIn(SASL_MECHANISMS) readonly KAFKA_SASL_MECHANISM: SaslMechanism = 'scram-sha-512';
  @IsBoolean() readonly KAFKA_SSL: boolean = false;
  /** What reads and writes the log. */
  @IsIn(KAFKA_DRIVERS) readonly KAFKA_DRIVER: KafkaDriver = 'kafkajs';
  /** Versions of its events that all who read them are known to read: `finance.credit-note-posted=2`. Else it writes the oldest. */
  @IsString() readonly EVENT_VERSIONS: string = '';
  /** Marks cursors and what is secret of a request; the same for every replica. The password of the database when absent. */
  @IsOptional() @IsString() @MinLength(16) readonly SEAL_SECRET?: string;
  /** How long a process that is asked to end goes on answering: until the gateway has seen it, which looks every second. */
  @IsInt() @Min(0) @Max(5) readonly DRAIN_SECONDS: number = 2;
  @IsIn(LOG_LEVELS) readonly LOG_LEVEL: string = 'info';
  @IsOptional() @IsString() readonly FAILPOINTS?: string;
}

/** The environment is not as a process needs it. */
export class SettingsFault extends Error {}

/**
 * Reads a settings class from environment variables. `NAME_FILE` names a file that holds the value of `NAME`, so that
 * secrets need not stand in the environment.
 *
 * @throws SettingsFault that names every variable that is missing or wrong, and never shows a value.
 */
export function readSettings<T extends object>(type: new () => T, env: NodeJS.ProcessEnv = process.env): T {
  const defaults = new type() as Record<string, unknown>;
  const values: Record<string, unknown> = {};
  for (const name of Object.keys(defaults)) {
    const text = env[`${name}_FILE`] ? readFileSync(env[`${name}_FILE`]!, 'utf8').trim() : env[name];
    values[name] = text === undefined || text === '' ? defaults[name] : parse(text, defaults[name]);
  }
  const settings = plainToInstance(type, Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)));
  const faults = validateSync(settings).flatMap((error) => Object.values(error.constraints ?? {}));
  if (faults.length > 0) throw new SettingsFault(`The environment is not complete:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  return settings;
}

function parse(text: string, example: unknown): unknown {
  if (typeof example === 'number') return Number(text);
  if (typeof example === 'boolean') return text === 'true';
  return text;
}
