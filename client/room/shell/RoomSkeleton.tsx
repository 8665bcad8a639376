import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Spinner } from '#client/ui/Spinner.tsx'
import styles from './RoomSkeleton.module.css'

/** The room's outlines while its content is on the way, so that nothing jumps when it comes. */
export function RoomSkeleton({ notice }: { notice?: ReactNode }) {
  const { t } = useTranslation()
  return (
    <main className={styles.skeleton}>
      <div className={styles.bar} />
      <div className={styles.step} />
      <div className={styles.body}>
        <div className={styles.rail} />
        <div className={styles.board}>
          <div className={styles.waiting}>
            <Spinner label={t('room.loading')} />
            {notice}
          </div>
        </div>
      </div>
    </main>
  )
}
