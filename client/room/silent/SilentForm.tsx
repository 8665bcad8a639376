import { useRef, useState, type FormEvent } from 'react'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { homeOf, kindOfField } from '#shared/document/fields.ts'
import { fieldsOf, isTextField, kindForPage, kinds } from '#shared/kinds/index.ts'
import type { DraftSession } from '#client/session/draft-session.ts'
import { FieldTiles, usePageFields } from '#client/artefacts/FieldTiles.tsx'
import { useKindTexts } from '#client/kinds/kind-texts.ts'
import { Button } from '#client/ui/Button.tsx'
import { TextArea } from '#client/ui/TextArea.tsx'
import { useRoom } from '#client/room-context/room-context.ts'
import type { RoomPage } from '#client/room-context/room-pages.ts'
import styles from './SilentDesk.module.css'
import { writeWords } from './write-words.ts'

interface SilentFormProps {
  draft: DraftSession
  page: RoomPage
  text: string
  setText: (text: string) => void
}

/** One field, one button: the next silent card. */
export function SilentForm({ draft, page, text, setText }: SilentFormProps) {
  const { t } = useTranslation()
  const { session } = useRoom()
  const texts = useKindTexts()
  const [said, setSaid] = useState('')
  const [pointed, point] = useState<string | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const fields = usePageFields(session, page.id)
  const home = homeOf(session.roots.board, page.id, kindForPage(page.id))
  const place = fields.find(({ id }) => id === pointed) ?? fields.find(({ id }) => id === home) ?? null
  const kind = kindOfField(place) ?? kindForPage(page.id)
  const { headline } = kinds[kind]
  const spec = fieldsOf(kind)[headline]

  const add = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    writeWords(draft, {
      page,
      fieldId: place?.id ?? null,
      kind,
      words: text,
      createdAt: session.serverNow(),
    })
    setText('')
    setSaid((now) =>
      now === t('facilitation.silent.added') ? `${now}\u00a0` : t('facilitation.silent.added'),
    )
    form.current?.querySelector('textarea')?.focus()
  }

  return (
    <form className={styles.form} ref={form} onSubmit={add}>
      {place && fields.length > 1 ? <FieldTiles fields={fields} chosen={place.id} onChoose={point} /> : null}
      <TextArea
        label={t('facilitation.silent.write', { kind: texts.label(kind) })}
        value={text}
        rows={3}
        maxLength={spec && isTextField(spec) ? spec.maxChars : undefined}
        onChange={setText}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) add(event)
        }}
      />
      <Button
        type="submit"
        variant="primary"
        icon={<Plus aria-hidden="true" />}
        aria-disabled={text.trim() === ''}
      >
        {t('facilitation.silent.add')}
      </Button>
      <span role="status" className={styles.said}>
        {said}
      </span>
    </form>
  )
}
