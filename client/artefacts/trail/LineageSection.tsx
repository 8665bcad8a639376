import { useId, useState } from 'react'
import { Columns2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { lineageOf } from '#shared/evidence/trail.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import { leadsOn, type EvidenceGraph } from '#shared/evidence/evidence.ts'
import { isKind, kindNames } from '#shared/kinds/index.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Button } from '#client/ui/Button.tsx'
import { useKindTexts } from '#client/kinds/kind-texts.ts'
import { useEvidenceGraph } from '../evidence-trail.ts'
import { CompareVersions } from './CompareVersions.tsx'
import styles from './lineage.module.css'
import { useVersionName } from './version-name.ts'

interface LineageProps {
  session: RoomSession
  artefact: Artefact
  onOpenArtefact: (artefactId: string) => void
}

/** The versions of a card, first to last, by what replaces what; nothing where there is only this one. */
export function LineageSection({ session, artefact, onOpenArtefact }: LineageProps) {
  const { t } = useTranslation()
  const nameOf = useVersionName()
  const titleId = useId()
  const graph = useEvidenceGraph(session)
  const [comparing, setComparing] = useState(false)
  const versions = lineageOf(graph, artefact.id).flatMap((id) => session.artefacts.get(id) ?? [])
  if (versions.length < 2) return null
  const last = versions.at(-1)!
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <h3 className={styles.title} id={titleId}>
        {t('artefacts.lineage.title')}
      </h3>
      <ol className={styles.versions}>
        {versions.map((version, n) => (
          <li key={version.id}>
            <button
              type="button"
              className={styles.version}
              aria-current={version.id === artefact.id ? 'true' : undefined}
              lang={session.language}
              onClick={() => onOpenArtefact(version.id)}
            >
              {nameOf(version, n + 1)}
            </button>
            <Outcomes graph={graph} id={version.id} />
          </li>
        ))}
      </ol>
      <Button icon={<Columns2 aria-hidden="true" />} onClick={() => setComparing(true)}>
        {t('artefacts.lineage.compare')}
      </Button>
      {comparing ? (
        <CompareVersions
          session={session}
          versions={versions}
          left={(versions.find(({ id }) => id !== artefact.id && id !== last.id) ?? versions[0]!).id}
          right={artefact.id === versions[0]!.id ? last.id : artefact.id}
          onClose={() => setComparing(false)}
        />
      ) : null}
    </section>
  )
}

/** What came of this very version: "2 Testprotokolle · 1 Lernkarte". */
function Outcomes({ graph, id }: { graph: EvidenceGraph; id: string }) {
  const texts = useKindTexts()
  const kinds = graph
    .relations(id)
    .filter((relation) => leadsOn(relation) && relation.type !== 'replaces')
    .map((relation) => graph.kindOf(relation.id))
    .filter(isKind)
  const words = kindNames.flatMap((kind) => {
    const count = kinds.filter((one) => one === kind).length
    return count > 0 ? [`${count} ${texts.counted(kind, count)}`] : []
  })
  return words.length > 0 ? <span className={styles.outcomes}>{words.join(' · ')}</span> : null
}
