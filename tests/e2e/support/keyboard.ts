import { expect, type Locator, type Page } from '@playwright/test'

/** More presses than the longest way through any view. */
const MANY = 150

/** Somebody without a mouse: whatever they want, they go there by Tab and arrows and press a key. */
export class Keyboard {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Goes on by Tab until this has the focus; fails where the focus is lost on the way, or never comes there. */
  async tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await expect(target).toBeVisible()
    for (let presses = 0; presses < MANY; presses++) {
      if (await hasFocus(target)) return
      await this.page.keyboard.press(key)
    }
    throw new Error(`the keyboard never comes to ${target}`)
  }

  async press(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await this.tabTo(target, key)
    await this.page.keyboard.press('Enter')
  }

  async write(target: Locator, words: string): Promise<void> {
    await this.tabTo(target)
    await this.page.keyboard.press('Control+a')
    await this.page.keyboard.type(words)
  }

  /** Chooses an entry of a menu that is open, by arrow keys. */
  async choose(name: string): Promise<void> {
    const entry = this.page.getByRole('menuitem', { name, exact: true })
    await expect(entry).toBeVisible()
    for (let presses = 0; presses < MANY; presses++) {
      if (await hasFocus(entry)) return this.page.keyboard.press('Enter')
      await this.page.keyboard.press('ArrowDown')
    }
    throw new Error(`no arrow comes to ${name}`)
  }

  /** Finds a card in the list by its words and goes to its row. */
  async findRow(search: Locator, words: string): Promise<void> {
    await this.write(search, words)
    // It may be somebody else's, and on its way
    await expect(this.page.locator('[data-row]', { hasText: words }).first()).toBeVisible()
    const card = this.page.locator('[data-row]:focus', { hasText: words })
    let key = 'Home'
    for (let presses = 0; presses < MANY; presses++) {
      if ((await card.count()) > 0) return
      const inTree = (await this.page.locator('[data-row]:focus').count()) > 0
      await this.page.keyboard.press(inTree ? key : 'Tab')
      // The row that had the focus last may stand behind it
      if (inTree) key = 'ArrowDown'
    }
    throw new Error(`no arrow comes to ${words}`)
  }

  /** Goes on to a part of the room by F6. */
  async region(inside: string): Promise<void> {
    await expect(async () => {
      await this.page.keyboard.press('F6')
      const isThere = await this.page.evaluate(
        (selector) => document.activeElement?.closest(selector) !== null,
        inside,
      )
      expect(isThere).toBe(true)
    }).toPass({ intervals: [0], timeout: 10_000 })
  }
}

const hasFocus = async (target: Locator): Promise<boolean> =>
  (await target.count()) > 0 &&
  target.first().evaluate((element) => element === element.ownerDocument.activeElement)
