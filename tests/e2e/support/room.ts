import { expect, type Locator, type Page } from '@playwright/test'
import type { ArtefactKind } from '#shared/kinds/index.ts'
import { text, textLike } from './texts.ts'

/** Opening a room loads the most; a machine with other things to do takes its time. */
export const TO_OPEN_MS = 30_000

/** A room as one person has it in front of them. Everything is found by what it is called on the screen. */
export class Room {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Waits until the document is there and everything of this person's is on disk. */
  async saved(): Promise<void> {
    await expect(this.page.locator('[data-saved-state]')).toHaveAttribute(
      'data-saved-state',
      /^(saved|upToDate)$/,
      { timeout: TO_OPEN_MS },
    )
  }

  async offline(): Promise<void> {
    await expect(this.page.locator('[data-saved-state]')).toHaveAttribute('data-saved-state', 'offline')
  }

  /** Chooses board or list; on a phone also the form for one card. */
  async show(face: 'board' | 'list' | 'write'): Promise<void> {
    const faces = this.page.getByRole('group', { name: text('room.faces.label') })
    const tabs = this.page.getByRole('navigation', { name: text('room.faces.label') })
    await faces
      .or(tabs)
      .getByRole('button', { name: text(`room.faces.${face}`), exact: true })
      .click()
  }

  /** Goes to a page for oneself, by the rail of phases. */
  async browseTo(name: string): Promise<void> {
    const rail = this.page.getByRole('navigation', { name: text('room.phases.label') })
    // With a panel open, a window of 1440 pixels has no room for the pages' names
    const unfold = rail.getByRole('button', { name: text('room.phases.expand') })
    if (await unfold.isVisible()) await unfold.click()
    await rail.getByRole('button', { name }).click()
    await this.onPage(name)
  }

  /** The same on a phone, where the page's name opens the list of all pages. */
  async browseOnPhone(name: string): Promise<void> {
    await this.page.getByRole('heading', { level: 2 }).getByRole('button').click()
    await this.page.getByRole('menuitem', { name }).click()
    await this.onPage(name)
  }

  async onPage(name: string): Promise<void> {
    await expect(this.page.getByRole('region', { name, exact: true })).toBeVisible()
  }

  async people(count: number): Promise<void> {
    await expect(this.page.getByRole('button', { name: text('room.people.button', { count }) })).toBeVisible()
  }

  /** A card's line in the list. */
  line(content: string): Locator {
    return this.page.getByRole('treegrid').getByRole('row').filter({ hasText: content })
  }

  /** A page's or frame's line in the list. */
  section(name: string): Locator {
    return this.page.getByRole('treegrid').getByRole('row').filter({ hasText: name })
  }

  /** A card on the board. */
  card(content: string): Locator {
    const cards = this.page.locator('.tl-shape[data-shape-type="card"]')
    const drawn = cards.filter({ hasText: acrossLines(content) })
    return drawn.or(cards.filter({ has: this.page.getByRole('article', { name: content }) }))
  }

  /** The side panel with a card of this kind open. */
  panel(kind: ArtefactKind): Locator {
    return this.page.getByRole('region', { name: text(`kinds.${kind}.label`), exact: true })
  }

  /** A field of the card in the side panel. */
  field(kind: ArtefactKind, field: string): Locator {
    return this.panel(kind).getByLabel(text(`kinds.${kind}.fields.${field}.label`), { exact: true })
  }

  dock(name: string): Locator {
    return this.page
      .getByRole('region', { name: text('facilitation.dock.label') })
      .getByRole('button', { name })
  }

  /** What a moderator needs seldom waits in the dock's menu. */
  async dockMenu(name: string): Promise<void> {
    await this.dock(text('facilitation.dock.more')).click()
    await this.page.getByRole('menuitem', { name, exact: true }).click()
  }

  timer(): Locator {
    return this.page.getByRole('timer')
  }

  async locked(): Promise<void> {
    await expect(this.page.getByText(textLike('room.notice.locked')).first()).toBeVisible()
  }

  /** A frame on the board. */
  frame(name: string): Locator {
    return this.page.locator('.tl-shape[data-shape-type="frame"]').filter({ hasText: name })
  }

  /** Creates a card by the list and writes its headline; it lies on the page in front. */
  async createInList(kind: ArtefactKind, headline: string): Promise<void> {
    await this.show('list')
    await this.kindsOfCards().click()
    await this.page.getByRole('menuitem', { name: text(`kinds.${kind}.label`), exact: true }).click()
    await expect(this.page.getByRole('treegrid').getByRole('textbox')).toBeFocused()
    await this.page.keyboard.type(headline)
    await this.page.keyboard.press('Enter')
    await expect(this.line(headline)).toBeVisible()
  }

  /** The list's button for cards of every kind; on a phone it is the only one for new cards. */
  kindsOfCards(): Locator {
    const named = (key: string) => this.page.getByRole('button', { name: text(key), exact: true })
    return named('list.otherCard').or(named('list.newCard'))
  }

  async writeNote(words: string): Promise<void> {
    await this.createInList('note', words)
  }
}

/** The words however they are broken: a card draws line by line, and no space stands where a line ends. */
function acrossLines(content: string): RegExp {
  const words = content.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(words.join('\\s*'))
}
