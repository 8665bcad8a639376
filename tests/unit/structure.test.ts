import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { kindNames } from '#shared/kinds/index.ts'
import { cyclesOf, importsOf, projectRoot, sourceFiles, type Import } from '#tests/support/module-graph.ts'

/*
 * The import directions of docs/architecture.md. A folder may import itself and the folders named beside it; files
 * directly in `server/` and in `client/entrance` put the parts together.
 */
const sharedTable: Record<string, readonly string[]> = {
  'shared/base': [],
  'shared/errors': ['shared/base'],
  'shared/workshop': ['shared/base'],
  // Pure drawing: it knows letters and shapes, but no kind of card.
  'shared/layout/text': [],
  'shared/layout/card': ['shared/layout/text'],
  'shared/kinds': ['shared/base', 'shared/layout/text', 'shared/layout/card'],
  'shared/evidence': ['shared/base', 'shared/kinds'],
  'shared/i18n': ['shared/kinds'],
  'shared/document': ['shared/base', 'shared/errors', 'shared/workshop', 'shared/kinds', 'shared/evidence'],
  // What may leave a group: without words of a language, so that browsers can ask it as well.
  'shared/consent': ['shared/base', 'shared/kinds', 'shared/evidence', 'shared/document'],
  'shared/facilitation': ['shared/base', 'shared/errors', 'shared/workshop'],
  'shared/layout': [
    'shared/base',
    'shared/workshop',
    'shared/kinds',
    'shared/document',
    'shared/layout/text',
    'shared/layout/card',
  ],
  // Pages as pictures, from a document alone.
  'shared/picture': [
    'shared/document',
    'shared/evidence',
    'shared/kinds',
    'shared/layout',
    'shared/layout/text',
    'shared/layout/card',
  ],
  'shared/methods': [
    'shared/base',
    'shared/workshop',
    'shared/kinds',
    'shared/document',
    'shared/layout',
    'shared/layout/text',
    'shared/layout/card',
  ],
  // A plan is made of methods and becomes steps of a room; rooms know nothing of plans.
  'shared/agenda': ['shared/base', 'shared/workshop', 'shared/facilitation', 'shared/methods'],
  // Words and cards of the workshop to look at; whoever shows it founds it.
  'shared/sample': [
    'shared/base',
    'shared/agenda',
    'shared/facilitation',
    'shared/workshop',
    'shared/kinds',
    'shared/evidence',
    'shared/document',
  ],
  // Solution profiles that everybody may read: as pages, as files, and looked for.
  'shared/gallery': ['shared/base', 'shared/workshop', 'shared/kinds', 'shared/report'],
  'shared/protocol': [
    'shared/base',
    'shared/agenda',
    'shared/errors',
    'shared/workshop',
    'shared/kinds',
    'shared/facilitation',
    // What people decide about release, and are told before
    'shared/consent',
    'shared/gallery',
  ],
  'shared/report': [
    'shared/base',
    'shared/agenda',
    'shared/consent',
    'shared/i18n',
    'shared/layout/text',
    'shared/workshop',
    'shared/kinds',
    'shared/evidence',
    'shared/document',
    'shared/facilitation',
  ],
}

const serverTable: Record<string, readonly string[]> = {
  'server/ports': [],
  // What every part stands on: errors, threads and processes, the machine's clock.
  'server/base': ['server/ports'],
  'server/adapters': ['server/ports', 'server/base'],
  'server/rooms': ['server/ports', 'server/base'],
  'server/auth': ['server/ports', 'server/base', 'server/rooms'],
  'server/export': ['server/ports', 'server/base', 'server/rooms', 'server/images', 'server/workshop'],
  'server/workshop': ['server/ports', 'server/base', 'server/rooms', 'server/auth'],
  'server/images': [],
  // People who are not there take seats like anybody.
  'server/rehearsal': ['server/ports', 'server/rooms', 'server/workshop'],
  'server/http': [
    'server/config.ts',
    'server/ports',
    'server/base',
    'server/rooms',
    'server/auth',
    'server/images',
    'server/export',
    'server/workshop',
    'server/rehearsal',
  ],
  // The sample is built through the ways that are open to everybody: it knows nothing of the server.
  'server/demo': [],
  'server/ballots': ['server/ports', 'server/base', 'server/rooms'],
  'server/drafts': ['server/ports', 'server/base', 'server/rooms'],
  'server/socket': ['server/ports', 'server/base', 'server/rooms', 'server/drafts', 'server/auth'],
}

