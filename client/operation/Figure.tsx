import type { ReactNode } from 'react'
import styles from './OperationPage.module.css'
import { Sparkline } from './Sparkline.tsx'

interface FigureProps {
  label: string
  value: string
  /** What the value does not say by itself, e.g. the second figure of a pair. */
  note?: ReactNode
  trend?: readonly (number | null)[]
}

/** One number, large, with its name and how it came along. Belongs into a `FigureGroup`. */
export function Figure({ label, value, note, trend }: FigureProps) {
  return (
    <div className={styles.figure}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{value}</dd>
      {trend ? (
        <dd className={styles.trend}>
          <Sparkline values={trend} />
        </dd>
      ) : null}
      {note ? <dd className={styles.note}>{note}</dd> : null}
    </div>
  )
}

export function FigureGroup({ title, id, children }: { title: string; id: string; children: ReactNode }) {
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <dl className={styles.figures}>{children}</dl>
    </section>
  )
}
