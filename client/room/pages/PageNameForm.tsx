import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useRoom } from '#client/room-context/room-context.ts'
import type { RoomPage } from '#client/room-context/room-pages.ts'
import { announce } from '#client/ui/announcements.ts'
import { Button } from '#client/ui/Button.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { limits } from '#shared/base/limits.ts'
import { pageNameFrom } from '#shared/document/pages.ts'
import { nameAnew } from './page-actions.ts'
import styles from './PagesDialog.module.css'

type Fault = 'nameMissing' | 'nameTaken'

/** The name of a page, to be written anew in its place. Escape leaves it as it was. */
export function PageNameForm({ page, onDone }: { page: RoomPage; onDone: () => void }) {
  const { t } = useTranslation()
  const { session } = useRoom()
  const [name, setName] = useState(page.name)
  const [fault, setFault] = useState<Fault | null>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const save = (event: FormEvent) => {
    event.preventDefault()
    const wanted = pageNameFrom(name)
    if (wanted === '') return setFault('nameMissing')
    if (!nameAnew(session, page.id, wanted)) return setFault('nameTaken')
    announce(t('room.pages.renamed', { page: wanted }))
    onDone()
  }
  return (
    <form
      className={styles.form}
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        // The dialog around it would close as well
        event.preventDefault()
        event.stopPropagation()
        onDone()
      }}
    >
      <TextField
        ref={field}
        label={t('room.pages.name')}
        value={name}
        maxLength={limits.maxNameChars}
        autoComplete="off"
        error={fault ? t(`room.pages.${fault}`) : undefined}
        onChange={setName}
      />
      <div className={styles.buttons}>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
        <Button type="submit" variant="primary">
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}
