import { createElement, type ReactElement } from 'react'
import type { SvgElement } from '#shared/layout/card/svg.ts'

/** React wants `strokeWidth` where SVG says `stroke-width`. */
const reactName = (name: string) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** Elements of a drawing as React's; their order never changes meaning, so it is their key. */
export function svgReact(elements: readonly SvgElement[]): ReactElement[] {
  return elements.map(({ tag, attributes, children, text }, key) => {
    const props = Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [reactName(name), value]),
    )
    return createElement(tag, { key, ...props }, children ? svgReact(children) : text)
  })
}
