import { type Caller, Commands, Expands, From, RequiresPermission, Returns } from '@millrace/chassis';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { CompanyRepository } from '../persistence/company.repository.js';
import { LocationDto, WarehouseDto } from '../views/place.dto.js';
import { LOCATIONS } from '../views/place.lists.js';
import { showLocation, showWarehouse } from '../views/place.view.js';
import { CreateLocationHandler } from './create-location.handler.js';
import { CreateWarehouseHandler } from './create-warehouse.handler.js';
import { CreateLocationDto, CreateWarehouseDto } from './warehouses.dto.js';

const VIEW = 'inventory.warehouse.view';

@Controller()
export class WarehousesController {
  constructor(
    private readonly commands: Commands,
    private readonly createWarehouse: CreateWarehouseHandler,
    private readonly createLocation: CreateLocationHandler,
    private readonly companies: CompanyRepository,
  ) {}

  @Post('warehouses')
  @RequiresPermission('inventory.warehouse.create', { limits: ['warehouses'] })
  @Returns(201, WarehouseDto, 'Open a warehouse', 'warehouse-exists', 'warehouse-not-yours')
  openWarehouse(@Body() body: CreateWarehouseDto, @From() caller: Caller) {
    return this.commands.run(this.createWarehouse, body, caller);
  }

  @Get('warehouses')
  @RequiresPermission(VIEW, { limits: ['warehouses'] })
  @Returns(200, [WarehouseDto], 'Warehouses by code')
  async warehouses(@From() caller: Caller): Promise<WarehouseDto[]> {
    return (await this.companies.warehouses(caller.companyId, caller.limitsOn(VIEW).warehouses)).map(showWarehouse);
  }

  @Post('locations')
  @RequiresPermission('inventory.warehouse.create', { limits: ['warehouses'] })
  @Returns(
    201,
    LocationDto,
    'Add a place inside a warehouse, or one for losses',
    'warehouse-unknown',
    'warehouse-not-yours',
    'location-misplaced',
    'location-exists',
    'company-not-ready',
  )
  addLocation(@Body() body: CreateLocationDto, @From() caller: Caller) {
    return this.commands.run(this.createLocation, body, caller);
  }

  @Get('locations')
  @RequiresPermission(VIEW, { limits: ['warehouses'] })
  @Expands(LOCATIONS)
  @Returns(200, [LocationDto], 'Places, those outside the house too')
  async locations(@From() caller: Caller): Promise<LocationDto[]> {
    return (await this.companies.locations(caller.companyId, caller.limitsOn(VIEW).warehouses)).map(showLocation);
  }
}
