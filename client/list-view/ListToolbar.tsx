import { FileSpreadsheet, Inbox, Plus, Redo2, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { menuPlaceOf } from '#shared/document/fields.ts'
import { isKind, kindNames, offeredKinds, type ArtefactKind } from '#shared/kinds/index.ts'
import { kindMenu } from '#shared/kinds/menu.ts'
import { useKindEntries } from '#client/kinds/kind-menu.tsx'
import { useKindTexts } from '#client/kinds/kind-texts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { IconButton } from '#client/ui/IconButton.tsx'
import { Menu } from '#client/ui/Menu.tsx'
import { Select } from '#client/ui/Select.tsx'
import { TextField } from '#client/ui/TextField.tsx'
import { Said } from '#client/ui/Said.tsx'
import styles from './ListView.module.css'
import type { Filter } from './rows.ts'
import type { ListActions } from './use-list-actions.ts'

interface ListToolbarProps {
  session: RoomSession
  filter: Filter
  actions: ListActions
  mayWrite: boolean
  /** A button for the page's own kind of card stands elsewhere; this one is for all the others. */
  newCardElsewhere: boolean
  /** Page and name of where a new card would go. */
  pageId: string
  placeName: string
  /** Kinds that the room has cards of. */
  kindsThere: ReadonlySet<ArtefactKind>
  onFilter: (filter: Filter) => void
  onCreate: (kind: ArtefactKind) => void
  /** Brings cards of other pages onto this one. */
  onBring: () => void
  /** Compares a table that was taken along with the cards. */
  onReturn: () => void
}

/** Create, undo, find. */
export function ListToolbar(props: ListToolbarProps) {
  const { session, filter, actions, mayWrite, newCardElsewhere, onFilter, onCreate, onBring, onReturn } =
    props
  const { pageId, placeName, kindsThere } = props
  const { t } = useTranslation()
  const texts = useKindTexts()
  const entriesOf = useKindEntries()
  const { canUndo, canRedo } = useStore(session.history.state)
  const items = entriesOf(kindMenu(menuPlaceOf(session.roots.board, pageId), offeredKinds), onCreate)

  return (
    <div className={styles.toolbar} role="group" aria-label={t('list.toolbar')}>
      {mayWrite ? (
        <div className={styles.create}>
          <Menu
            variant={newCardElsewhere ? 'secondary' : 'primary'}
            label={newCardElsewhere ? t('list.otherCard') : t('list.newCard')}
            icon={<Plus aria-hidden="true" />}
            items={items}
          />
          <IconButton
            label={t('list.undo')}
            icon={<Undo2 aria-hidden="true" />}
            aria-disabled={!canUndo}
            onClick={actions.undo}
          />
          <IconButton
            label={t('list.redo')}
            icon={<Redo2 aria-hidden="true" />}
            aria-disabled={!canRedo}
            onClick={actions.redo}
          />
          <IconButton label={t('list.bring.title')} icon={<Inbox aria-hidden="true" />} onClick={onBring} />
          <IconButton
            label={t('list.returned.title')}
            icon={<FileSpreadsheet aria-hidden="true" />}
            onClick={onReturn}
          />
          <span className={styles.where}>
            <Said>{t('list.newCardsGo', { place: placeName })}</Said>
          </span>
        </div>
      ) : null}
      <div className={styles.filter}>
        <TextField
          label={t('list.filter')}
          type="search"
          autoComplete="off"
          value={filter.query}
          onChange={(query) => onFilter({ ...filter, query })}
        />
        <Select
          label={t('list.filterKind')}
          value={filter.kind}
          onChange={(kind) => onFilter({ ...filter, kind: isKind(kind) ? kind : 'all' })}
          options={[
            { value: 'all', label: t('list.allKinds') },
            ...kindNames
              .filter((kind) => kindsThere.has(kind))
              .map((kind) => ({ value: kind, label: texts.plural(kind) })),
          ]}
        />
      </div>
    </div>
  )
}
