import type { Passage } from './passages.ts'

/**
 * What is selected inside a transcript, as offsets into its text; null for nothing. Paragraph elements carry the
 * offset of their first character in `data-start`; what lies between them (margins, other marks) does not count.
 */
export function selectedPassage(root: HTMLElement, selection: Selection | null): Passage | null {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(root)) return null
  const start = offsetOf(root, range.startContainer, range.startOffset)
  const end = offsetOf(root, range.endContainer, range.endOffset)
  return start === null || end === null || end <= start ? null : { start, end }
}

/** Selects a passage of the transcript, from its first to its last letter. */
export function selectPassage(root: HTMLElement, { start, end }: Passage): void {
  const from = pointAt(root, start, false)
  const to = pointAt(root, end, true)
  if (from && to) document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
}

/** The place of an offset in the document; at the seam of two pieces of text the earlier one for an end. */
function pointAt(root: HTMLElement, offset: number, isEnd: boolean): { node: Node; offset: number } | null {
  for (const paragraph of root.querySelectorAll<HTMLElement>('[data-start]')) {
    let rest = offset - startOf(paragraph)
    if (rest < 0 || rest > (paragraph.textContent?.length ?? 0)) continue
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { length } = node.textContent!
      if (isEnd ? rest <= length : rest < length) return { node, offset: rest }
      rest -= length
    }
  }
  return null
}

function offsetOf(root: HTMLElement, node: Node, offset: number): number | null {
  const inside = node instanceof Element ? node : node.parentElement
  const paragraph = inside?.closest<HTMLElement>('[data-start]')
  if (paragraph && root.contains(paragraph)) return startOf(paragraph) + lengthBefore(paragraph, node, offset)
  return edgeBeside(root, node, offset)
}

/** The boundary lies between paragraphs or outside: take the nearest paragraph's edge. */
function edgeBeside(root: HTMLElement, node: Node, offset: number): number | null {
  const point = document.createRange()
  point.setStart(node, offset)
  let last: number | null = null
  for (const paragraph of root.querySelectorAll<HTMLElement>('[data-start]')) {
    if (point.comparePoint(paragraph, 0) >= 0) return last ?? startOf(paragraph)
    last = startOf(paragraph) + (paragraph.textContent?.length ?? 0)
  }
  return last
}

function lengthBefore(paragraph: HTMLElement, node: Node, offset: number): number {
  const range = document.createRange()
  range.setStart(paragraph, 0)
  range.setEnd(node, offset)
  return range.toString().length
}

const startOf = (paragraph: HTMLElement) => Number(paragraph.dataset.start)
