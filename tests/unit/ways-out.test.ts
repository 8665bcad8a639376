import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { endpoints } from '#shared/protocol/endpoints.ts'
import { importsOf, projectRoot, sourceFiles } from '#tests/support/module-graph.ts'
import { answers } from '#tests/support/ways-out.ts'

/*
 * Every way out of a group (docs/consent.md). A new endpoint, and a new module that reads documents where files,
 * pictures or answers are made, fails here until somebody has said which way it goes.
 */

/** Folders in which files, pictures and answers are made. */
const outside = [
  'server/export',
  'server/http',
  'server/socket',
  'shared/report',
  'shared/picture',
  'client/export',
]
const readsDocuments =
  /^(yjs|#?shared\/document\/(snapshot|snapshot-document|roots|artefacts|fold|outline|board-record)\.ts)$/

/** Modules there that look into documents, and why they may. */
const known: Record<string, string> = {
  'server/export/leaving-of.ts': 'asks `leaving`',
  'server/export/screen-content.ts': 'asks `leaving`',
  'server/export/open-document.ts': 'is read by leaving-of.ts',
  'server/export/import-plan.ts': 'leads in',
  'server/export/import-workshop.ts': 'leads in',
  'server/export/renaming.ts': 'leads in',
  'server/export/file-bounds.ts': 'leads in',
  'server/http/routes/version-routes.ts': 'answers those inside (room right version.read)',
  'shared/report/outline.ts': 'takes an OutgoingDocument',
  'shared/picture/face-words.ts': 'is given cards by page-pictures.ts',
  'shared/picture/page-picture.ts': 'is given a document by page-pictures.ts',
  'shared/picture/drawn-shapes.ts': 'is given shapes by page-picture.ts',
  'server/export/page-pictures.ts': 'takes an OutgoingDocument',
  'shared/report/report-card.ts': 'is given cards by outline.ts',
  'shared/report/workshop-file.ts': 'names types and schemas',
}

const files = outside.flatMap(sourceFiles)
const sourceOf = (file: string) => readFileSync(join(projectRoot, file), 'utf8')

describe('the ways out of a group', () => {
  it('are known: every endpoint says what of a document it answers', () => {
    expect(Object.keys(answers).sort()).toEqual(Object.keys(endpoints).sort())
  })

  it('are few: nothing else looks into documents where files, pictures and answers are made', () => {
    const looking = files.filter((file) =>
      importsOf(file).some(({ specifier, to }) => readsDocuments.test(to ?? specifier)),
    )
    expect(looking.filter((file) => !(file in known))).toEqual([])
  })

  it('pass one function, but for the complete backup, which has one place', () => {
    const all = ['client', 'server', 'shared'].flatMap(sourceFiles)
    const using = (call: RegExp) =>
      all.filter((file) => !file.startsWith('shared/consent/') && call.test(sourceOf(file)))
    expect(using(/\binFull\(/)).toEqual(['server/export/workshop-file.ts'])
    expect(using(/\bas OutgoingDocument\b/)).toEqual([])
    expect(using(/\bleaving\(/).sort()).toEqual(['server/export/leaving-of.ts'])
  })
})
