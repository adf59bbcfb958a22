import type { ServiceDefinition } from '@millrace/chassis';
import { Identity } from '../migrations/20261122000000-identity.js';
import { IdentityModule } from './identity.module.js';
import { AccountSchema, CompanySchema, MembershipSchema, RoleSchema } from './persistence/account.repository.js';

export const definition: ServiceDefinition = {
  name: 'identity',
  module: IdentityModule,
  mappings: [CompanySchema, AccountSchema, MembershipSchema, RoleSchema],
  migrations: [{ name: '20261122000000-identity', class: Identity }],
};
