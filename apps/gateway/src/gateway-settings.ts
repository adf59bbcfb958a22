import { TokenSettings } from '@millrace/chassis';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min, MinLength } from 'class-validator';

/** One address, or several with commas between; every address behind a name is a replica. */
const ADDRESSES = /^http:\/\/[^\s,/]+(,http:\/\/[^\s,/]+)*$/;
/** Scheme, host and port, nothing else: `*`, paths and patterns let in more than they seem to. */
const ORIGINS = /^(?:https?:\/\/[a-z0-9.-]+(:[0-9]{1,5})?(,https?:\/\/[a-z0-9.-]+(:[0-9]{1,5})?)*)?$/;
const shape = (name: string) => ({ message: `${name} must be a list such as http://host:3000,http://other:3000` });

/** What the gateway reads from its environment. */
export class GatewaySettings extends TokenSettings {
  @IsInt() @Min(0) @Max(65_535) readonly PORT: number = 3000;
  @IsString() readonly HOST: string = '0.0.0.0';
  @Matches(ADDRESSES, shape('IDENTITY_URLS')) readonly IDENTITY_URLS!: string;
  @Matches(ADDRESSES, shape('INVENTORY_URLS')) readonly INVENTORY_URLS!: string;
  @Matches(ADDRESSES, shape('ORDERS_URLS')) readonly ORDERS_URLS!: string;
  @Matches(ADDRESSES, shape('FINANCE_URLS')) readonly FINANCE_URLS!: string;
  @Matches(ADDRESSES, shape('HR_URLS')) readonly HR_URLS!: string;
  /** Requests of one subject in a minute, in this replica; an account may have a limit of its own. */
  @IsInt() @Min(1) readonly RATE_LIMIT_PER_MINUTE: number = 6_000;
  /** Requests without a valid token, from one address in a minute, in this replica: sign-ins and guesses. */
  @IsInt() @Min(1) readonly ANONYMOUS_LIMIT_PER_MINUTE: number = 300;
  /** Requests under way at once in this replica; more are asked to come back. */
  @IsInt() @Min(1) readonly IN_FLIGHT_LIMIT: number = 2_000;
  /** How long a client may take to send the headers of a request, and all of it; who is slower is cut off. */
  @IsInt() @Min(1) @Max(120) readonly HEADERS_TIMEOUT_SECONDS: number = 15;
  @IsInt() @Min(1) @Max(600) readonly REQUEST_TIMEOUT_SECONDS: number = 90;
  /** Addresses or networks of the proxies in front, such as `10.0.0.0/8,127.0.0.1`. */
  @IsOptional() @IsString() readonly TRUSTED_PROXIES?: string;
  /** Pages of these origins may call it from a browser, such as `https://console.example,http://localhost:5173`; none when absent. */
  @IsOptional()
  @Matches(ORIGINS, { message: 'CORS_ORIGINS must be a list such as https://console.example,http://localhost:5173' })
  readonly CORS_ORIGINS?: string;
  /** For so long browsers come over TLS alone; 0 says nothing of it, as where no TLS stands in front. */
  @IsInt() @Min(0) @Max(63_072_000) readonly HSTS_SECONDS: number = 0;
  /** How long it goes on answering when it is asked to end: until what is in front has seen that it is not ready. */
  @IsInt() @Min(0) @Max(5) readonly DRAIN_SECONDS: number = 2;
  /** Who sends it as a bearer token may read `/metrics`, which is there for nobody else. */
  @IsOptional() @IsString() @MinLength(16) readonly METRICS_TOKEN?: string;
  @IsIn(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']) readonly LOG_LEVEL: string = 'info';
}

export function addressesOf(settings: GatewaySettings): Readonly<Record<string, readonly string[]>> {
  const { IDENTITY_URLS: identity, INVENTORY_URLS: inventory, ORDERS_URLS: orders, FINANCE_URLS: finance, HR_URLS: hr } = settings;
  return Object.fromEntries(Object.entries({ identity, inventory, orders, finance, hr }).map(([name, urls]) => [name, urls.split(',')]));
}

export function originsOf({ CORS_ORIGINS: origins }: GatewaySettings): readonly string[] {
  return origins === undefined || origins === '' ? [] : origins.split(',');
}