/** What every view stands on. */
const foundations = ['client/app', 'client/session', 'client/ui-state', 'client/ui', 'client/i18n']
const clientTable: Record<string, readonly string[]> = {
  'client/app': foundations,
  'client/ui': ['client/i18n'],
  'client/i18n': [],
  'client/ui-state': [],
  'client/session': [],
  // Panels and editors that all kinds share, and what one kind has of its own; the one shows the other.
  'client/artefacts': [...foundations, 'client/kinds'],
  'client/kinds': [...foundations, 'client/artefacts'],
  // How one person votes: on cards, in the list and on the ballot paper alike.
  'client/ballots': foundations,
  'client/board': [...foundations, 'client/artefacts', 'client/kinds', 'client/ballots'],
  'client/list-view': [...foundations, 'client/artefacts', 'client/kinds', 'client/ballots'],
  // What every part of a room shares.
  'client/room-context': [...foundations, 'client/board', 'client/list-view'],
  'client/facilitation': [...foundations, 'client/room-context'],
  // The room: it puts board, list and the rest side by side.
  'client/room': [
    ...foundations,
    'client/room-context',
    'client/facilitation',
    'client/artefacts',
    'client/ballots',
    'client/kinds',
    'client/board',
    'client/list-view',
    'client/export',
    'client/invites',
    // Leaving a shared computer has to be possible from where one works.
    'client/account',
  ],
  // The screen in the hall: it knows the server's projection of a room and no room.
  'client/screen': [...foundations, 'client/room-context', 'client/ballots'],
  // Where all groups are: cards are called as in the rooms, and no room is opened.
  'client/cockpit': [...foundations, 'client/kinds', 'client/export'],
  'client/workshop': [...foundations, 'client/export', 'client/invites'],
  // Shown in the list of invitations, and large in a room.
  'client/invites': foundations,
  'client/account': foundations,
  'client/export': foundations,
  'client/operation': foundations,
  'client/connection': foundations,
  // A board without a room.
  'client/practice': [...foundations, 'client/room-context', 'client/board', 'client/list-view'],
}
const table = { ...sharedTable, ...serverTable, ...clientTable }

/** Packages the pure rules may use: data structures and schemas, nothing that does input or output. */
const packagesOfShared = [
  'yjs',
  'lib0',
  'y-protocols',
  'zod',
  'fractional-indexing-jittered',
  'perfect-freehand',
]

const files = ['client', 'server', 'shared'].flatMap(sourceFiles)
const imports = files.flatMap(importsOf)
const folderOf = (file: string) => {
  const three = file.split('/').slice(0, 3).join('/')
  return three in table ? three : file.split('/').slice(0, 2).join('/')
}
const sideOf = (file: string) => file.split('/')[0]!
/** Files that put the parts together may import them all. */
const isComposition = (file: string) =>
  /^server\/[^/]+\.ts$/.test(file) || file.startsWith('client/entrance/')
const show = ({ from, specifier }: Import) => `${from} imports ${specifier}`

function packageOf({ specifier, to }: Import): string | null {
  if (to !== null || specifier.startsWith('node:')) return null
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

/** What stands in quotes in a file, and which entry of `kinds` it reads. */
function wordsIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(join(projectRoot, file), 'utf8'), 99)
  const words: string[] = []
  const visit = (node: ts.Node) => {
    if (ts.isStringLiteralLike(node)) words.push(node.text)
    if (ts.isPropertyAccessExpression(node) && node.expression.getText(source) === 'kinds')
      words.push(node.name.text)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return words
}

