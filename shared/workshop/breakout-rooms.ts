/**
 * Divides people among rooms at random, so that no room has two more than another. @param random from 0 up to 1
 */
export function divideAtRandom<Person>(
  people: readonly Person[],
  rooms: number,
  random: () => number,
): Person[][] {
  const shuffled = [...people]
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!]
  }
  return Array.from({ length: rooms }, (_, room) => shuffled.filter((_, n) => n % rooms === room))
}

/** How many rooms make groups of about four. */
export const roomsFor = (people: number, most: number): number =>
  Math.max(2, Math.min(most, Math.round(people / 4)))
