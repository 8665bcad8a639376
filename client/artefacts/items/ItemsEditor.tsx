import { useId, useLayoutEffect, useMemo, useRef } from 'react'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Item } from '#shared/kinds/field.ts'
import { announce } from '#client/ui/announcements.ts'
import { Button } from '#client/ui/Button.tsx'
import { toasts } from '#client/ui/toasts.ts'
import { useRankDrag } from '#client/ui/use-rank-drag.ts'
import { useKindTexts } from '../../kinds/kind-texts.ts'
import { useMayWrite } from '../use-artefact.ts'
import { addCardItem, moveCardItem, removeCardItem, type ItemsPlace } from './item-actions.ts'
import { ItemRow } from './ItemRow.tsx'
import styles from './items.module.css'
import { itemAttribute, useItemFocus } from './use-item-focus.ts'
import { useLostText } from './use-lost-text.ts'

/** An ordered list of small records inside a card: steps, pictures with words, rows. */
export function ItemsEditor(place: ItemsPlace) {
  const { session, artefact, field, spec } = place
  const { t } = useTranslation()
  const texts = useKindTexts()
  const mayWrite = useMayWrite(session)
  const id = useId()
  const list = useRef<HTMLOListElement>(null)
  const addButton = useRef<HTMLButtonElement>(null)
  const removedHere = useRef<string | null>(null)
  const items = itemsIn(artefact.fields[field])
  const travelledNow = () => session.history.state.getState().travelled
  const before = useRef({ items, travelled: travelledNow() })
  const key = items.map((item) => item.id).join(' ')
  const ids = useMemo(() => (key === '' ? [] : key.split(' ')), [key])
  const { label, hint } = texts.fieldWords(artefact.kind, field)
  const item = texts.item(artefact.kind, field)
  const nameOf = (index: number) => t('artefacts.items.name', { item, n: index + 1 })

  const focus = useItemFocus(list, ids, {
    whenEmpty: addButton,
    onGone: (gone) => {
      const item = before.current.items.find(({ id: one }) => one === gone)
      const isOwnDoing = gone === removedHere.current || before.current.travelled !== travelledNow()
      if (!item || isOwnDoing) return
      toasts.show({
        text: t('artefacts.items.said.removedByOther'),
        tone: 'attention',
        ...(mayWrite && { action: { label: t('artefacts.items.putBack'), run: lost.keep(item) } }),
      })
    },
  })
  const lost = useLostText(place, focus.awaitItem)
  useLayoutEffect(() => void (before.current = { items, travelled: travelledNow() }))
  const move = (moved: string, by: number) => {
    if (by === 0) return
    const rank = moveCardItem(place, moved, by)
    if (rank === null) announce(t(by < 0 ? 'artefacts.items.said.first' : 'artefacts.items.said.last'))
    else announce(t('artefacts.items.said.rank', { rank: rank + 1, count: items.length }))
  }
  const drag = useRankDrag(itemAttribute, ids, move)
  const add = () => {
    const added = addCardItem(place)
    if (added === null) return
    focus.awaitItem({ id: added })
    announce(t('artefacts.items.said.added', { name: nameOf(items.length) }))
  }
  const remove = (removed: Item, index: number) => {
    removedHere.current = removed.id
    const putBack = removeCardItem(place, removed)
    const text = t('artefacts.items.said.removed', { name: nameOf(index) })
    toasts.show({ text, action: { label: t('common.undo'), run: putBack } })
  }

  return (
    <div
      className={styles.items}
      role="group"
      aria-labelledby={id}
      aria-describedby={`${id}-hint`}
      {...(mayWrite && lost.handlers)}
    >
      <span className={styles.label} id={id}>
        {label}
      </span>
      <span className={styles.hint} id={`${id}-hint`}>
        {hint}
        {mayWrite && items.length > 1 ? (
          <span className={styles.keys}> {t('artefacts.items.keys')}</span>
        ) : null}
      </span>
      {items.length === 0 ? <span className={styles.hint}>{t('artefacts.items.empty')}</span> : null}
      <ol
        ref={list}
        className={styles.list}
        onFocus={focus.onFocus}
        onBlur={focus.onBlur}
        {...(mayWrite && drag.list)}
      >
        {items.map((one, index) => (
          <ItemRow
            key={one.id}
            {...{ place, mayWrite }}
            item={one}
            name={nameOf(index)}
            handle={drag.handle(one.id)}
            onMove={(by) => move(one.id, by)}
            onRemove={() => remove(one, index)}
          />
        ))}
      </ol>
      {mayWrite && items.length < spec.max ? (
        <Button ref={addButton} icon={<Plus aria-hidden="true" />} onClick={add}>
          {t('artefacts.items.add', { item })}
        </Button>
      ) : null}
      {mayWrite && items.length >= spec.max ? (
        <span className={styles.hint}>{t('artefacts.items.full', { max: spec.max })}</span>
      ) : null}
    </div>
  )
}

const itemsIn = (value: unknown): readonly Item[] => (Array.isArray(value) ? (value as Item[]) : [])
