/** What can have the focus by Tab. */
const TABBABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]'

/** Where the focus was: which of the things that can have it, in each of the parts around it, from the inside out. */
interface Place {
  element: Element
  around: { part: Element; index: number }[]
}

/**
 * Keeps the keyboard where it was when the thing in focus goes: a button that its own press replaces, a panel that
 * closes, a bar that comes back after the connection did. Browsers would begin at the top of the page again. The focus
 * goes to what took the place: the same position in the nearest part that is still there, else the view's content.
 * Whoever moves the focus on purpose does it first, and nothing happens here. Returns how to stop.
 */
export function keepFocus(document: Document): () => void {
  let last: Place | null = null
  let checking = 0
  const remember = ({ target }: FocusEvent) => {
    if (target instanceof Element && target !== document.body) last = placeOf(target)
  }
  const check = () => {
    checking = 0
    if (last && isNowhere(document) && !isThere(last.element)) restore(last, document)
  }
  const changed = new MutationObserver(() => {
    // After the frame in which everybody else who moves the focus had their turn
    if (last && checking === 0 && isNowhere(document)) checking = requestAnimationFrame(check)
  })
  changed.observe(document.body, {
    subtree: true,
    childList: true,
    attributeFilter: ['disabled', 'hidden', 'open'],
  })
  document.addEventListener('focusin', remember)
  return () => {
    changed.disconnect()
    cancelAnimationFrame(checking)
    document.removeEventListener('focusin', remember)
  }
}

const isNowhere = ({ activeElement, body }: Document) => activeElement === null || activeElement === body

const isThere = (element: Element) =>
  element.isConnected && element.getClientRects().length > 0 && !element.matches(':disabled')

const tabbablesOf = (part: Element) => [...part.querySelectorAll<HTMLElement>(TABBABLE)].filter(isThere)

/** Bars and panels are small; counting in the whole page at every change of focus would cost. */
function placeOf(element: Element): Place {
  const around: Place['around'] = []
  for (
    let part = element.parentElement;
    part && part !== element.ownerDocument.body;
    part = part.parentElement
  ) {
    const isPart = part.matches(
      'main, [role=toolbar], header, nav, aside, section, dialog, form, table, ul, ol',
    )
    if (!isPart) continue
    around.push({ part, index: part.matches('main') ? 0 : tabbablesOf(part).indexOf(element as HTMLElement) })
    if (part.matches('main')) break
  }
  return { element, around }
}

function restore({ around }: Place, document: Document): void {
  for (const { part, index } of around) {
    if (!isThere(part) || part.matches('main')) continue
    const choices = tabbablesOf(part)
    const next = choices[Math.min(Math.max(index, 0), choices.length - 1)]
    if (next) return next.focus()
  }
  document.querySelector<HTMLElement>('main[tabindex]')?.focus({ preventScroll: true })
}
