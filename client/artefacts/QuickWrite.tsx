import { useId, useRef, useState, type FormEvent } from 'react'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import {
  fieldsOf,
  isTextField,
  kindForPage,
  kinds,
  writableKinds,
  type ArtefactKind,
} from '#shared/kinds/index.ts'
import { kindMenu } from '#shared/kinds/menu.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Button } from '#client/ui/Button.tsx'
import { Select } from '#client/ui/Select.tsx'
import { TextArea } from '#client/ui/TextArea.tsx'
import { AuthorshipChoice } from './Authorship.tsx'
import { colourOf } from '#shared/document/artefacts.ts'
import { homeOf, kindOfField, menuPlaceOf } from '#shared/document/fields.ts'
import { FieldTiles, usePageFields } from './FieldTiles.tsx'
import { createCard, currentPage } from './card-actions.ts'
import { KindIcon } from '../kinds/KindIcon.tsx'
import { shortName, useKindTexts } from '../kinds/kind-texts.ts'
import { useKindOptions } from '../kinds/kind-menu.tsx'
import styles from './QuickWrite.module.css'
import { useArtefact, useMayWrite } from './use-artefact.ts'
import { useOwnCards } from './use-own-cards.ts'

interface QuickWriteProps {
  session: RoomSession
  /** Page the cards go to; the room's page where it is left out. */
  pageId?: string | undefined
  /** Words that are begun. They are kept by whoever shows this, because silent writing and other faces take its place. */
  begun: string
  onBegin: (words: string) => void
  onOpenCard: (artefactId: string) => void
}

/** Writing on a phone: one field, one button, one's own cards below. */
export function QuickWrite({ session, pageId, begun: text, onBegin: setText, onOpenCard }: QuickWriteProps) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const kindOptions = useKindOptions()
  const mayWrite = useMayWrite(session)
  const [said, setSaid] = useState('')
  const [written, setWritten] = useState<readonly string[]>([])
  const field = useRef<HTMLDivElement>(null)
  const page = pageId ?? currentPage(session)
  const [chosen, choose] = useState<{ kind: ArtefactKind; page: string } | null>(null)
  // What somebody chose holds for this page; the next one begins with what it is about.
  const fields = usePageFields(session, page)
  const [pointed, point] = useState<string | null>(null)
  const home = homeOf(session.roots.board, page, kindForPage(page))
  const place = fields.find(({ id }) => id === pointed) ?? fields.find(({ id }) => id === home) ?? null
  const kind = chosen?.page === page ? chosen.kind : (kindOfField(place) ?? kindForPage(page))
  const { headline } = kinds[kind]
  const spec = fieldsOf(kind)[headline]

  const add = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '' || !mayWrite) return
    const card = createCard(session, {
      kind,
      parentId: place?.id ?? page,
      fields: { [headline]: text.trim() },
    })
    if (!card) return
    setText('')
    setWritten((now) => [...now, card.artefactId])
    setSaid((now) => (now === t('artefacts.quick.added') ? `${now}\u00a0` : t('artefacts.quick.added')))
    field.current?.querySelector('textarea')?.focus()
  }

  if (!mayWrite && text === '') {
    return (
      <div className={styles.quick}>
        <p role="status">{t('artefacts.quick.listening')}</p>
        <OwnCards {...{ session, onOpenCard, written }} pageId={page} />
      </div>
    )
  }
  return (
    <div className={styles.quick}>
      <form className={styles.form} onSubmit={add}>
        {place && fields.length > 1 ? (
          <FieldTiles fields={fields} chosen={place.id} onChoose={point} />
        ) : null}
        <div ref={field}>
          <TextArea
            label={t('artefacts.quick.label', { kind: texts.label(kind) })}
            placeholder={t('artefacts.quick.placeholder')}
            value={text}
            rows={4}
            maxLength={spec && isTextField(spec) ? spec.maxChars : undefined}
            error={mayWrite ? null : t('artefacts.quick.locked')}
            onChange={setText}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) add(event)
            }}
          />
        </div>
        <Button
          type="submit"
          variant="primary"
          className={styles.add}
          icon={<Plus aria-hidden="true" />}
          aria-disabled={text.trim() === '' || !mayWrite}
        >
          {t('artefacts.quick.add')}
        </Button>
        <span role="status" className={styles.said}>
          {said}
        </span>
        <details className={styles.options}>
          <summary>{t('artefacts.quick.options')}</summary>
          <div className={styles.choices}>
            <Select
              label={t('artefacts.quick.kind')}
              value={kind}
              onChange={(next) => choose({ kind: next, page })}
              options={kindOptions(kindMenu(menuPlaceOf(session.roots.board, page), writableKinds))}
            />
            <AuthorshipChoice session={session} />
          </div>
        </details>
      </form>
      <OwnCards {...{ session, onOpenCard, written }} pageId={page} />
    </div>
  )
}

interface OwnCardsProps extends Pick<QuickWriteProps, 'session' | 'onOpenCard'> {
  pageId: string
  written: readonly string[]
}

function OwnCards(props: OwnCardsProps) {
  const { session, pageId, onOpenCard, written } = props
  const { t } = useTranslation()
  const titleId = useId()
  const own = useOwnCards(session, pageId, written)
  return (
    <section aria-labelledby={titleId} className={styles.own}>
      <h2 className={styles.title} id={titleId}>
        {t('artefacts.quick.own')}
      </h2>
      {own.length === 0 ? <p className={styles.quiet}>{t('artefacts.quick.ownEmpty')}</p> : null}
      <ul className={styles.cards}>
        {own.map(({ shapeId, artefactId }) => (
          <OwnCard key={shapeId} {...{ session, artefactId }} onOpen={() => onOpenCard(artefactId)} />
        ))}
      </ul>
    </section>
  )
}

function OwnCard(props: { session: RoomSession; artefactId: string; onOpen: () => void }) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const artefact = useArtefact(props.session, props.artefactId)
  if (!artefact) return null
  const name = shortName(texts.nameOf(artefact), 160)
  return (
    <li>
      <button
        type="button"
        className={styles.card}
        data-colour={colourOf(artefact)}
        aria-label={t('artefacts.quick.open', { card: name })}
        onClick={props.onOpen}
      >
        <KindIcon kind={artefact.kind} />
        <span lang={props.session.language}>{name}</span>
      </button>
    </li>
  )
}
