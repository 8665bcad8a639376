import { useId, type HTMLAttributes, type KeyboardEvent } from 'react'
import { ArrowDown, ArrowUp, GripVertical, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Item } from '#shared/kinds/field.ts'
import { IconButton } from '#client/ui/IconButton.tsx'
import { Select } from '#client/ui/Select.tsx'
import { useKindTexts } from '../../kinds/kind-texts.ts'
import { ValueEditor } from '../ValueEditor.tsx'
import { moveCardItemTo, setCardItemField, type ItemsPlace } from './item-actions.ts'
import styles from './items.module.css'

interface ItemRowProps {
  place: ItemsPlace
  item: Item
  /** "Schritt 2" */
  name: string
  mayWrite: boolean
  /** What makes the handle draggable. */
  handle: HTMLAttributes<HTMLElement>
  onMove: (by: number) => void
  onRemove: () => void
}

/** One item: its number, its fields, and what can be done with it. */
export function ItemRow({ place, item, name, mayWrite, handle, onMove, onRemove }: ItemRowProps) {
  const { t } = useTranslation()
  const id = useId()
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    // In a select Alt and an arrow open the list.
    const isSelect = event.target instanceof HTMLSelectElement
    if (!event.altKey || by === 0 || !mayWrite || isSelect || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    onMove(by)
  }
  return (
    <li className={styles.item}>
      <div
        className={styles.record}
        data-item={item.id}
        role="group"
        aria-labelledby={id}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        <div className={styles.head}>
          {mayWrite ? (
            <span className={styles.handle} title={t('artefacts.items.drag', { name })} {...handle}>
              <GripVertical aria-hidden="true" />
            </span>
          ) : null}
          <span className={styles.name} id={id}>
            {name}
          </span>
          {mayWrite ? (
            <>
              <IconButton
                label={t('artefacts.items.up', { name })}
                icon={<ArrowUp aria-hidden="true" />}
                onClick={() => onMove(-1)}
              />
              <IconButton
                label={t('artefacts.items.down', { name })}
                icon={<ArrowDown aria-hidden="true" />}
                onClick={() => onMove(1)}
              />
              <IconButton
                label={t('artefacts.items.remove', { name })}
                icon={<Trash2 aria-hidden="true" />}
                onClick={onRemove}
              />
            </>
          ) : null}
        </div>
        <ItemFields {...{ place, item, name }} />
        <CellField {...{ place, item, mayWrite }} />
      </div>
    </li>
  )
}

function ItemFields({ place, item, name }: Pick<ItemRowProps, 'place' | 'item' | 'name'>) {
  const { session, artefact, field, spec } = place
  const texts = useKindTexts()
  return Object.entries(spec.fields).map(([inner, innerSpec]) => (
    <ValueEditor
      key={inner}
      {...{ session }}
      place={{ artefactId: artefact.id, field, item: { id: item.id, field: inner } }}
      spec={innerSpec}
      value={item.fields[inner] ?? null}
      texts={texts.itemFieldWords(artefact.kind, field, inner)}
      of={`${texts.nameOf(artefact)}, ${name}`}
      onChange={(value) => setCardItemField(place, item.id, inner, value)}
    />
  ))
}

/** In which cell it lies, where a field has cells. */
function CellField({ place, item, mayWrite }: Pick<ItemRowProps, 'place' | 'item' | 'mayWrite'>) {
  const { artefact, field, spec } = place
  const { t } = useTranslation()
  const texts = useKindTexts()
  if (spec.places === undefined || spec.places === 'free') return null
  const cells = spec.places.map((cell) => ({ value: cell, label: texts.cell(artefact.kind, field, cell) }))
  return (
    <Select
      label={t('artefacts.items.cell')}
      value={item.cell ?? ''}
      disabled={!mayWrite}
      options={[{ value: '', label: t('artefacts.items.noCell') }, ...cells]}
      onChange={(cell) => moveCardItemTo(place, item.id, cell === '' ? null : cell)}
    />
  )
}
