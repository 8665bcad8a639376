import styles from './Spinner.module.css'

/** Something is on its way; says what. */
export function Spinner({ label }: { label: string }) {
  return (
    <span className={styles.spinner} role="status">
      <SpinnerMark />
      <span>{label}</span>
    </span>
  )
}

export function SpinnerMark() {
  return <span className={styles.mark} aria-hidden="true" />
}
