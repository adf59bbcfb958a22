import { isStale, type LocalDate, type SeenVersion } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { notFound, versionStale } from '../domain/refusals.js';
import { ContractRepository, type Staff } from '../persistence/contract.repository.js';
import { showContract } from './contract.view.js';
import type { ContractDto, EndContractDto } from './contracts.dto.js';

type End = EndContractDto & Readonly<{ employeeId: string; contractId: string; seen: SeenVersion }>;

/** Says on which day a contract ends. */
@Injectable()
export class EndContractHandler implements CommandHandler<End, Staff, ContractDto> {
  readonly name = 'end-contract';

  constructor(private readonly contracts: ContractRepository) {}

  load(commands: readonly Command<End>[], tx: UnitOfWork): Promise<Staff> {
    return this.contracts.lock(
      tx,
      commands[0]!.companyId,
      commands.map(({ request }) => request.employeeId),
    );
  }

  handle({ request }: Command<End>, { contracts }: Staff): Outcome<ContractDto> {
    const { employeeId, contractId, seen, endsOn } = request;
    const ofEmployee = contracts.get(employeeId);
    const contract = ofEmployee?.find(contractId);
    if (!ofEmployee || !contract) return notFound('contract of this employee');
    if (isStale(seen, contract.version)) return versionStale;
    return ofEmployee.move(contract, endsOn as LocalDate) ?? showContract(contract);
  }
}
