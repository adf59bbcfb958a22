import { Money } from '@millrace/kernel';
import type { EmploymentContract } from '../domain/employment-contract.js';
import type { ContractDto } from './contracts.dto.js';

export function showContract(contract: EmploymentContract): ContractDto {
  const { id: contractId, employeeId, validFrom, validTo, monthlyGross, currency, costCentre, revoked, version } = contract;
  return {
    contractId,
    employeeId,
    validFrom,
    validTo: validTo ?? undefined,
    monthlyGross: `${Money.of(monthlyGross, currency)}`,
    currency,
    costCentre: costCentre ?? undefined,
    revoked,
    version,
  };
}
