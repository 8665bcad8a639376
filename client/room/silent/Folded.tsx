import { useState, type ReactNode } from 'react'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#client/ui/Button.tsx'
import styles from './SilentDesk.module.css'

/**
 * On a phone: one line above what there is to do now, and all of it for whoever unfolds it. Both stay, so that nobody's
 * words or choices go when they look at the other, or when the last card is gone.
 */
export function Folded({ count, left, children }: { count: number; left: ReactNode; children: ReactNode }) {
  const { t } = useTranslation()
  const [isUnfolded, setUnfolded] = useState(false)
  const showsLeft = isUnfolded && left !== null
  return (
    <div className={styles.folded}>
      {left === null ? null : (
        <Button
          variant="quiet"
          icon={isUnfolded ? <ChevronDown aria-hidden="true" /> : <ChevronRight aria-hidden="true" />}
          aria-expanded={isUnfolded}
          onClick={() => setUnfolded(!isUnfolded)}
        >
          {t('facilitation.silent.left', { count })}
        </Button>
      )}
      <div className={styles.instead} hidden={!showsLeft}>
        {left}
      </div>
      <div className={styles.instead} hidden={showsLeft}>
        {children}
      </div>
    </div>
  )
}
