import { isKind } from '#shared/kinds/index.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { takeSnapshot, type DocumentSnapshot } from '#shared/document/snapshot.ts'
import { readArtefact, type Artefact } from '#shared/document/artefacts.ts'
import { consentOf } from '#shared/report/consent.ts'
import { currentPhase } from '#shared/report/facilitation-history.ts'
import { withoutWithheld } from '#shared/report/release.ts'
import {
  FILE_FORMAT,
  SCHEMA_VERSION,
  type FileGroup,
  type FileMember,
  type WorkshopFile,
} from '#shared/report/workshop-file.ts'
import type { GroupMaterial, Material } from './material.ts'
import { openDocument } from './open-document.ts'
import type { WriteSettings } from './write-file.ts'

interface OpenGroup {
  material: GroupMaterial
  document: DocumentSnapshot
  artefacts: Artefact[]
}

/** The workshop as a JSON document (`shared/report/workshop-file.ts`), without its images. */
export function workshopFileOf(material: Material, settings: WriteSettings): WorkshopFile {
  const groups = material.groups.map(openGroup)
  const consent = consentOf(groups.flatMap(({ artefacts }) => artefacts))
  const all = settings.quotes === 'all'
  const { id, title, language, createdAt } = material.workshop
  return {
    format: FILE_FORMAT,
    schemaVersion: SCHEMA_VERSION,
    exportedAt: settings.exportedAt,
    contents: {
      scope: material.scope,
      quotes: settings.quotes,
      withheldQuotes: all ? 0 : consent.withheldQuotes,
    },
    workshop: { id, title, language, createdAt },
    members: namedMembers(material, groups),
    groups: groups.map(({ material: one, document, artefacts }) =>
      fileGroup(one, all ? document : withoutWithheld(document, artefacts, consent)),
    ),
  }
}

function openGroup(material: GroupMaterial): OpenGroup {
  const doc = openDocument(material.updates)
  const document = takeSnapshot(doc)
  const roots = rootsOf(doc)
  const artefacts = document.artefacts.flatMap(({ id, kind }) =>
    isKind(kind) ? (readArtefact(roots.artefacts, id) ?? []) : [],
  )
  doc.destroy()
  return { material, document, artefacts }
}

function fileGroup({ group, history, versions }: GroupMaterial, document: DocumentSnapshot): FileGroup {
  return {
    id: group.id,
    kind: group.kind,
    name: group.name,
    position: group.position,
    phase: currentPhase(history),
    document,
    history: history.map(({ seq, at, by, event }) => ({ seq, at, by, event })),
    versions,
    assets: [],
  }
}

/** People whom a card or an event names, and nobody else; by name, because ids change with an import. */
function namedMembers({ members }: Material, groups: readonly OpenGroup[]): FileMember[] {
  const named = new Set<string>()
  for (const { material, document } of groups) {
    for (const { by } of material.history) named.add(by)
    for (const { authorship } of document.artefacts) {
      if (authorship.as === 'named') named.add(authorship.memberId)
    }
  }
  return members
    .filter(({ id }) => named.has(id))
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
    .map(({ id, name, organisation, organisationKind, role }) => ({
      id,
      name,
      organisation,
      organisationKind,
      role,
    }))
}

const sortKey = ({ name, organisation }: { name: string; organisation: string }) => `${name}\n${organisation}`
