import { useCallback, useId, useMemo, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldsOn, type Field } from '#shared/document/fields.ts'
import { isHeldFrom, useLocked } from './locks.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { classes } from '#client/ui/classes.ts'
import styles from './QuickWrite.module.css'

/** The fields of a page that this person may lay something in, followed as they come and go. */
export function usePageFields(session: RoomSession, pageId: string): readonly Field[] {
  const { board } = session.roots
  useLocked(session)
  const subscribe = useCallback(
    (wake: () => void) => {
      // Fields come and go as whole records; cards that are moved concern nobody here.
      board.observe(wake)
      return () => board.unobserve(wake)
    },
    [board],
  )
  const read = () => JSON.stringify(fieldsOn(board, pageId).filter(({ id }) => !isHeldFrom(session, id)))
  const stored = useSyncExternalStore(subscribe, read)
  return useMemo(() => JSON.parse(stored) as Field[], [stored])
}

interface FieldTilesProps {
  fields: readonly Field[]
  chosen: string
  onChoose: (fieldId: string) => void
}

/** Where the card goes, one tile for each field of the page. */
export function FieldTiles({ fields, chosen, onChoose }: FieldTilesProps) {
  const { t } = useTranslation()
  const name = useId()
  return (
    <fieldset className={styles.tiles}>
      <legend className={styles.tilesTitle}>{t('artefacts.quick.field')}</legend>
      {fields.map((field) => (
        <label key={field.id} className={classes(styles.tile, field.id === chosen && styles.tileChosen)}>
          <input type="radio" name={name} checked={field.id === chosen} onChange={() => onChoose(field.id)} />
          {field.name}
        </label>
      ))}
    </fieldset>
  )
}
