import { LayoutDashboard, ListTree } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { classes } from '#client/ui/classes.ts'
import { showFace } from '#client/ui-state/room-view.ts'
import { useRoom, useView } from '#client/room-context/room-context.ts'
import styles from './FaceSwitch.module.css'

const faces = [
  { id: 'board', Icon: LayoutDashboard },
  { id: 'list', Icon: ListTree },
] as const

/** Tafel | Liste: the same cards, drawn or as an outline. */
export function FaceSwitch() {
  const { t } = useTranslation()
  const { view } = useRoom()
  const face = useView((state) => state.face)
  return (
    <div className={styles.switch} role="group" aria-label={t('room.faces.label')}>
      {faces.map(({ id, Icon }) => (
        <button
          key={id}
          type="button"
          className={classes(styles.face, face === id && styles.chosen)}
          aria-pressed={face === id}
          onClick={() => showFace(view, id)}
        >
          <Icon aria-hidden="true" />
          {t(`room.faces.${id}`)}
        </button>
      ))}
    </div>
  )
}
