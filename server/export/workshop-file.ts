import { cutBetweenCharacters } from '#shared/base/visible-text.ts'
import type { Leaving } from '#shared/consent/leaving.ts'
import { inFull, type OutgoingDocument } from '#shared/consent/outgoing.ts'
import type { Summary } from '#shared/protocol/summaries.ts'
import { limits } from '#shared/base/limits.ts'
import { currentPhase } from '#shared/report/facilitation-history.ts'
import {
  FILE_FORMAT,
  SCHEMA_VERSION,
  type FileGroup,
  type FileMember,
  type WorkshopFile,
} from '#shared/report/workshop-file.ts'
import type { GroupMaterial, Material } from './material.ts'
import { leavingOf, snapshotOf } from './leaving-of.ts'
import { clearedText } from './written-texts.ts'
import type { WriteSettings } from './write-settings.ts'

/** The workshop as a JSON document (`shared/report/workshop-file.ts`), without its images. */
export function workshopFileOf(material: Material, settings: WriteSettings): WorkshopFile {
  const outgoing = settings.quotes === 'all' ? everything(material) : leavingOf(material, settings.language)
  const { clear, documents } = outgoing
  const { id, title, language, createdAt, copyOf } = material.workshop
  return {
    format: FILE_FORMAT,
    schemaVersion: SCHEMA_VERSION,
    exportedAt: settings.exportedAt,
    contents: {
      scope: material.scope,
      quotes: settings.quotes,
      withheldQuotes: outgoing.withheldQuotes,
      isReduced: settings.quotes === 'released' || copyOf?.isReduced === true,
    },
    workshop: {
      ...{ id, title: clear(title), language, createdAt },
      ...(copyOf && { copyOf: clear(copyOf) }),
      ...summaryOf(material, null, clear),
    },
    members: clear(namedMembers(material, documents)),
    groups: material.groups.map((group, n) => ({
      ...fileGroup(group, documents[n]!, clear),
      ...summaryOf(material, group.group.id, clear),
    })),
  }
}

/** The complete backup; who may have it is asked before (`workshop.exportWithheld`). */
function everything({ groups }: Material): Pick<Leaving, 'documents' | 'withheldQuotes' | 'clear'> {
  const documents = groups.map(({ updates }) => inFull(snapshotOf(updates)))
  return { documents, withheldQuotes: 0, clear: (value) => value }
}

/** What people wrote of a group, or of all together; left out where nobody did. */
function summaryOf({ summaries }: Material, id: Summary['groupId'], clear: Leaving['clear']) {
  const written = summaries.find(({ groupId }) => groupId === id)
  // In place of what stays is a little more than was
  return written
    ? { summary: cutBetweenCharacters(clearedText(written.text, clear), limits.maxSummaryChars) }
    : {}
}

function fileGroup(
  { group, history, versions }: GroupMaterial,
  document: OutgoingDocument,
  clear: Leaving['clear'],
): FileGroup {
  return {
    id: group.id,
    kind: group.kind,
    name: clear(group.name),
    position: group.position,
    phase: currentPhase(history),
    document,
    history: history.map(({ seq, at, by, event }) => ({ seq, at, by, event: clear(event) })),
    versions: clear(versions),
    assets: [],
  }
}

/** People whom a card, a comment or an event names, and nobody else; by name, because ids change with an import. */
function namedMembers({ members, groups }: Material, documents: readonly OutgoingDocument[]): FileMember[] {
  const named = new Set<string>()
  for (const { history } of groups) for (const { by } of history) named.add(by)
  for (const { authorship } of documents.flatMap(({ artefacts }) => artefacts)) {
    if (authorship.as === 'named') named.add(authorship.memberId)
  }
  for (const { author, done } of documents.flatMap(({ comments }) => comments)) {
    named.add(author.memberId)
    if (done) named.add(done.by)
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
