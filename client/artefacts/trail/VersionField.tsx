import { useTranslation } from 'react-i18next'
import type { Artefact } from '#shared/document/artefacts.ts'
import type { FieldSpec, Item, ItemsSpec, ItemValue } from '#shared/kinds/field.ts'
import { fieldsOf } from '#shared/kinds/index.ts'
import { writtenDay } from '#client/app/dates.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { useKindTexts, type FieldWords } from '#client/kinds/kind-texts.ts'
import { imageAddress } from '../assets.ts'
import styles from './lineage.module.css'

interface VersionFieldProps {
  session: RoomSession
  artefact: Artefact
  name: string
}

/** What one field of a version says, to be read beside another one: words, pictures, or a list of both. */
export function VersionField({ session, artefact, name }: VersionFieldProps) {
  const texts = useKindTexts()
  const { kind, fields } = artefact
  const spec = fieldsOf(kind)[name]
  const value = fields[name]
  if (!spec || value === undefined || isEmpty(value)) return '–'
  if (spec.type === 'items' && Array.isArray(value))
    return (
      <ol className={styles.items}>
        {value.map((item) => (
          <li key={item.id}>
            <ItemFields {...{ session, artefact, name, spec, item }} />
          </li>
        ))}
      </ol>
    )
  if (typeof value === 'object') return '–'
  return <Value {...{ session, spec, value, artefact }} words={texts.fieldWords(kind, name)} />
}

function ItemFields(props: VersionFieldProps & { spec: ItemsSpec; item: Item }) {
  const { session, artefact, name, spec, item } = props
  const texts = useKindTexts()
  const cell = item.cell === undefined ? null : texts.cell(artefact.kind, name, item.cell)
  return (
    <>
      {cell ? <strong>{cell}: </strong> : null}
      {Object.entries(spec.fields).map(([inner, innerSpec]) => {
        const value = item.fields[inner]
        if (value === undefined || isEmpty(value)) return null
        const words = texts.itemFieldWords(artefact.kind, name, inner)
        return (
          <div key={inner}>
            <Value {...{ session, artefact, value, words }} spec={innerSpec} />
          </div>
        )
      })}
    </>
  )
}

interface ValueProps {
  session: RoomSession
  artefact: Artefact
  spec: FieldSpec
  value: ItemValue
  words: FieldWords
}

function Value({ session, artefact, spec, value, words }: ValueProps) {
  const { t, i18n } = useTranslation()
  const texts = useKindTexts()
  switch (spec.type) {
    case 'image':
      return (
        <img
          className={styles.picture}
          src={imageAddress(session, String(value))}
          alt={t('artefacts.image.alt', { field: words.label, name: texts.nameOf(artefact) })}
        />
      )
    case 'choice':
      return words.option(String(value))
    case 'date':
      return writtenDay(String(value), i18n.language)
    default:
      return <span lang={session.language}>{String(value)}</span>
  }
}

const isEmpty = (value: unknown) =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0)
