/** Who works here. Deactivated, never deleted. */
export class Employee {
  companyId!: string;
  id!: string;
  name!: string;
  email!: string | null;
  active!: boolean;
  createdAt!: Date;
  version!: number;
}