describe('import directions', () => {
  it('go from client and server to shared, and never between client and server', () => {
    const wrong = imports.filter(({ from, to }) => {
      if (to === null || to === 'package.json' || sideOf(to) === sideOf(from)) return false
      return sideOf(to) !== 'shared' || sideOf(from) === 'shared'
    })
    expect(wrong.map(show)).toEqual([])
  })

  it('have a row for every folder', () => {
    const folders = new Set(files.filter((file) => !isComposition(file)).map(folderOf))
    expect([...folders].filter((folder) => !(folder in table))).toEqual([])
  })

  it('follow the table', () => {
    const wrong = imports.filter(({ from, to }) => {
      if (to === null || isComposition(from)) return false
      const [here, there] = [folderOf(from), folderOf(to)]
      if (here === there || sideOf(to) !== sideOf(from)) return false
      return !table[here]?.includes(there)
    })
    expect(wrong.map(show)).toEqual([])
  })

  it('never lead back to where they came from, not even for a type', () => {
    const edges = new Map<string, string[]>(files.map((file) => [file, []]))
    for (const { from, to } of imports) if (to !== null) edges.get(from)!.push(to)
    expect(cyclesOf(edges).map((cycle) => cycle.join(' → '))).toEqual([])
  })

  it('leave the composing files of the client alone', () => {
    const isEntrance = (file: string | null) => file !== null && folderOf(file) === 'client/entrance'
    const wrong = imports.filter(({ from, to }) => isEntrance(to) && !isEntrance(from))
    expect(wrong.map(show)).toEqual([])
  })

  it('leave out nothing: every imported file exists', () => {
    const known = new Set(files)
    const isCode = /\.tsx?$/
    const missing = imports.filter(({ to }) => to !== null && isCode.test(to) && !known.has(to))
    expect(missing.map(show)).toEqual([])
  })
})

