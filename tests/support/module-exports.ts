import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { projectRoot, resolveInside } from './module-graph.ts'

/** What one file offers to others, and what it takes of them. */
export interface ModuleNames {
  file: string
  exported: string[]
  /** Exported names that the file itself uses as well. */
  usedAtHome: ReadonlySet<string>
  taken: TakenName[]
}

/** A name of another file of the project. */
export interface TakenName {
  /** File relative to the project's root. */
  from: string
  /** `*`: it cannot be seen which names, so all of them. */
  name: string
}

/** Without doc comments, whose links would count as uses. */
const parsing: ts.CreateSourceFileOptions = {
  languageVersion: ts.ScriptTarget.Latest,
  jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
}

/** Looks at the syntax only: asking the compiler for types would take a minute instead of two seconds. */
export function namesOf(file: string): ModuleNames {
  const text = readFileSync(join(projectRoot, file), 'utf8')
  const source = ts.createSourceFile(file, text, parsing, true)
  const exported = source.statements.flatMap(exportedBy)
  return { file, exported, usedAtHome: usedMoreThanOnce(exported, source), taken: takenBy(source) }
}

function exportedBy(statement: ts.Statement): string[] {
  if (ts.isExportDeclaration(statement)) {
    const clause = statement.exportClause
    return clause && ts.isNamedExports(clause) ? clause.elements.map(({ name }) => name.text) : []
  }
  if (ts.isExportAssignment(statement)) return ['default']
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : []
  if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return []
  if (modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)) return ['default']
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => namesBoundBy(name))
  }
  const { name } = statement as ts.Statement & { name?: ts.Node }
  return name && ts.isIdentifier(name) ? [name.text] : []
}

function namesBoundBy(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text]
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? namesBoundBy(element.name) : []))
}

/** A name that stands in its file once only is declared there and not used. */
function usedMoreThanOnce(names: readonly string[], source: ts.SourceFile): ReadonlySet<string> {
  const times = new Map(names.map((name) => [name, 0]))
  forEachNode(source, (node) => {
    if (!ts.isIdentifier(node)) return
    const seen = times.get(node.text)
    if (seen !== undefined) times.set(node.text, seen + 1)
  })
  return new Set(names.filter((name) => times.get(name)! > 1))
}

function takenBy(source: ts.SourceFile): TakenName[] {
  const insideOf = (specifier: ts.Node | undefined) =>
    specifier && ts.isStringLiteralLike(specifier) ? resolveInside(source.fileName, specifier.text) : null
  const found: TakenName[] = []
  const take = (specifier: ts.Node | undefined, names: readonly string[]) => {
    const from = insideOf(specifier)
    if (from !== null) found.push(...names.map((name) => ({ from, name })))
  }
  forEachNode(source, (node) => {
    if (ts.isImportDeclaration(node)) take(node.moduleSpecifier, namesImportedBy(node, source))
    if (ts.isExportDeclaration(node)) take(node.moduleSpecifier, namesReexportedBy(node))
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      take(node.arguments[0], namesAwaitedFrom(node))
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      take(node.argument.literal, [node.qualifier ? firstNameOf(node.qualifier) : '*'])
    }
  })
  return found
}

function forEachNode(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => forEachNode(child, visit))
}

const firstNameOf = (name: ts.EntityName): string =>
  ts.isIdentifier(name) ? name.text : firstNameOf(name.left)

function namesImportedBy({ importClause }: ts.ImportDeclaration, source: ts.SourceFile): string[] {
  const bindings = importClause?.namedBindings
  const names = importClause?.name ? ['default'] : []
  if (!bindings) return names
  if (ts.isNamespaceImport(bindings)) return [...names, ...membersUsedOf(bindings.name.text, source)]
  return [...names, ...bindings.elements.map(({ name, propertyName }) => (propertyName ?? name).text)]
}

function namesReexportedBy({ exportClause }: ts.ExportDeclaration): string[] {
  if (!exportClause || ts.isNamespaceExport(exportClause)) return ['*']
  return exportClause.elements.map(({ name, propertyName }) => (propertyName ?? name).text)
}

/** `ledger.take` after `import * as ledger`; all when the whole is handed on. */
function membersUsedOf(namespace: string, source: ts.SourceFile): string[] {
  const members: string[] = []
  forEachNode(source, (node) => {
    if (!ts.isIdentifier(node) || node.text !== namespace || ts.isNamespaceImport(node.parent)) return
    const { parent } = node
    if (ts.isPropertyAccessExpression(parent) && parent.expression === node) members.push(parent.name.text)
    else if (ts.isQualifiedName(parent) && parent.left === node) members.push(parent.right.text)
    else if (!ts.isPropertyAccessExpression(parent)) members.push('*')
  })
  return members
}

/** `(await import(…)).Board` and `const { Board } = await import(…)`; all names when it is used otherwise. */
function namesAwaitedFrom(call: ts.CallExpression): string[] {
  if (!ts.isAwaitExpression(call.parent)) return ['*']
  const value = call.parent
  if (ts.isVariableDeclaration(value.parent) && ts.isObjectBindingPattern(value.parent.name)) {
    return value.parent.name.elements.map(({ name, propertyName }) => (propertyName ?? name).getText())
  }
  const holder = ts.isParenthesizedExpression(value.parent) ? value.parent.parent : value.parent
  return ts.isPropertyAccessExpression(holder) ? [holder.name.text] : ['*']
}
