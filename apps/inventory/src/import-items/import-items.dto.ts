import { PageQuery } from '@millrace/chassis';
import { IsId, IsName } from '@millrace/contracts';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString } from 'class-validator';
import { IMPORT_STATES, type ImportState } from '../domain/item-import.js';

export class ImportQuery {
  /** "true": look at every row and create nothing. */
  @IsOptional() @IsIn(['true', 'false']) readonly dryRun?: string;
}

export class ItemImportDto {
  @IsId() readonly itemImportId!: string;
  @IsIn(IMPORT_STATES) readonly state!: ImportState;
  @IsBoolean() readonly dryRun!: boolean;
  @IsInt() readonly rowCount!: number;
  /** Rows that were looked at so far. */
  @IsInt() readonly done!: number;
  /** Items that it created; with `dryRun`, that it would create. */
  @IsInt() readonly created!: number;
  @IsInt() readonly refused!: number;
  @IsString() readonly createdAt!: string;
  @IsOptional() @IsString() readonly endedAt?: string;
  @IsInt() readonly version!: number;
}

export class RefusedRowDto {
  /** Where the row ends in the file. */
  @IsInt() readonly line!: number;
  /** The cell, such as `/sku`; empty for the whole row. */
  @IsString() readonly pointer!: string;
  @IsString() readonly detail!: string;
  @IsOptional() @IsName() readonly sku?: string;
}

export class ItemImportsQuery extends PageQuery {}
