import type { ReactNode } from 'react'
import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import styles from './Banner.module.css'
import { classes } from './classes.ts'

interface BannerProps {
  tone: 'info' | 'attention' | 'danger'
  children: ReactNode
  action?: ReactNode
}

const icons = { info: Info, attention: TriangleAlert, danger: CircleAlert }

/** A sentence that stays until its reason is gone: what happened, what is safe, what to do. */
export function Banner({ tone, children, action }: BannerProps) {
  const Icon = icons[tone]
  return (
    <div className={classes(styles.banner, styles[tone])} role={tone === 'danger' ? 'alert' : 'status'}>
      <span className={styles.icon}>
        <Icon aria-hidden="true" />
      </span>
      <div className={styles.text}>{children}</div>
      {action}
    </div>
  )
}
