import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { buttonClass } from '#client/ui/Button.tsx'
import { bringLetters } from '#client/ui/letters.ts'
import { plainly } from '#client/ui/named.ts'
import { Said } from '#client/ui/Said.tsx'
import styles from './RoomNotice.module.css'

/** Stands in place of a room that cannot be shown: what happened, what is safe, what to do. */
export function RoomNotice({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation()
  useEffect(bringLetters, [])
  useEffect(() => {
    document.title = `${plainly(title)} · Werkraum`
  }, [title])
  return (
    <main className={styles.notice} tabIndex={-1}>
      <h1>
        <Said>{title}</Said>
      </h1>
      {children}
      <Link className={buttonClass('quiet')} to="/">
        {t('room.ended.toStart')}
      </Link>
    </main>
  )
}
