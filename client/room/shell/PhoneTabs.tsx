import { CircleDot, LayoutDashboard, ListTree, PencilLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { classes } from '#client/ui/classes.ts'
import { showFace } from '#client/ui-state/room-view.ts'
import styles from './PhoneTabs.module.css'
import { useVotingHere } from '../votes/VotingFace.tsx'
import { useRoom, useView } from '#client/room-context/room-context.ts'

const faces = [
  { id: 'write', Icon: PencilLine },
  { id: 'list', Icon: ListTree },
  { id: 'board', Icon: LayoutDashboard },
] as const

/** On a phone one thing at a time: write, read, look at the board. */
export function PhoneTabs() {
  const { t } = useTranslation()
  const { view } = useRoom()
  const face = useView((state) => state.face)
  const votes = useVotingHere() !== null
  return (
    <nav data-region="faces" className={styles.tabs} aria-label={t('room.faces.label')}>
      {faces.map(({ id, Icon }) => (
        <button
          key={id}
          type="button"
          className={classes(styles.tab, face === id && styles.chosen)}
          aria-current={face === id ? 'page' : undefined}
          onClick={() => {
            showFace(view, id)
            view.setState({ panel: null })
          }}
        >
          {votes && id === 'write' ? <CircleDot aria-hidden="true" /> : <Icon aria-hidden="true" />}
          {votes && id === 'write' ? t('room.faces.vote') : t(`room.faces.${id}`)}
        </button>
      ))}
    </nav>
  )
}
