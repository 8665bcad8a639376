import type * as Y from 'yjs'
import { newId } from '#shared/base/ids.ts'
import { takeSnapshot } from '#shared/document/snapshot.ts'
import { FILE_FORMAT, SCHEMA_VERSION, type WorkshopFile } from '#shared/report/workshop-file.ts'

/** A workshop of these groups as a file to be read in. */
export function fileOf(title: string, groups: readonly { name: string; doc: Y.Doc }[]): WorkshopFile {
  return {
    format: FILE_FORMAT,
    schemaVersion: SCHEMA_VERSION,
    exportedAt: 1,
    contents: { scope: 'workshop', quotes: 'all', withheldQuotes: 0 },
    workshop: { id: newId(), title, language: 'de', createdAt: 1 },
    members: [],
    groups: groups.map(({ name, doc }, position) => ({
      id: newId(),
      kind: 'project',
      name,
      position,
      phase: 'preparation',
      document: takeSnapshot(doc),
      history: [],
      assets: [],
      versions: [],
    })),
  }
}
