import type { Country } from '@millrace/kernel';

/** A company of the organisation: the boundary of everything that is kept. */
export class Company {
  id!: string;
  name!: string;
  country!: Country;
  timeZone!: string;
  baseCurrency!: string;
  createdAt!: Date;
  version!: number;
}

/** Who may enter: a person who signs in by e-mail, or an app with a client id. */
export class Account {
  id!: string;
  kind!: 'user' | 'service';
  /** E-mail address in lower case, or client id. */
  login!: string;
  name!: string;
  secretHash!: string;
  active!: boolean;
  createdAt!: Date;
  version!: number;
}

/** Gives an account the permissions of a role, in one company or (without one) in all. */
export class Membership {
  id!: string;
  accountId!: string;
  companyId!: string | null;
  roleCode!: string;
}

/** A set of permissions, some of them patterns such as `orders.*`. */
export class Role {
  code!: string;
  name!: string;
  permissions!: string[];
  builtIn!: boolean;
}
