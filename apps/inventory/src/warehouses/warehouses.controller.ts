import { type Caller, Commands, Expands, From, RequiresPermission, Returns } from '@millrace/chassis';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { CompanyRepository } from '../persistence/company.repository.js';
import { LocationDto, WarehouseDto } from '../views/place.dto.js';
import { LOCATIONS } from '../views/place.lists.js';
import { showLocation, showWarehouse } from '../views/place.view.js';
import { CreateLocationHandler } from './create-location.handler.js';
import { CreateWarehouseHandler } from './create-warehouse.handler.js';
import { CreateLocationDto, CreateWarehouseDto } from './warehouses.dto.js';

@Controller()
export class WarehousesController {
  constructor(
    private readonly commands: Commands,
    private readonly createWarehouse: CreateWarehouseHandler,
    private readonly createLocation: CreateLocationHandler,
    private readonly companies: CompanyRepository,
  ) {}

  @Post('warehouses')
  @RequiresPermission('inventory.warehouse.create')
  @Returns(201, WarehouseDto, 'Open a warehouse', 'warehouse-exists')
  openWarehouse(@Body() body: CreateWarehouseDto, @From() caller: Caller) {
    return this.commands.run(this.createWarehouse, body, caller);
  }

  @Get('warehouses')
  @RequiresPermission('inventory.warehouse.view')
  @Returns(200, [WarehouseDto], 'Warehouses by code')
  async warehouses(@From() caller: Caller): Promise<WarehouseDto[]> {
    return (await this.companies.warehouses(caller.companyId)).map(showWarehouse);
  }

  @Post('locations')
  @RequiresPermission('inventory.warehouse.create')
  @Returns(
    201,
    LocationDto,
    'Add a place inside a warehouse, or one for losses',
    'warehouse-unknown',
    'location-misplaced',
    'location-exists',
    'company-not-ready',
  )
  addLocation(@Body() body: CreateLocationDto, @From() caller: Caller) {
    return this.commands.run(this.createLocation, body, caller);
  }

  @Get('locations')
  @RequiresPermission('inventory.warehouse.view')
  @Expands(LOCATIONS)
  @Returns(200, [LocationDto], 'Places, those outside the house too')
  async locations(@From() caller: Caller): Promise<LocationDto[]> {
    return (await this.companies.locations(caller.companyId)).map(showLocation);
  }
}