describe('borders', () => {
  it('keep tldraw inside client/board, so that the canvas can be replaced', () => {
    const isTldraw = ({ specifier }: Import) => /^(tldraw|@tldraw)(\/|$)/.test(specifier)
    const wrong = imports.filter((each) => isTldraw(each) && folderOf(each.from) !== 'client/board')
    expect(wrong.map(show)).toEqual([])
    expect(imports.some(isTldraw), 'the rule would hold nothing if tldraw were gone').toBe(true)
  })

  it('keep SQLite behind its driver, which knows the release that this Node can load; types are free', () => {
    const loads = /^import (?!type\b)[^']*'better-sqlite3|\b(import|require)\('better-sqlite3/m
    const wrong = [...files, ...sourceFiles('tests')].filter((file) =>
      loads.test(readFileSync(join(projectRoot, file), 'utf8')),
    )
    expect(wrong).toEqual([])
    expect(loads.test("import Database from 'better-sqlite3'"), 'the rule would hold nothing').toBe(true)
  })

  it('keep shared pure: no Node, no network, only packages that hold data', () => {
    const wrong = imports.filter((each) => {
      if (sideOf(each.from) !== 'shared') return false
      const name = packageOf(each)
      return each.specifier.startsWith('node:') || (name !== null && !packagesOfShared.includes(name))
    })
    expect(wrong.map(show)).toEqual([])
  })

  it('keep server/ports free of code: interfaces are all that an adapter has to know', () => {
    const ports = files.filter((file) => folderOf(file) === 'server/ports')
    const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ESNext }
    const emitted = ports.map((file) => {
      const source = readFileSync(join(projectRoot, file), 'utf8')
      const { outputText } = ts.transpileModule(source, {
        compilerOptions: { ...compilerOptions, removeComments: true },
      })
      return `${file}: ${outputText.trim()}`
    })
    expect(emitted).toEqual(ports.map((file) => `${file}: export {};`))
  })

  it('let what is stored be waited for: an adapter may lie on a database in the network', () => {
    const answers = sourceFiles('server/ports').flatMap((file) => {
      const source = ts.createSourceFile(file, readFileSync(join(projectRoot, file), 'utf8'), 99)
      return source.statements.filter(ts.isInterfaceDeclaration).flatMap(({ name, members }) =>
        members.filter(ts.isMethodSignature).map((method) => ({
          port: name.text,
          method: `${name.text}.${method.name.getText(source)}`,
          answer: method.type?.getText(source) ?? '',
        })),
      )
    })
    // Nobody waits to be told the time, or for a line of log
    const stored = answers.filter(({ port }) => port !== 'Clock' && port !== 'Logger')
    expect(new Set(stored.map(({ port }) => port)).size).toBeGreaterThan(6)
    const atOnce = stored.filter(({ answer }) => !/^(Promise|AsyncIterable)</.test(answer))
    expect(atOnce.map(({ method }) => method)).toEqual([])
  })

  it('keep decisions about rights in shared/workshop/permissions.ts: the server compares no roles', () => {
    const role = /(moderator|manager|participant|observer)/.source
    const compared = new RegExp(
      [
        /\brole\)?\s*[!=]==?/.source,
        /[!=]==?\s*[\w.?#!]*\brole\b/.source,
        `[!=]==?\\s*['"]${role}['"]`,
        `case\\s+['"]${role}['"]`,
        /switch\s*\([^)]*\brole\b/.source,
        /\.(has|includes)\([^)]*\brole\b/.source,
      ].join('|'),
    )
    const found = sourceFiles('server').filter((file) =>
      compared.test(readFileSync(join(projectRoot, file), 'utf8')),
    )
    expect(found).toEqual([])
    expect(compared.test("member.role === 'moderator'"), 'the rule would hold nothing').toBe(true)
  })

  it('keep the names of kinds in their folders: whoever treats one in a special way asks for a trait', () => {
    /** The same word for another thing, and where. */
    const otherThings: Record<string, RegExp> = {
      quote: /^shared\/report\//,
      // Of a meeting: a file, a panel, a length of time
      minutes: /./,
      note: /^(shared\/(layout\/card|picture|agenda)|client\/(board\/(records|canvas)|facilitation\/agenda))\//,
      task: /^(shared\/(layout\/card|agenda)|(server|client)\/workshop)\//,
      feedback: /^(shared\/agenda|(server|client)\/workshop)\//,
      document: /^(client\/board\/records|server\/export)\//,
    }
    // Templates and the sample workshop are data: which field of a page takes what, and what somebody wrote there
    const isTheirs = /^((shared|client)\/kinds|shared\/(methods|sample))\//
    const names: ReadonlySet<string> = new Set(kindNames)
    const named = files
      .filter((file) => !isTheirs.test(file))
      .flatMap((file) =>
        wordsIn(file)
          .filter((word) => names.has(word) && !otherThings[word]?.test(file))
          .map((word) => `${file}: ${word}`),
      )
    expect(named).toEqual([])
  })

  it('keep Node out of the browser', () => {
    const wrong = imports.filter(
      (each) => sideOf(each.from) === 'client' && each.specifier.startsWith('node:'),
    )
    expect(wrong.map(show)).toEqual([])
  })

  it('keep React out of the session and the stores beneath the views', () => {
    const wrong = imports.filter(
      (each) => folderOf(each.from) === 'client/session' && /^react(-|\/|$)/.test(each.specifier),
    )
    expect(wrong.map(show)).toEqual([])
  })

  it('use only packages that package.json names, pinned exactly', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
      readFileSync(join(projectRoot, 'package.json'), 'utf8'),
    ) as Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string>>
    const pinned = { ...devDependencies, ...dependencies, ...optionalDependencies }
    const unknown = imports.filter((each) => {
      const name = packageOf(each)
      return name !== null && !name.startsWith('virtual:') && !(name in pinned)
    })
    expect(unknown.map(show)).toEqual([])
    const isPinned = /^(npm:[\w-]+@)?\d+\.\d+\.\d+/
    expect(Object.entries(pinned).filter(([, version]) => !isPinned.test(version))).toEqual([])
  })
})

describe('files', () => {
  const lengths = files
    .filter((file) => !/^shared\/(i18n|sample\/topics)\//.test(file))
    .map((file) => ({ file, lines: readFileSync(join(projectRoot, file), 'utf8').split('\n').length - 1 }))

  it('hold one idea each: none longer than 400 lines', () => {
    expect(lengths.filter(({ lines }) => lines > 400)).toEqual([])
  })

  it('are short as a rule: the median at most 120 lines', () => {
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(120)
  })

  it('carry names from the workshop room, not catch-alls', () => {
    expect(
      files.filter((file) => /(^|\/|-)(utils?|helpers?|manager|misc|common-stuff)(\.|\/|-)/i.test(file)),
    ).toEqual([])
  })
})
