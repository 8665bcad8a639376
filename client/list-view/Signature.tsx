import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { AuthorshipChoice } from '#client/artefacts/Authorship.tsx'
import type { RoomSession } from '#client/session/room-session.ts'
import styles from './footnote.module.css'

/** How new cards are signed; out of the way, because it is chosen once. */
export function Signature({ session }: { session: RoomSession }) {
  const { t } = useTranslation()
  const organisation = useStore(session.facilitation, ({ me }) => me?.organisation)
  if (!organisation) return null
  return (
    <details className={styles.footnote}>
      <summary>{t('list.signature')}</summary>
      <AuthorshipChoice session={session} />
    </details>
  )
}
