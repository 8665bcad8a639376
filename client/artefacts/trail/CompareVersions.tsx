import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sameJson } from '#shared/document/board-record.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { FieldSpec, FieldValue } from '#shared/kinds/field.ts'
import { fieldsOf } from '#shared/kinds/index.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Dialog } from '#client/ui/Dialog.tsx'
import { Select } from '#client/ui/Select.tsx'
import { useKindTexts } from '#client/kinds/kind-texts.ts'
import styles from './lineage.module.css'
import { VersionField } from './VersionField.tsx'
import { useVersionName } from './version-name.ts'

interface CompareVersionsProps {
  session: RoomSession
  versions: readonly Artefact[]
  left: string
  right: string
  onClose: () => void
}

/** Two versions beside each other, field by field, pictures and lists too; where they differ it is said. */
export function CompareVersions({ session, versions, left, right, onClose }: CompareVersionsProps) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const nameOf = useVersionName()
  const [chosen, setChosen] = useState({ left, right })
  const [one, other] = [chosen.left, chosen.right].map((id) => versions.find((version) => version.id === id)!)
  if (!one || !other) return null
  const options = versions.map((version, n) => ({ value: version.id, label: nameOf(version, n + 1) }))
  const names = [...new Set([...Object.keys(fieldsOf(one.kind)), ...Object.keys(fieldsOf(other.kind))])]
  const rows = names
    .map((name) => ({ name, before: one.fields[name], after: other.fields[name] }))
    .filter(({ name, before, after }) => tells(one, name, before) || tells(other, name, after))
  return (
    <Dialog title={t('artefacts.lineage.compare')} open size="large" onClose={onClose}>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            {(['left', 'right'] as const).map((side) => (
              <th key={side} scope="col">
                <Select
                  label={t(`artefacts.lineage.${side}`)}
                  value={chosen[side]}
                  options={options}
                  onChange={(id) => setChosen({ ...chosen, [side]: id })}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, before, after }) => {
            const differs = !sameJson(plain(before), plain(after))
            return (
              <tr key={name} data-differs={differs || undefined}>
                <th scope="row">
                  {texts.field(name in fieldsOf(other.kind) ? other.kind : one.kind, name)}
                  {differs ? <span className={styles.differs}>{t('artefacts.lineage.differs')}</span> : null}
                </th>
                {[one, other].map((version, side) => (
                  <td key={side}>
                    <VersionField {...{ session, name }} artefact={version} />
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </Dialog>
  )
}

/** Whether a field has something to show: what points into transcripts has not. */
function tells({ kind }: Artefact, name: string, value: FieldValue | undefined): boolean {
  const spec = fieldsOf(kind)[name]
  if (!spec || isHidden(spec) || value === null || value === undefined || value === '') return false
  return !Array.isArray(value) || value.length > 0
}

const isHidden = (spec: FieldSpec) =>
  ['transcript', 'spans', 'source'].includes(spec.type) ||
  (spec.type === 'items' && spec.inside !== undefined)

/** Copied items are others with the same words. */
const plain = (value: FieldValue | undefined): unknown =>
  Array.isArray(value)
    ? value.map(({ fields, place, cell }) => ({ fields, place: place ?? null, cell: cell ?? null }))
    : (value ?? null)
