/** A, B … Z, AA … @param n from 0 */
export function columnName(n: number): string {
  const letter = String.fromCharCode(65 + (n % 26))
  return n < 26 ? letter : columnName(Math.floor(n / 26) - 1) + letter
}
