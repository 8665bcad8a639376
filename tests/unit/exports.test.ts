import { describe, expect, it } from 'vitest'
import { namesOf, type ModuleNames } from '#tests/support/module-exports.ts'
import { sourceFiles } from '#tests/support/module-graph.ts'

/*
 * An export is a promise to others. What nobody imports is either private or dead, and what only tests import has to
 * be a part of something that the product does.
 */

/** What is there for tests alone, and why. */
const forTestsAlone: Record<string, string> = {
  'server/adapters/memory/': 'a port has two implementations that run one contract suite',
  'server/config-help.ts#optionsTable': 'docs/operations.md is held against it',
  'shared/methods/own-method.ts#methodFileSchema': 'the published JSON schema is made of it',
  'shared/document/comments.ts#commentsOn':
    'what is said about one card; the product reads all cards at once',
}

const product = ['client', 'server', 'shared'].flatMap(sourceFiles).map(namesOf)
const tests = sourceFiles('tests').map(namesOf)

const nameIn = (file: string, name: string) => `${file}#${name}`

function takenBy(modules: readonly ModuleNames[]): (file: string, name: string) => boolean {
  const taken = modules.flatMap((module) => module.taken.filter(({ from }) => from !== module.file))
  const names = new Set(taken.map(({ from, name }) => nameIn(from, name)))
  return (file, name) => names.has(nameIn(file, name)) || names.has(nameIn(file, '*'))
}
const byProduct = takenBy(product)
const byTests = takenBy(tests)

/** Exported names that no other module of the product takes. */
const lonely = product.flatMap(({ file, exported, usedAtHome }) =>
  exported
    .filter((name) => !byProduct(file, name))
    .map((name) => ({ file, name, atHome: usedAtHome.has(name), inTests: byTests(file, name) })),
)
const show = ({ file, name }: { file: string; name: string }) => nameIn(file, name)

describe('what modules export', () => {
  it('is imported by another module', () => {
    expect(lonely.filter(({ inTests }) => !inTests).map(show)).toEqual([])
  })

  it('does something in the product when only tests import it', () => {
    const excused = (name: string) => Object.keys(forTestsAlone).some((start) => name.startsWith(start))
    const dead = lonely.filter(({ inTests, atHome }) => inTests && !atHome).map(show)
    expect(dead.filter((name) => !excused(name))).toEqual([])
  })

  it('exists wherever it is imported', () => {
    const offers = new Set(
      product.flatMap(({ file, exported }) => exported.map((name) => nameIn(file, name))),
    )
    const files = new Set(product.map(({ file }) => file))
    const missing = product.flatMap(({ file, taken }) =>
      taken
        .filter(({ from, name }) => files.has(from) && name !== '*' && !offers.has(nameIn(from, name)))
        .map(({ from, name }) => `${file} takes ${nameIn(from, name)}`),
    )
    expect(missing).toEqual([])
  })
})
