import type { Page } from '@playwright/test'

/**
 * Resolves with the time (milliseconds since the Unix epoch) of the frame in which so many cards had come and everything
 * of them that is in sight was drawn: on the board those that are not scrolled away, in the list the lines that fill it.
 * Is begun before what it waits for.
 */
export function painted(page: Page, cards: { onBoard: number; inOneField: number }): Promise<number> {
  return page.evaluate(({ onBoard, inOneField }) => {
    const isInSight = (element: Element) => element.checkVisibility()
    const lieOnBoard = () => {
      const shapes = [...document.querySelectorAll('.tl-shape[data-shape-type="card"]')]
      if (shapes.length < onBoard) return false
      return shapes.filter(isInSight).every((shape) => shape.querySelector('svg, article') !== null)
    }
    const standInList = () =>
      [...document.querySelectorAll('[role=treegrid] [data-row]')].some(
        (line) => Number(line.getAttribute('aria-setsize')) >= inOneField && isInSight(line),
      )
    return new Promise<number>((resolve) => {
      const look = () => {
        // What this frame holds has been painted when the next one begins
        if (lieOnBoard() || standInList()) requestAnimationFrame(() => resolve(Date.now()))
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
  }, cards)
}
