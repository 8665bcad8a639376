import { useId, useState } from 'react'
import { Columns2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { lineageOf } from '#shared/evidence/trail.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import { fieldsOf } from '#shared/kinds/index.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { Select } from '#client/ui/Select.tsx'
import { useKindTexts, shortName } from '#client/kinds/kind-texts.ts'
import { useEvidenceGraph } from '../evidence-trail.ts'
import styles from './lineage.module.css'

interface LineageProps {
  session: RoomSession
  artefact: Artefact
  onOpenArtefact: (artefactId: string) => void
}

/** The versions of a card, first to last, by what replaces what; nothing where there is only this one. */
export function LineageSection({ session, artefact, onOpenArtefact }: LineageProps) {
  const { t } = useTranslation()
  const texts = useKindTexts()
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
        {versions.map((version) => (
          <li key={version.id}>
            <button
              type="button"
              className={styles.version}
              aria-current={version.id === artefact.id ? 'true' : undefined}
              lang={session.language}
              onClick={() => onOpenArtefact(version.id)}
            >
              {shortName(texts.nameOf(version), 80)}
            </button>
          </li>
        ))}
      </ol>
      <Button icon={<Columns2 aria-hidden="true" />} onClick={() => setComparing(true)}>
        {t('artefacts.lineage.compare')}
      </Button>
      {comparing ? (
        <CompareDialog
          versions={versions}
          left={(versions.find(({ id }) => id !== artefact.id && id !== last.id) ?? versions[0]!).id}
          right={artefact.id === versions[0]!.id ? last.id : artefact.id}
          onClose={() => setComparing(false)}
        />
      ) : null}
    </section>
  )
}

interface CompareProps {
  versions: readonly Artefact[]
  left: string
  right: string
  onClose: () => void
}

/** Two versions beside each other, field by field; where they differ it is said. */
function CompareDialog({ versions, left, right, onClose }: CompareProps) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const [chosen, setChosen] = useState({ left, right })
  const [one, other] = [chosen.left, chosen.right].map((id) => versions.find((version) => version.id === id)!)
  if (!one || !other) return null
  const options = versions.map((version, n) => ({
    value: version.id,
    label: `${n + 1}: ${shortName(texts.nameOf(version), 50)}`,
  }))
  const names = [...new Set([...Object.keys(fieldsOf(one.kind)), ...Object.keys(fieldsOf(other.kind))])]
  const rows = names.flatMap((name) => {
    const [before, after] = [said(texts, one, name), said(texts, other, name)]
    if (before === '' && after === '') return []
    const kind = name in fieldsOf(other.kind) ? other.kind : one.kind
    return [{ name, label: texts.field(kind, name), before, after }]
  })
  return (
    <Dialog title={t('artefacts.lineage.compare')} open size="large" onClose={onClose}>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">
              <Select
                label={t('artefacts.lineage.left')}
                value={chosen.left}
                options={options}
                onChange={(id) => setChosen({ ...chosen, left: id })}
              />
            </th>
            <th scope="col">
              <Select
                label={t('artefacts.lineage.right')}
                value={chosen.right}
                options={options}
                onChange={(id) => setChosen({ ...chosen, right: id })}
              />
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, label, before, after }) => (
            <tr key={name} data-differs={before !== after || undefined}>
              <th scope="row">
                {label}
                {before !== after ? (
                  <span className={styles.differs}>{t('artefacts.lineage.differs')}</span>
                ) : null}
              </th>
              <td>{before || '–'}</td>
              <td>{after || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}

/** What a field says, in words; pictures and lists by how many there are. */
function said(texts: ReturnType<typeof useKindTexts>, { kind, fields }: Artefact, name: string): string {
  const spec = fieldsOf(kind)[name]
  const value = fields[name]
  if (!spec || value === null || value === undefined) return ''
  if (spec.type === 'choice') return texts.option(kind, name, String(value))
  if (Array.isArray(value)) return value.length > 0 ? String(value.length) : ''
  if (spec.type === 'text' || spec.type === 'line' || spec.type === 'number' || spec.type === 'date')
    return String(value)
  return ''
}
