import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { folded, foldedWords, holds } from '#shared/base/folded-text.ts'
import { textsOf } from '#shared/document/artefacts.ts'
import { cardsOf, outlineOf } from '#shared/document/outline.ts'
import { isHeldFrom } from '#client/artefacts/locks.ts'
import { KindIcon } from '#client/kinds/KindIcon.tsx'
import { shortName, useKindTexts } from '#client/kinds/kind-texts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Button } from '#client/ui/Button.tsx'
import { Dialog } from '#client/ui/Dialog.tsx'
import { named } from '#client/ui/named.ts'
import { Select } from '#client/ui/Select.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import styles from './BringDialog.module.css'
import { hasOwnName, placesOf, type Place } from './rows.ts'
import { toldApart } from './told-apart.ts'

interface BringDialogProps {
  session: RoomSession
  /** The page in front, to which the cards come. */
  pageId: string
  onBring: (shapeIds: readonly string[], parentId: string) => void
  onClose: () => void
}

/** A tray of what lies on the other pages: chosen here, put onto the page in front, e.g. quotes onto the matrix. */
export function BringDialog({ session, pageId, onBring, onClose }: BringDialogProps) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [target, setTarget] = useState(pageId)
  const { pages, targets } = useMemo(
    () => trayOf(session, pageId, t('list.unnamedPage')),
    [session, pageId, t],
  )
  const words = foldedWords(query)
  const shown = pages
    .map(({ cards, ...page }) => ({
      ...page,
      cards: cards.filter(({ searched }) => words.every((word) => holds(searched, word))),
    }))
    .filter(({ cards }) => cards.length > 0)
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  const bring = () => {
    if (chosen.size === 0) return
    onClose()
    onBring([...chosen], target)
  }
  const nameOfTarget = ({ id, name, holder }: Place) => {
    if (id === pageId) return t('list.bring.home')
    if (holder) return `${texts.label(holder.kind)}: ${shortName(texts.nameOf(holder))}`
    return name || t('list.unnamedFrame')
  }
  const targetNames = toldApart(targets.map(nameOfTarget))
  const labelOfTarget = (place: Place, n: number) =>
    place.id !== pageId && hasOwnName(place) ? named(targetNames[n]!, session.language) : targetNames[n]!
  return (
    <Dialog
      open
      title={t('list.bring.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" aria-disabled={chosen.size === 0} onClick={bring}>
            {t('list.bring.run', { count: chosen.size })}
          </Button>
        </>
      }
    >
      <TextField
        label={t('list.bring.search')}
        type="search"
        autoComplete="off"
        value={query}
        onChange={setQuery}
      />
      <div className={styles.tray}>
        {shown.map(({ id, name, isNamed, cards }) => (
          <fieldset key={id} className={styles.page}>
            <legend lang={isNamed ? session.language : undefined}>{name}</legend>
            {cards.map(({ shapeId, artefact }) => (
              <label key={shapeId} className={styles.card}>
                <input type="checkbox" checked={chosen.has(shapeId)} onChange={() => toggle(shapeId)} />
                <KindIcon kind={artefact.kind} />
                <span lang={session.language}>{shortName(texts.nameOf(artefact), 140)}</span>
              </label>
            ))}
          </fieldset>
        ))}
        {shown.length === 0 ? (
          <p role="status">{t(query.trim() ? 'list.bring.nothing' : 'list.bring.empty')}</p>
        ) : null}
      </div>
      <Select
        label={t('list.bring.target')}
        value={target}
        onChange={setTarget}
        options={targets.map((place, n) => ({ value: place.id, label: labelOfTarget(place, n) }))}
      />
    </Dialog>
  )
}

/** As it is when the tray is opened; what lies on a cluster or matrix stays with it, and what is locked where it is. */
function trayOf(session: RoomSession, pageId: string, unnamed: string) {
  const { roots } = session
  const outline = outlineOf(roots)
  const here = outline.filter(({ id }) => id === pageId)
  const others = outline.filter(({ id }) => id !== pageId)
  const names = toldApart(others.map(({ name }) => name || unnamed))
  const pages = others.map((page, n) => ({
    id: page.id,
    name: names[n]!,
    isNamed: page.name !== '',
    cards: cardsOf(page)
      .filter(({ shapeId }) => !isHeldFrom(session, shapeId))
      .map(({ shapeId, artefact }) => ({
        shapeId,
        artefact,
        searched: folded([...textsOf(artefact), ...artefact.tags, page.name].join(' ')),
      })),
  }))
  return { pages, targets: placesOf({ pages: here }).filter(({ id }) => !isHeldFrom(session, id)) }
}
