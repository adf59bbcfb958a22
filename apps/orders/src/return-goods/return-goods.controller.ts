import {
  type Caller,
  Commands,
  Expands,
  From,
  ListReader,
  Lists,
  Located,
  type Page,
  ProblemException,
  RequiresPermission,
  Returns,
  Waiting,
  Waits,
} from '@millrace/chassis';
import type { Answer } from '@millrace/messaging';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { RETURN_STATUSES, type ReturnStatus } from '../domain/sales-return.js';
import { SalesReturnRepository } from '../persistence/sales-return.repository.js';
import { FreeReturnDto, ReturnDto, ReturnOrderDto, ReturnsQuery, ReturnUntilQuery } from './return-goods.dto.js';
import { RETURNS } from './return.list.js';
import { showReturn } from './return.view.js';
import { ReturnOrderHandler } from './return-order.handler.js';
import { ReturnWithoutOrderHandler } from './return-without-order.handler.js';

@Controller()
export class ReturnGoodsController {
  constructor(
    private readonly commands: Commands,
    private readonly returnOrder: ReturnOrderHandler,
    private readonly returnWithoutOrder: ReturnWithoutOrderHandler,
    private readonly returns: SalesReturnRepository,
    private readonly lists: ListReader,
    private readonly waiting: Waiting,
  ) {}

  /** 202: it may come back; stock and money follow. `Prefer: wait=N` and `until` wait for them. */
  @Post('sales-orders/:salesOrderId/returns')
  @HttpCode(202)
  @Waits()
  @Located('/v1/returns/{returnId}')
  @RequiresPermission('orders.return.authorise')
  @Returns(
    202,
    ReturnDto,
    'Let goods of an order come back',
    'return-too-much',
    'return-before-shipment',
    'quantity-too-small',
    'quantity-too-large',
    'line-unknown',
    'line-repeated',
    'date-in-future',
    'backdate-forbidden',
    'company-not-ready',
  )
  async ofOrder(@Param('salesOrderId') salesOrderId: string, @Body() body: ReturnOrderDto, @Query() query: ReturnUntilQuery, @From() caller: Caller) {
    return this.waited(await this.commands.run(this.returnOrder, { ...body, salesOrderId }, caller), query, caller);
  }

  /** The same without naming an order: price and cost are given. */
  @Post('returns')
  @HttpCode(202)
  @Waits()
  @Located('/v1/returns/{returnId}')
  @RequiresPermission('orders.return.without-order')
  @Returns(
    202,
    ReturnDto,
    'Let goods come back that no order is named for',
    'customer-unknown',
    'customer-inactive',
    'warehouse-unknown',
    'item-unknown',
    'unit-unknown',
    'cost-missing',
    'quantity-too-small',
    'quantity-too-large',
    'amount-too-large',
    'date-in-future',
    'backdate-forbidden',
    'company-not-ready',
  )
  async withoutOrder(@Body() body: FreeReturnDto, @Query() query: ReturnUntilQuery, @From() caller: Caller) {
    return this.waited(await this.commands.run(this.returnWithoutOrder, body, caller), query, caller);
  }

  @Get('returns')
  @Lists(RETURNS, 'Returns, newest first, without their lines')
  list(@Query() query: ReturnsQuery, @From() caller: Caller): Promise<Page<ReturnDto>> {
    return this.lists.page(RETURNS, query, caller);
  }

  @Get('returns/:returnId')
  @Waits()
  @RequiresPermission('orders.return.view')
  @Expands(RETURNS)
  @Returns(200, ReturnDto, 'One return, at once or when it is so far')
  get(@Param('returnId') returnId: string, @Query() query: ReturnUntilQuery, @From() caller: Caller): Promise<ReturnDto> {
    return this.read(returnId, query, caller);
  }

  private async waited(answer: Answer<{ returnId: string }>, query: ReturnUntilQuery, caller: Caller): Promise<Answer<ReturnDto>> {
    return { ...answer, response: await this.read(answer.response.returnId, query, caller) };
  }

  private read(returnId: string, { until = 'received' }: ReturnUntilQuery, caller: Caller): Promise<ReturnDto> {
    const read = async () => {
      const found = await this.returns.byId(caller.companyId, returnId);
      if (!found) throw new ProblemException(404, 'not-found', 'There is no return with this id.');
      return showReturn(found);
    };
    return this.waiting.until(returnId, caller.waitSeconds, { read, wanted: ({ status }) => rank(status) >= rank(until) });
  }
}

const rank = (status: ReturnStatus) => RETURN_STATUSES.indexOf(status);
