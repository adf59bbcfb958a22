/** Who works here. Deactivated, never deleted. */
export class Employee {
  companyId!: string;
  id!: string;
  name!: string;
  email!: string | null;
  /** The subject in the tokens of this person, who may see these records where its roles are limited to its own. */
  subject!: string | null;
  active!: boolean;
  createdAt!: Date;
  version!: number;
}
