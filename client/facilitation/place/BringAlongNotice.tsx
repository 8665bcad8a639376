import { useEffect } from 'react'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/Button.tsx'
import { IconButton } from '#client/ui/IconButton.tsx'
import { browseTo } from '#client/ui-state/room-view.ts'
import { useOwnPage, usePages, useRoom, useView } from '#client/room-context/room-context.ts'
import { named } from '#client/ui/named.ts'
import { Said } from '#client/ui/Said.tsx'
import styles from './BringAlongNotice.module.css'

/** Long enough to read it and decide; afterwards the list of pages leads back as well. */
const SHOWN_MS = 30_000

/** Somebody else turned the page: says so, and offers the way back. */
export function BringAlongNotice() {
  const { t } = useTranslation()
  const { view, workshop } = useRoom()
  const page = useOwnPage()
  const from = useView(({ broughtFrom }) => broughtFrom)
  const before = usePages().find(({ id }) => id === from?.pageId)
  useEffect(() => {
    if (!from) return
    const timer = setTimeout(() => view.setState({ broughtFrom: null }), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [from, view])
  if (!from || !page) return null
  const sentence = from.reason === 'gathering' ? 'room.notice.gathered' : 'room.notice.broughtToPage'
  return (
    <div className={styles.notice} role="status">
      <Said>{t(sentence, { page: named(page.name, workshop.language) })}</Said>
      {before && before.id !== page.id ? (
        <Button variant="quiet" onClick={() => browseTo(view, before.id)}>
          <Said>{t('room.notice.wayBack', { page: named(before.name, workshop.language) })}</Said>
        </Button>
      ) : null}
      <IconButton
        label={t('common.close')}
        icon={<X aria-hidden="true" />}
        onClick={() => view.setState({ broughtFrom: null })}
      />
    </div>
  )
}
