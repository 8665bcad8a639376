import { PenLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RoomSession } from '#client/session/room-session.ts'
import styles from './CollaborativeText.module.css'
import { useOthersEditing } from './use-artefact.ts'

/** Says who else is writing in this field, so that nobody is surprised by moving words. */
export function OthersEditing(props: { session: RoomSession; artefactId: string; field: string }) {
  const { t } = useTranslation()
  const others = useOthersEditing(props.session, props.artefactId, props.field)
  if (!others) return null
  const names = others.split('\n')
  const text = names.length === 1 ? 'artefacts.editor.alsoEditing' : 'artefacts.editor.alsoEditing_many'
  return (
    <span className={styles.others}>
      <PenLine aria-hidden="true" />
      {t(text, { names: joined(names, t('artefacts.editor.and')) })}
    </span>
  )
}

function joined(names: readonly string[], and: string): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')}${and}${names.at(-1)}`
}
