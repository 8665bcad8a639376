/** The buttons of a page's row that keep the focus when the row becomes another element. */
export type RowButton = 'up' | 'down' | 'menu'

const selectors: Record<RowButton, string> = {
  up: '[data-action="up"]',
  down: '[data-action="down"]',
  menu: '[aria-haspopup="menu"]',
}

export function focusIn(row: Element | null | undefined, button: RowButton): void {
  row?.querySelector<HTMLElement>(selectors[button])?.focus()
}
