import { FileInput, Plus, Redo2, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { importedKinds, isKind, kindNames, writableKinds, type ArtefactKind } from '#shared/kinds/index.ts'
import { KindIcon } from '#client/kinds/KindIcon.tsx'
import { useKindTexts } from '#client/kinds/kind-texts.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { IconButton } from '#client/ui/IconButton.tsx'
import { Menu, type MenuItem } from '#client/ui/Menu.tsx'
import { Select } from '#client/ui/Select.tsx'
import { TextField } from '#client/ui/TextField.tsx'
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
  /** Where a new card would go. */
  placeName: string
  onFilter: (filter: Filter) => void
  onCreate: (kind: ArtefactKind) => void
}

/** Create, undo, find. */
export function ListToolbar(props: ListToolbarProps) {
  const { session, filter, actions, mayWrite, newCardElsewhere, placeName, onFilter, onCreate } = props
  const { t } = useTranslation()
  const texts = useKindTexts()
  const { canUndo, canRedo } = useStore(session.history.state)
  const items: MenuItem[] = writableKinds.map((kind) => ({
    id: kind,
    label: texts.label(kind),
    icon: <KindIcon kind={kind} />,
    onSelect: () => onCreate(kind),
  }))
  const imports: MenuItem[] = importedKinds.map((kind) => ({
    id: kind,
    label: t('artefacts.importing.open'),
    icon: <FileInput aria-hidden="true" />,
    onSelect: () => onCreate(kind),
  }))

  return (
    <div className={styles.toolbar} role="group" aria-label={t('list.toolbar')}>
      {mayWrite ? (
        <div className={styles.create}>
          <Menu
            variant={newCardElsewhere ? 'secondary' : 'primary'}
            label={newCardElsewhere ? t('list.otherCard') : t('list.newCard')}
            icon={<Plus aria-hidden="true" />}
            items={[...items, ...imports]}
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
          <span className={styles.where}>{t('list.newCardsGo', { place: placeName })}</span>
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
            ...kindNames.map((kind) => ({ value: kind, label: texts.plural(kind) })),
          ]}
        />
      </div>
    </div>
  )
}
