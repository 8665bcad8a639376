import styles from './Sparkline.module.css'

const width = 100
const height = 28
/** Room for the stroke, so that the highest point is not cut. */
const edge = 2

/**
 * A small trend line over values in even steps, from zero to the highest; null interrupts it. It only decorates: the
 * text beside it says the same.
 */
export function Sparkline({ values }: { values: readonly (number | null)[] }) {
  const known = values.filter((value): value is number => value !== null && Number.isFinite(value))
  if (known.length < 2) return <span className={styles.line} aria-hidden="true" />
  return (
    <svg
      className={styles.line}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={pathOf(values, Math.max(...known))} />
    </svg>
  )
}

function pathOf(values: readonly (number | null)[], highest: number): string {
  let pen = 'M'
  return values
    .map((value, at) => {
      if (value === null) {
        pen = 'M'
        return ''
      }
      const x = (at / (values.length - 1)) * width
      const share = highest > 0 ? Math.min(value, highest) / highest : 0
      const point = `${pen}${x.toFixed(1)} ${(height - edge - share * (height - 2 * edge)).toFixed(1)}`
      pen = 'L'
      return point
    })
    .join('')
}
