import { isSameText } from '#shared/base/folded-text.ts'

interface Named {
  name: string
  organisation: string
}

/** "Mara, Bo Brandt und ITK" name by name. */
export const namesIn = (owner: string): string[] =>
  owner
    .split(/[,;/&\n]|\bund\b|\band\b/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/**
 * The bodies that stand behind what is written under "Wer?": those that are named, and those of the people who are. Whoever
 * reads it learns whom to ask, and of no person how much they have to do.
 */
export function bodiesBehind(
  owner: string,
  people: readonly Named[],
  bodies: readonly { name: string }[],
): string[] {
  const found = namesIn(owner).flatMap((name) => [
    ...bodies.filter((body) => isSameText(body.name, name)).map((body) => body.name),
    ...people.filter((one) => isSameText(one.name, name)).map(({ organisation }) => organisation),
  ])
  return [...new Set(found)].filter((name) => name !== '')
}
