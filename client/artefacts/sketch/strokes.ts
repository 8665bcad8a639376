/** A line that was drawn in one go, in the paper's pixels. */
export interface Stroke {
  ink: SketchInk
  width: number
  points: readonly { x: number; y: number }[]
}

export const PAPER = { width: 1_200, height: 800 } as const

export const sketchInks = ['dark', 'petrol', 'red', 'white'] as const
export type SketchInk = (typeof sketchInks)[number]

const inks: Record<SketchInk, string> = {
  dark: '#1e2120',
  petrol: '#0a5c66',
  red: '#a12d5d',
  white: '#ffffff',
}

export const inkOf = (ink: SketchInk): string => inks[ink]

/** Draws all of it anew: white paper, what lay there before, then line by line. */
export function paint(
  canvas: HTMLCanvasElement,
  ground: HTMLImageElement | null,
  strokes: readonly Stroke[],
): void {
  const context = canvas.getContext('2d')
  if (!context) return
  const { width, height } = canvas
  context.fillStyle = inks.white
  context.fillRect(0, 0, width, height)
  if (ground) {
    const scale = Math.min(width / ground.naturalWidth, height / ground.naturalHeight)
    const [w, h] = [ground.naturalWidth * scale, ground.naturalHeight * scale]
    context.drawImage(ground, (width - w) / 2, (height - h) / 2, w, h)
  }
  context.lineCap = 'round'
  context.lineJoin = 'round'
  for (const stroke of strokes) {
    context.strokeStyle = inks[stroke.ink]
    context.lineWidth = stroke.ink === 'white' ? stroke.width * 4 : stroke.width
    context.beginPath()
    const [first, ...rest] = stroke.points
    if (!first) continue
    context.moveTo(first.x, first.y)
    // A press without a way is a dot
    for (const { x, y } of rest.length > 0 ? rest : [{ x: first.x + 0.1, y: first.y }]) context.lineTo(x, y)
    context.stroke()
  }
}
