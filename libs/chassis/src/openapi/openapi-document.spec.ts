import { IsCode, IsId, IsLines, IsName, IsPart, IsQuantity } from '@millrace/contracts';
import { Body, Controller, Get, Patch, Post, Query, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { IsEmail, IsIn, IsInt, IsOptional, IsString, Matches, Min, MinLength } from 'class-validator';
import { describe, expect, it } from 'vitest';
import { Public, RequiresPermission, SignedIn } from '../http/access.js';
import { PageQuery } from '../http/pages.js';
import { Deprecated, Remarks, Returns, Waits } from '../http/returns.js';
import { Described } from './described.js';
import { Example } from './example-of.js';
import { openApiOf } from './openapi-document.js';

class BoxLineDto {
  @IsCode() readonly sku!: string;
  @IsQuantity() readonly quantity!: string;
  @IsOptional() @IsName() readonly note?: string;
}

class BoxDto {
  @IsId() readonly boxId!: string;
  @IsName() readonly name!: string;
  @IsIn(['small', 'large']) readonly size!: string;
  @IsInt() @Min(3) readonly height!: number;
  @IsEmail() readonly email!: string;
  @IsString() @MinLength(12) readonly word!: string;
  @IsLines(() => BoxLineDto, { min: 2 }) readonly lines!: readonly BoxLineDto[];
  @IsOptional() @IsString() readonly label?: string;
}

class ChangeBoxDto {
  @IsOptional() @IsName() readonly name?: string;
  @IsOptional() @IsString() readonly label?: string;
}

@Example({ from: 'A1', to: 'B2' })
class MoveBoxDto {
  @IsCode() readonly from!: string;
  @IsCode() readonly to!: string;
}

class LidDto {
  @IsName() readonly colour!: string;
}

class CloseBoxDto {
  @IsName() readonly consumer!: string;
  @Described({ description: 'The lid; the one that is there when absent.' })
  @IsOptional()
  @IsPart(() => LidDto)
  readonly lid?: LidDto;
  @Described({ description: 'On which shelf.', example: 'A7' })
  @IsOptional()
  @IsCode()
  readonly shelf?: string;
}

class BoxesQuery extends PageQuery {
  @Described({ description: 'Until it is so far.' })
  @IsOptional()
  @IsIn(['closed'])
  readonly until?: string;
}

@Controller('closed-boxes')
class ClosedBoxesController {
  @Patch()
  @Waits()
  @Remarks('The lid is glued.')
  @RequiresPermission('box.box.close', { company: false })
  @Returns(200, CloseBoxDto, 'Close a box', 'box-closed')
  close(@Body() body: CloseBoxDto): object {
    return body;
  }

  @Get()
  @RequiresPermission('box.box.view')
  @Returns(200, [BoxDto], 'Closed boxes')
  list(@Query() _query: BoxesQuery): void {}
}

class OddDto {
  @Matches(/^~{9}$/) readonly odd!: string;
}

@Controller('boxes')
class BoxesController {
  @Post()
  @RequiresPermission('box.box.create')
  @Returns(201, BoxDto, 'Make a box')
  make(@Body() body: BoxDto): object {
    return body;
  }

  @Post('changes')
  @SignedIn()
  @Deprecated({ since: '2026-12-01', sunset: '2027-06-30' })
  @Returns(200, undefined, 'Change a box')
  change(@Body() body: ChangeBoxDto): object {
    return body;
  }

  @Post('moves')
  @Public()
  @Returns(200, undefined, 'Move a box')
  move(@Body() body: MoveBoxDto): object {
    return body;
  }
}

@Controller('odd')
class OddController {
  @Post()
  @Public()
  @Returns(200, undefined, 'Do something odd')
  make(@Body() body: OddDto): object {
    return body;
  }
}

@Controller('open')
class OpenController {
  @Get()
  @Returns(200, undefined, 'Nobody said who may')
  show(): void {}
}

@Public()
@Controller('silent')
class SilentController {
  @Get()
  show(): void {}

  @Get('healthz')
  alive(): void {}
}

@Public()
@Controller()
class HealthController {
  @Get('healthz')
  alive(): void {}
}

type Document = Readonly<{ paths: Record<string, Record<string, Record<string, unknown>>> }>;

async function describeApp(...controllers: Type<object>[]): Promise<Document> {
  const app = await NestFactory.create({ module: class {}, controllers }, new FastifyAdapter(), { logger: false, abortOnError: false });
  return openApiOf(app, 'boxes') as Promise<Document>;
}

describe('the API document of a service', () => {
  const exampleAt = ({ paths }: Document, path: string) =>
    (paths[path]!.post!.requestBody as { content: Record<string, { example: unknown }> }).content['application/json']!.example;

  it('shows for each body a document that its rules allow, with what must be there', async () => {
    const document = await describeApp(BoxesController);
    const id = '0199a1b0-0000-7000-8000-000000000001';
    const line = { sku: 'MUG', quantity: '12.5' };
    expect(exampleAt(document, '/v1/boxes')).toEqual({
      boxId: id,
      name: 'Harbour Café',
      size: 'small',
      height: 3,
      email: 'anna@example.com',
      word: 'A fitting text',
      lines: [line, line],
    });
  });

  it('shows the first field of a body in which nothing must be there, and what a class says itself', async () => {
    const document = await describeApp(BoxesController);
    expect(exampleAt(document, '/v1/boxes/changes')).toEqual({ name: 'Harbour Café' });
    expect(exampleAt(document, '/v1/boxes/moves')).toEqual({ from: 'A1', to: 'B2' });
  });

  it('shows a field that has an example of its own, and a consumer of the service', async () => {
    const { paths } = await describeApp(ClosedBoxesController);
    const body = paths['/v1/closed-boxes']!.patch!.requestBody as { content: Record<string, { example: unknown }> };
    expect(body.content['application/json']!.example).toEqual({ consumer: 'boxes.company-copy', shelf: 'A7' });
  });

  it('says what fields mean, and null of a part as one of two schemas', async () => {
    const { components } = (await describeApp(ClosedBoxesController)) as Document & { components: { schemas: Record<string, Record<string, unknown>> } };
    expect(components.schemas.CloseBoxDto!.properties).toMatchObject({
      lid: { anyOf: [{ $ref: '#/components/schemas/LidDto' }, { type: 'null' }], description: 'The lid; the one that is there when absent.' },
      shelf: { type: ['string', 'null'], description: 'On which shelf.', examples: ['A7'] },
    });
    expect((components.schemas.CloseBoxDto!.properties as Record<string, object>).lid).not.toHaveProperty('type');
  });

  it('says what headers and the parts of a query mean, of an inherited one too', async () => {
    const { patch, get } = (await describeApp(ClosedBoxesController)).paths['/v1/closed-boxes']!;
    const told = (operation: Record<string, unknown>) =>
      (operation.parameters as { name: string; description?: string }[]).filter(({ description }) => description).map(({ name }) => name);
    expect(told(patch!)).toEqual(['Idempotency-Key', 'If-Match', 'Prefer']);
    expect(told(get!).sort()).toEqual(['after', 'fields', 'limit', 'until']);
  });

  it('tells remarks, the permission and the refusals of a route', async () => {
    const { patch, get } = (await describeApp(ClosedBoxesController)).paths['/v1/closed-boxes']!;
    expect(patch!.description).toBe('The lid is glued.\n\nPermission: `box.box.close`, held in every company.\n\nRefusals: `box-closed`.');
    expect(get!.description).toBe('Permission: `box.box.view`.');
  });

  it('says that a body has no fields but its own, and null where nothing need be', async () => {
    const { components } = (await describeApp(BoxesController)) as Document & { components: { schemas: Record<string, Record<string, unknown>> } };
    const { BoxDto: box, BoxLineDto: line, ChangeBoxDto: change } = components.schemas;
    expect([box!.additionalProperties, line!.additionalProperties]).toEqual([false, false]);
    expect(box!.properties).toMatchObject({ name: { type: 'string' }, label: { type: ['string', 'null'] } });
    expect(line!.properties).toMatchObject({ note: { type: ['string', 'null'] } });
    expect(change!.properties).toMatchObject({ name: { type: ['string', 'null'] } });
  });

  it('says of each route who may call it', async () => {
    const { paths } = await describeApp(BoxesController);
    expect(paths['/v1/boxes']!.post).toMatchObject({ 'x-permission': 'box.box.create' });
    expect(paths['/v1/boxes/changes']!.post).toMatchObject({ 'x-signed-in': true });
    expect(paths['/v1/boxes/changes']!.post).toMatchObject({ deprecated: true, 'x-deprecated-since': '2026-12-01', 'x-sunset': '2027-06-30' });
    expect(paths['/v1/boxes']!.post).not.toHaveProperty('deprecated');
    expect(paths['/v1/boxes/moves']!.post).toMatchObject({ security: [] });
  });

  it('is not made while a body cannot be shown, a route says not who may call it, or says nothing of itself', async () => {
    await expect(describeApp(OddController)).rejects.toThrow('odd has a rule that no known text obeys (^~{9}$): give its class an @Example');
    await expect(describeApp(OpenController)).rejects.toThrow('Routes without @RequiresPermission, @SignedIn or @Public: GET open');
    await expect(describeApp(SilentController)).rejects.toThrow('Routes without @Returns: GET silent, GET silent/healthz');
  });

  it('leaves out what is for supervisors', async () => {
    expect((await describeApp(HealthController, BoxesController)).paths).not.toHaveProperty('/v1/healthz');
  });
});
