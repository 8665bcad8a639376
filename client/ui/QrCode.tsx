import { encode } from 'uqr'
import { classes } from './classes.ts'
import styles from './QrCode.module.css'

/** Light border in modules that readers need (ISO/IEC 18004). */
const quietZone = 4

interface QrCodeProps {
  text: string
  label: string
  /** As wide as its place, to be scanned from afar. */
  large?: boolean
}

/** A QR code as inline SVG: always dark on light, because many readers cannot do it the other way round. */
export function QrCode({ text, label, large = false }: QrCodeProps) {
  const { size, path } = modulesOf(text)
  return (
    <svg
      className={classes(styles.code, large && styles.large)}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

/** The same code as a file. */
export function qrSvg(text: string): string {
  const { size, path } = modulesOf(text)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`
  )
}

function modulesOf(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: quietZone })
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { size, path: squares.join('') }
}
