import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** What the source of the contracts says for people, which is gone when the program runs. */
export type ContractComments = Readonly<{
  /** By the fact without its version: where it is declared, and the comment there. */
  events: ReadonlyMap<string, Readonly<{ source: string; comment: string }>>;
  /** By `Class`, and by `Class.field`. */
  classes: ReadonlyMap<string, string>;
}>;

/** Reads every declaration below a folder, by paths from the root. */
export function readContractComments(root: string, folder = 'libs/contracts/src'): ContractComments {
  const found = { events: new Map<string, { source: string; comment: string }>(), classes: new Map<string, string>() };
  for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort()) {
    if (!file.endsWith('.ts') || file.endsWith('.spec.ts')) continue;
    const path = join(root, folder, file);
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    for (const statement of source.statements) {
      if (ts.isClassDeclaration(statement) && statement.name) noteClass(statement, statement.name.text, found.classes);
      const type = ts.isVariableStatement(statement) ? declaredEvent(statement) : undefined;
      if (type) found.events.set(type, { source: relative(root, path), comment: commentOf(statement) });
    }
  }
  return found;
}

function noteClass(declaration: ts.ClassDeclaration, name: string, classes: Map<string, string>): void {
  classes.set(name, commentOf(declaration));
  for (const member of declaration.members) {
    if (ts.isPropertyDeclaration(member) && ts.isIdentifier(member.name)) classes.set(`${name}.${member.name.text}`, commentOf(member));
  }
}

/** The `type` of `export const … = defineEvent({ type: '…' })`. */
function declaredEvent(statement: ts.VariableStatement): string | undefined {
  const call = statement.declarationList.declarations[0]?.initializer;
  if (!call || !ts.isCallExpression(call) || call.expression.getText() !== 'defineEvent') return undefined;
  const [declaration] = call.arguments;
  if (!declaration || !ts.isObjectLiteralExpression(declaration)) return undefined;
  for (const property of declaration.properties) {
    if (ts.isPropertyAssignment(property) && property.name.getText() === 'type' && ts.isStringLiteral(property.initializer)) return property.initializer.text;
  }
  return undefined;
}

/** The documentation before a declaration, on one line. */
function commentOf(node: ts.Node): string {
  const texts = ts.getJSDocCommentsAndTags(node).map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '');
  return texts.join(' ').replaceAll(/\s+/g, ' ').trim();
}
