import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';

/** How the gateway names the address that a request came from; it takes no such word from a client. */
export const CLIENT_ADDRESS = 'x-client-address';

/** The address of the client as the gateway saw it, or of who called directly. */
export function clientAddressOf(request: Pick<FastifyRequest, 'headers' | 'ip'>): string {
  const named = request.headers[CLIENT_ADDRESS];
  return typeof named === 'string' && isIP(named) !== 0 ? named : request.ip;
}

/** Bytes of an address of IPv6 that say whose it is; the others are its owner's to choose. */
const NETWORK_BYTES = 8;

/** What is one place on the net, for limits by address: an address of IPv4, a network of IPv6. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address); // One of IPv4 in the form of IPv6 is itself.
  return parsed.kind() === 'ipv4' ? parsed.toString() : parsed.toByteArray().slice(0, NETWORK_BYTES).join(' ');
}
