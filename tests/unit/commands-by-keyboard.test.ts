import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { commandNames } from '#shared/workshop/command-rights.ts'

/** The long form that gives them in browsers; here it is only read. */
const spec = readFileSync('tests/e2e/commands-keyboard.spec.ts', 'utf8')

it('every command that there is has its way by keyboard, and none that there is not', () => {
  const done = [...spec.matchAll(/await done\(([^)]*)\)/g)].flatMap(([, names]) => names!.match(/\w+/g) ?? [])
  const [, nobodys] = /GIVEN_BY_NOBODY: Name\[\] = \[([^\]]*)\]/.exec(spec)!
  expect([...done, ...nobodys!.match(/\w+/g)!].sort()).toEqual([...commandNames].sort())
})
