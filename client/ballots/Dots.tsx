import styles from './ballots.module.css'

/** More than these are said in figures. */
const MOST_DRAWN = 10

/** Dots as they lie in a row; the words beside them say the same. */
export function Dots({ filled, of }: { filled: number; of: number }) {
  if (of > MOST_DRAWN) return <span className={styles.figure}>{filled === of ? of : `${filled}/${of}`}</span>
  return (
    <span className={styles.dots} aria-hidden="true">
      {Array.from({ length: of }, (_, n) => (
        <span key={n} className={n < filled ? styles.dot : styles.empty} />
      ))}
    </span>
  )
}
