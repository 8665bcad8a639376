/** The parts of a room in the order in which F6 goes through them; several may be missing. */
const REGIONS = [
  'header',
  'section[data-region=step]',
  'nav[data-region=pages]',
  'main',
  'aside',
  'section[data-region=dock]',
  'nav[data-region=faces]',
]

const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]'

/**
 * Puts the focus into the next part of the room (by = 1) or the one before (by = -1), whatever has it now: also out of
 * the canvas, where Tab goes from card to card. False when there is nowhere to go.
 */
export function goThroughRegions(by: 1 | -1, root: ParentNode = document): boolean {
  const regions = REGIONS.flatMap((region) => [...root.querySelectorAll<HTMLElement>(region)]).filter(isShown)
  if (regions.length === 0) return false
  const now = regions.findIndex((region) => region.contains(document.activeElement))
  const start = now === -1 && by === -1 ? 0 : now
  for (let step = 1; step <= regions.length; step++) {
    const region = regions[(start + by * step + regions.length * step) % regions.length]!
    if (enter(region)) return true
  }
  return false
}

/** The canvas and the list take the focus where they left it; elsewhere the first thing that can have it does. */
function enter(region: HTMLElement): boolean {
  const content = region.querySelector<HTMLElement>('.tl-container, [role=treegrid] [tabindex="0"]')
  const target = content ?? [...region.querySelectorAll<HTMLElement>(FOCUSABLE)].find(isShown)
  target?.focus()
  return target !== undefined && document.activeElement === target
}

const isShown = (element: HTMLElement) => element.getClientRects().length > 0
